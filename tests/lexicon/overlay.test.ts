import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadKit, tablesHash } from '../../src/kit.ts'
import { loadTables, type TableName } from '../../src/lexicon/tables.ts'
import { extract } from '../../src/run/extract.ts'

const FOLDER = 'grammars/lexicon'
const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

let n = 0
/** A folder with these files; in their text `|>` stands for a tab. */
function overlay(files: Record<string, string>): string {
  const folder = join(scratch, String(n++))
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, name), text.replaceAll('|>', '\t'))
  return folder
}

describe('rows laid over the built-in ones', () => {
  const own = loadTables(FOLDER)
  const row = <N extends TableName>(table: N, folder: string, which: Record<string, string>) =>
    loadTables(FOLDER, folder)[table].filter((r) =>
      Object.entries(which).every(([c, v]) => (r as Record<string, unknown>)[c] === v),
    )
  test('a new row is added, first', () => {
    const folder = overlay({ 'metadata.tsv': 'key|>field\n发布字号|>doc_number\n' })
    const { metadata } = loadTables(FOLDER, folder)
    expect(metadata).toHaveLength(own.metadata.length + 1)
    expect(metadata[0]).toEqual({
      key: '发布字号',
      field: 'doc_number',
      file: join(folder, 'metadata.tsv'),
      line: 2,
    })
  })
  test('a row with the same key replaces', () => {
    const folder = overlay({ 'metadata.tsv': 'key|>field\n索引|>-\n' })
    expect(row('metadata', folder, { key: '索引' })).toMatchObject([{ field: '-' }])
    expect(loadTables(FOLDER, folder).metadata).toHaveLength(own.metadata.length)
  })
  test('words of a list are added to those there; an empty cell keeps what was', () => {
    const folder = overlay({
      'units.tsv': 'function|>name|>aliases\ndata_management|>大数据发展管理局|>数政局\n',
    })
    const was = own.units.filter((u) => u.name === '大数据发展管理局')
    const now = row('units', folder, { name: '大数据发展管理局' })
    expect(was.length).toBeGreaterThan(0)
    expect(now.map((u) => u.aliases)).toEqual(was.map((u) => [...u.aliases, '数政局']))
    expect(now.map((u) => u.levels)).toEqual(was.map((u) => u.levels))
  })
  test('a word class takes more words', () => {
    const folder = overlay({ 'words.tsv': 'class|>kind|>words\nstale|>state|>超期未办 不见更新\n' })
    expect(loadTables(FOLDER, folder).words.at(-1)).toMatchObject({ words: ['超期未办', '不见更新'] })
  })
  const off: [string, TableName, string, (folder: string) => unknown, unknown][] = [
    [
      'a row by its first cell',
      'metadata',
      'key|>field\n-索引',
      (f) => row('metadata', f, { key: '索引' }),
      [],
    ],
    [
      'a word of a class, the others stay',
      'words',
      'class|>kind|>words\n-stale|>|>停更',
      (f) => {
        const words = row('words', f, { class: 'stale' }).flatMap((r) => r.words)
        return [words.includes('停更'), words.includes('断更')]
      },
      [false, true],
    ],
    [
      'a whole category of cues',
      'cues',
      'category|>pattern|>example\n-content.map',
      (f) => row('cues', f, { category: 'content.map' }),
      [],
    ],
    [
      'one alternative of a cue',
      'cues',
      'category|>pattern|>example\n-security.attack|>病毒',
      (f) => row('cues', f, { category: 'security.attack' }).map((r) => /(?:^|\|)病毒/.test(r.pattern)),
      own.cues.filter((r) => r.category === 'security.attack').map(() => false),
    ],
  ]
  for (const [name, table, text, got, want] of off)
    test(`- switches off ${name}`, () => expect(got(overlay({ [`${table}.tsv`]: text }))).toEqual(want))
})

describe('a wrong row of a user is named by file, line and column, with what would be right', () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    ['no such folder', {}, /nowhere: no such folder of tables/],
    [
      'no such table',
      { 'cue.tsv': 'category|>pattern' },
      /cue\.tsv: no table is called so; near it: cues\.tsv/,
    ],
    [
      'a name for its code',
      { 'cues.tsv': 'category|>pattern|>example\n留言未及时回应|>超期未办|>超期未办' },
      /cues\.tsv:2: column «category» is «留言未及时回应».*near it: interaction\.no_reply/,
    ],
    [
      'the name of a function for its code',
      { 'units.tsv': 'function|>name\n卫生健康|>健康促进局' },
      /units\.tsv:2: column «function» is «卫生健康».*near it: health/,
    ],
    [
      'blanks for tabs',
      { 'cues.tsv': 'category|>pattern|>example\nupdate.column 超期未办 超期未办' },
      /cues\.tsv:2: no tab in this row; its cells \(category, pattern, example\)/,
    ],
    [
      'a full-width bar',
      { 'cues.tsv': 'category|>pattern|>example\nupdate.column|>超期未办｜久拖不办|>超期未办' },
      /cues\.tsv:2: column «pattern» is «超期未办｜久拖不办»: takes \|/,
    ],
    [
      'a key with its colon',
      { 'metadata.tsv': 'key|>field\n发布字号：|>doc_number' },
      /metadata\.tsv:2: column «key» is «发布字号：»: goes without its colon/,
    ],
    ['not a .tsv', { 'cues.xlsx': 'PK' }, /cues\.xlsx: no table is called so; near it: cues\.tsv/],
    [
      'a category nobody has',
      { 'cues.tsv': 'category|>pattern|>example\nupdate.colum|>超期未办|>超期未办' },
      /cues\.tsv:2: column «category» is «update\.colum».*near it: update\.column/,
    ],
    [
      'a class nobody has',
      { 'cues.tsv': 'category|>pattern|>example\nupdate.column|>@stal|>某词' },
      /cues\.tsv:2: column «pattern» is «@stal».*near it: @stale/,
    ],
    [
      'a function nobody has',
      { 'units.tsv': 'function|>name\ndata_managment|>数据和政务服务局' },
      /units\.tsv:2: column «function» is «data_managment», which functions\.tsv does not have .*near it: data_management/,
    ],
    [
      'a role of columns nobody has',
      { 'columns.tsv': 'header|>match|>role\n责任科室|>whole|>units' },
      /columns\.tsv:2: column «role» is «units».*near it: unit/,
    ],
    [
      'a value that is not among the few',
      { 'metadata.tsv': 'key|>field\n发布字号|>docnumber' },
      /metadata\.tsv:2: column «field» is «docnumber».*near it: doc_number/,
    ],
    [
      'blanks for tabs',
      { 'metadata.tsv': 'key field\n发布字号 doc_number' },
      /metadata\.tsv:1: no column «key».*no tab stands in this row/,
    ],
    [
      'no header',
      { 'metadata.tsv': '发布字号|>doc_number' },
      /metadata\.tsv:1: no column «key»; the first row/,
    ],
    ['an empty file', { 'metadata.tsv': '' }, /metadata\.tsv: no header row; it needs: key, field/],
    [
      'nothing to switch off',
      { 'metadata.tsv': 'key|>field\n-索引好' },
      /metadata\.tsv:2: switches off nothing.*near «索引好»: .*索引号/,
    ],
  ]
  for (const [name, files, message] of cases)
    test(name, () => {
      const folder = Object.keys(files).length ? overlay(files) : join(scratch, 'nowhere')
      expect(() => loadKit(FOLDER, folder)).toThrow(message)
    })
  test('bytes that are no text', () => {
    const folder = overlay({})
    writeFileSync(join(folder, 'metadata.tsv'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe]))
    expect(() => loadKit(FOLDER, folder)).toThrow(/metadata\.tsv: is no text/)
  })
})

describe('a table as a spreadsheet in China saves it', () => {
  const text = 'key\tfield\r\n"发布字号"\tdoc_number\r\n'
  const gb = [
    0x6b, 0x65, 0x79, 9, 0x66, 0x69, 0x65, 0x6c, 0x64, 10, 0xb7, 0xa2, 0xb2, 0xbc, 0xd7, 0xd6, 0xba, 0xc5,
  ]
  const cases: [string, Buffer][] = [
    ['UTF-8 with its mark, cells in quotation marks', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['GB 18030', Buffer.concat([Buffer.from(gb), Buffer.from('\tdoc_number\n')])],
  ]
  test.each(cases)('%s', (_, bytes) => {
    const folder = overlay({})
    writeFileSync(join(folder, 'metadata.tsv'), bytes)
    expect(loadTables(FOLDER, folder).metadata[0]).toMatchObject({ key: '发布字号', field: 'doc_number' })
  })
})

test('the hash of the tables covers the rows of the user, and not where they lie', () => {
  const a = overlay({ 'metadata.tsv': 'key|>field\n发布字号|>doc_number\n' })
  const b = overlay({ 'metadata.tsv': 'key|>field\n发布字号|>doc_number\n' })
  const c = overlay({ 'metadata.tsv': 'key|>field\n发布字号|>index_number\n' })
  expect(loadKit(FOLDER, a).hash).toBe(tablesHash(FOLDER, b))
  expect(new Set([a, c, null].map((o) => tablesHash(FOLDER, o))).size).toBe(3)
})

test('records follow the rows', () => {
  const text = '关于全市政府网站检查情况的通报\n一、存在问题\n市教育局的咨询杳若黄鹤。\n'
  const folder = overlay({
    'cues.tsv': 'category|>pattern|>example\ninteraction.no_reply|>杳若黄鹤|>群众咨询杳若黄鹤\n',
  })
  const told = (o: string | null) =>
    extract(text, { kit: loadKit(FOLDER, o) }).records.map((r) => [
      r.category,
      r.confidence_reasons.includes('likely_category'),
    ])
  expect(told(folder)).toEqual([['interaction.no_reply', false]])
  // Without it no cue reads the words: at most they are like others.
  expect(told(null).filter(([, likely]) => !likely)).toEqual([])
})
