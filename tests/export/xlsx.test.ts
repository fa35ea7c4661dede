import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import JSZip from 'jszip'
import { afterAll, describe, expect, test } from 'vitest'
import type { CellValue } from '../../src/export/tables.ts'
import { type SheetColumn, Workbook } from '../../src/export/xlsx.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(folder, { recursive: true }))

const COLUMNS: SheetColumn[] = [
  { header: '文字', type: 'string' },
  { header: '整数', type: 'integer' },
  { header: '数', type: 'number' },
  { header: '日期', type: 'date' },
  { header: '是否', type: 'boolean' },
]
const TEXTS: [string, string, string?][] = [
  ['a formula', '=1+1'],
  ['a call', '=HYPERLINK("http://x","点")'],
  ['a command', "=cmd|' /C calc'!A0"],
  ['a plus', '+86'],
  ['a minus', '-1'],
  ['an at', '@SUM(A1)'],
  ['a code with a leading zero', '011000'],
  ['a long number', '110101199003071234'],
  ['what looks like a date', '2021-03-31'],
  ['what looks like a bool', 'TRUE'],
  ['markup', '<b>&amp;"\'</b>]]>'],
  ['lines', '一\n二\r\n三'],
  ['blanks at the ends', '  两端空格  '],
  ['characters outside the BMP', '𠮷😀'],
  ['an escape of the format', '_x000D_ and _xABCD_'],
  ['a control character', 'a\u0000b\u001fc', 'a\ufffdb\ufffdc'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
]
const VALUES: CellValue[][] = [
  ['数', 0, 98.5, '2021-06-08', true],
  ['数', -1, 0.1, '1999-12-31', false],
  ['数', 2_147_483_648, -0.005, '2024-02-29', null],
  ['空', null, null, null, null],
  ['早', 1, 1e21, '1900-03-01', true],
]

function written(name: string, rows: readonly (readonly CellValue[])[]): string {
  const path = join(folder, name)
  const workbook = new Workbook(path)
  const sheet = workbook.sheet('records', COLUMNS)
  const other = workbook.sheet('说明', [{ header: '说明', type: 'string' }], true)
  for (const row of rows) {
    sheet.add(row)
    other.add(['说明文字'])
  }
  workbook.close()
  return path
}

describe('cells come back as they were, and as what they were', () => {
  const path = written('texts.xlsx', [...TEXTS.map(([, text]) => [text]), ...VALUES])
  const sheet = read(readFileSync(path), { cellFormula: true, cellDates: true, UTC: true }).Sheets.records!
  for (const [i, [name, text, back]] of TEXTS.entries())
    test(name, () => {
      const cell = sheet[`A${i + 2}`]
      expect({ t: cell.t, f: cell.f, v: cell.v }).toEqual({
        t: 's',
        f: undefined,
        v: (back ?? text).replaceAll('\r\n', '\n'),
      })
    })
  for (const [i, row] of VALUES.entries())
    test(JSON.stringify(row), () => {
      const at = (column: string) => sheet[`${column}${i + 2 + TEXTS.length}`]?.v ?? null
      const date = at('D')
      expect([at('B'), at('C'), date?.toISOString().slice(0, 10) ?? null, at('E')]).toEqual(row.slice(1))
    })
})

describe('the sheet is ready to use', () => {
  test('header frozen and bold, filter over all rows, widths by content, texts that open a formula quoted', async () => {
    const zip = await JSZip.loadAsync(
      readFileSync(written('look.xlsx', [['=1'], ['恩平市发展和改革局的网站栏目长期不更新']])),
    )
    const xml = await zip.file('xl/worksheets/sheet1.xml')!.async('string')
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('<autoFilter ref="A1:E3"/>')
    expect(xml).toContain('<col min="1" max="1" width="40" customWidth="1"/>')
    expect(xml).toContain('<c r="A1" s="1" t="inlineStr">')
    expect(xml).toContain('<c r="A2" s="4" t="inlineStr">')
    expect(xml).not.toContain('<f>')
    expect(await zip.file('xl/worksheets/sheet2.xml')!.async('string')).not.toContain('autoFilter')
  })
  test('a text beyond the limit of a cell is cut, and says so', () => {
    const sheet = read(readFileSync(written('long.xlsx', [['长'.repeat(40_000)]]))).Sheets.records!
    expect(sheet.A2.v).toHaveLength(32_767)
    expect(sheet.A2.v).toMatch(/长…\(超出单元格长度.*\)$/)
  })
  test('more rows than are sampled for widths', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [`行${i}`, i])
    const sheet = read(readFileSync(written('many.xlsx', rows))).Sheets.records!
    expect(sheet.A1001.v).toBe('行999')
    expect(sheet.B1001.v).toBe(999)
  })
  test('no rows at all', () => {
    expect(read(readFileSync(written('none.xlsx', []))).Sheets.records!.A1.v).toBe('文字')
  })
})

test('the same rows give the same bytes in every time zone', () => {
  const bytes = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      return readFileSync(written('zone.xlsx', VALUES))
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })
  expect(bytes[1]!.equals(bytes[0]!)).toBe(true)
  expect(bytes[2]!.equals(bytes[0]!)).toBe(true)
})

const office = spawnSync('soffice', ['--version']).status === 0
describe.skipIf(!office)(
  `LibreOffice opens it and has the same values${office ? '' : ' (skipped: no soffice here)'}`,
  () => {
    test('texts, numbers and dates', () => {
      const path = written('office.xlsx', [...TEXTS.map(([, text]) => [text]), ...VALUES])
      execFileSync('soffice', [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,1',
        '--outdir',
        folder,
        path,
      ])
      const csv = readFileSync(join(folder, 'office-records.csv'), 'utf8')
      for (const [name, text, back] of TEXTS) {
        const cell = (back ?? text).replaceAll('\r\n', '\n')
        const quoted = /["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
        expect(csv, name).toContain(`\n${quoted}\t\t\t\t\n`)
      }
      expect(csv).toContain('数\t0\t98.5\t2021-06-08\tTRUE\n')
      expect(csv).toContain('数\t2147483648\t-0.005\t2024-02-29\t\n')
    })
  },
)
