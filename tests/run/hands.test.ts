import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const CLI = resolve('dist/cli.js')
const SEEDS = resolve('seeds')
const tongbao = (args: string[], cwd = scratch, env: Record<string, string> = { LC_ALL: 'C' }) => {
  const r = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status: r.status, out: r.stdout, err: r.stderr }
}

describe('a domain expert adds four rows, one line each, and sees them with explain', () => {
  const project = join(scratch, 'expert')
  tongbao(['init', project, '--quiet'])
  const add = (table: string, ...cells: string[]) =>
    appendFileSync(join(project, 'lexicon', table), `${cells.join('\t')}\n`)
  add('cues.tsv', 'service.guide', '流程走样', '办事流程走样')
  add('units.tsv', 'data_management', '数智政务局')
  add('metadata.tsv', '发文序列', 'doc_number')
  add('columns.tsv', '扣分主体', 'whole', 'unit')
  writeFileSync(
    join(project, 'notices', 'page.txt'),
    `发文序列:丽政〔2021〕3号
丽水市人民政府办公室关于政府网站检查情况的通报
一、存在问题
市数智政务局办事事项流程走样。
附件:
问题清单
序号 | 扣分主体 | 问题
1 | 市教育局 | 网站无法打开
2 | 市民政局 | 栏目长期未更新
`,
  )
  const told = JSON.parse(tongbao(['explain', 'notices/page.txt', '--json'], project).out)
  const mine = (table: string) => expect.stringMatching(new RegExp(`lexicon/${table}\\.tsv:4$`))
  const cases: [string, unknown, unknown][] = [
    ['the cue', told.cues.map((c: { row: string }) => c.row), expect.arrayContaining([mine('cues')])],
    ['the unit', told.units.map((u: { row: string }) => u.row), expect.arrayContaining([mine('units')])],
    ['the key', told.outline.metadata[0], expect.objectContaining({ row: mine('metadata') })],
    ['its value', told.notice.doc_number, '丽政〔2021〕3号'],
    ['the header', told.tables[0]?.headers, expect.arrayContaining([{ role: 'unit', row: mine('columns') }])],
    [
      'the record',
      told.records.map((r: { unit: string; category: string }) => [r.unit, r.category]),
      expect.arrayContaining([['市数智政务局', 'service.guide']]),
    ],
  ]
  for (const [name, got, want] of cases) test(name, () => expect(got).toEqual(want))
})

test('explain speaks Chinese where that is asked for, with names beside the codes, and the config asks for wrong use too', () => {
  const project = join(scratch, 'in-chinese')
  tongbao(['init', project, '--lang', 'zh', '--quiet'])
  const { out } = tongbao(['explain', '--text', '县教育局2件群众来信超期未办'], project)
  expect(out).toContain('── 提示语 ──')
  expect(out).toContain('(一句话,不是通报:')
  expect(out).toContain('→ 留言未及时回应 interaction.no_reply (')
  expect(out).not.toMatch(/\(none\)|^ {2}title:|── [a-z]/m)
  expect(tongbao(['explain', '--txt', 'x'], project).err).toMatch(/没有选项 --txt/)
})

describe('tongbao.config.json', () => {
  const folder = join(scratch, 'config')
  mkdirSync(folder)
  const config = (text: string) => writeFileSync(join(folder, 'tongbao.config.json'), text)
  const cases: [string, string, string[], number, RegExp][] = [
    [
      'gives defaults',
      '{"out":"from-config","format":["json"]}',
      [],
      0,
      /files in from-config: .*notices\.json/,
    ],
    ['the command line wins', '{"out":"from-config"}', ['-o', 'from-line'], 0, /files in from-line/],
    ['an unknown key is named', '{"formt":"csv"}', [], 2, /unknown key «formt»; near it: format/],
    ['a wrong value is named', '{"max-bytes":"many"}', [], 2, /«max-bytes»: /],
    ['no JSON', '{out: 1}', [], 2, /tongbao\.config\.json: is no JSON/],
    ['in Chinese', '{"formt":"csv","lang":"zh"}', ['--lang', 'zh'], 2, /没有名为“formt”的设置/],
  ]
  for (const [name, text, args, status, message] of cases)
    test(name, () => {
      config(text)
      const r = tongbao(['extract', SEEDS, ...args], folder)
      expect({ status: r.status, text: r.out + r.err }).toEqual({
        status,
        text: expect.stringMatching(message),
      })
    })
  test('a file that is named and is not there', () =>
    expect(tongbao(['extract', SEEDS, '--config', 'none.json'], scratch).status).toBe(2))
})

test('init writes over nothing', () => {
  const folder = join(scratch, 'twice')
  expect(tongbao(['init', folder]).status).toBe(0)
  const before = readFileSync(join(folder, 'README.md'), 'utf8')
  const again = tongbao(['init', folder, '--lang', 'zh'])
  expect([again.status, again.err]).toEqual([2, expect.stringMatching('已经存在')])
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(before)
})

describe('diff', () => {
  const lexicon = join(scratch, 'less')
  mkdirSync(lexicon)
  writeFileSync(join(lexicon, 'cues.tsv'), 'category\tpattern\texample\n-update.column\n')
  tongbao(['extract', SEEDS, '-o', 'a', '-q'])
  tongbao(['extract', SEEDS, '-o', 'b', '-q', '--lexicon', lexicon])
  test('the same output: 0', () => expect(tongbao(['diff', 'a', 'a/notices.ndjson']).status).toBe(0))
  test('what a switched-off category loses: 1', () => {
    const r = tongbao(['diff', 'a', 'b', '--json'])
    const found = JSON.parse(r.out)
    expect(r.status).toBe(1)
    expect(found.by_category['records: update.column'].lost).toBeGreaterThan(1)
    expect(found.by_kind.deadlines).toBeUndefined()
    for (const c of found.changes) expect(c.quote).not.toBe('')
  })
  test('and the other way round it is gained', () => {
    const counts = (args: string[]) => JSON.parse(tongbao(args).out).by_kind.records
    const [there, back] = [counts(['diff', 'a', 'b', '--json']), counts(['diff', 'b', 'a', '--json'])]
    expect([back.gained, back.lost, back.altered]).toEqual([there.lost, there.gained, there.altered])
  })
  test('a text with a line separator (U+2028) in it', () => {
    writeFileSync(
      join(scratch, 'u2028.txt'),
      '关于网站检查的通报\n一、存在问题\n市教育局网站\u2028无法打开。\n',
    )
    expect(tongbao(['extract', 'u2028.txt', '-o', 'u', '-q']).status).toBe(0)
    expect(tongbao(['diff', 'u', 'u'])).toMatchObject({ status: 0, err: '' })
  })
  test('what is no output is named', () =>
    expect(tongbao(['diff', 'a', 'nowhere'])).toMatchObject({ status: 2, err: /nowhere: no such/ }))
})

test('mine proposes what a switched-off row read, and what it writes is taken by --lexicon', () => {
  const lexicon = join(scratch, 'off')
  mkdirSync(lexicon)
  writeFileSync(join(lexicon, 'cues.tsv'), 'category\tpattern\texample\n-update.column\n')
  const r = tongbao(['mine', SEEDS, '--lexicon', lexicon, '--json', '-o', 'proposed'])
  const mined = JSON.parse(r.out)
  expect(mined.documents).toBe(5)
  expect(
    mined.cues
      .slice(0, 20)
      .map((p: { row: { pattern: string } }) => p.row.pattern)
      .join(' '),
  ).toMatch(/更新/)
  expect(tongbao(['extract', SEEDS, '-o', 'again', '-q', '--lexicon', 'proposed']).status).toBe(0)
})

test('mine names what a clause is read too generally as, the name of a category, and turns of speech', () => {
  const lexicon = join(scratch, 'taken')
  mkdirSync(lexicon)
  writeFileSync(
    join(lexicon, 'cues.tsv'),
    `category\tpattern\texample
-disclosure.finance\t@financetopic @undisclosed
-security.serious_misstatement\t@serious
`,
  )
  writeFileSync(
    join(scratch, 'mined.txt'),
    `关于政府网站检查情况的通报
一、存在问题
县财政局未公开2023年度部门决算。
县教育局网站稿件存在严重表述错误1处。
个别乡镇的账号常年“装样子”。
县档案局网站首页打不开。
`,
  )
  const proposed = join(scratch, 'taken-proposed')
  const r = tongbao(['mine', 'mined.txt', '--lexicon', lexicon, '--json', '-o', proposed])
  const rows = JSON.parse(r.out).cues.map((p: { row: Record<string, string>; read_as: string | null }) => [
    p.row.category,
    p.row.pattern,
    p.read_as,
  ])
  expect(rows).toContainEqual(['disclosure.finance', '@financetopic @undisclosed', 'disclosure.other'])
  expect(rows).toContainEqual(['security.serious_misstatement', '严重表述错误', 'content.wording'])
  expect(rows.map((row: string[]) => row[1])).toContain('“装样子”')
  expect(rows.filter((row: (string | null)[]) => row[2] !== null)).toHaveLength(2)
  expect(readFileSync(join(proposed, 'cues.tsv'), 'utf8')).toContain('read as disclosure.other so far')
})
