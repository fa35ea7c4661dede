import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { misfires } from '../../src/run/check-tables.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-check-'))
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
const tongbao = (...args: string[]) => {
  const r = spawnSync(process.execPath, ['dist/cli.js', 'lexicon', ...args], { encoding: 'utf8' })
  return { status: r.status, out: r.stdout, err: r.stderr }
}

test('every built-in row does what its example says', () => {
  expect(misfires(loadKit('grammars/lexicon'), () => true)).toEqual([])
}, 20_000)

describe('a row of a user whose example does not fire is named, with what would be right', () => {
  const cue = (...rows: string[]) => ({ 'cues.tsv': ['category|>pattern|>example', ...rows].join('\n') })
  const cases: [string, Record<string, string>, string[]][] = [
    ['right rows', cue('interaction.no_reply|>超期未办|>2件群众来信超期未办'), []],
    [
      'a word that is not in the example',
      cue('update.column|>栏目|频道 纹丝未变|>栏目一直没变'),
      [
        'cues.tsv:2 example: is not read as update.column, for want of: 纹丝未变 (each term must stand in one clause)',
      ],
    ],
    [
      'a row that says more',
      cue('content.low_volume|>未更新|>栏目长期未更新'),
      [
        expect.stringMatching(
          /^cues\.tsv:2 example: is read as update\.column \(cues\.tsv:\d+\), a row that says more$/,
        ) as never,
      ],
    ],
    [
      'terms in two clauses',
      cue('content.low_volume|>甲乙丙 丁戊己|>甲乙丙。丁戊己'),
      [
        'cues.tsv:2 example: is not read as content.low_volume: its terms stand in different clauses, or inside quotation marks',
      ],
    ],
    [
      'words of its own that the example has not, though another row reads it so',
      cue('interaction.no_reply|>久拖不办|>2件群众来信超期未办'),
      [
        'cues.tsv:2 example: is not read as interaction.no_reply, for want of: 久拖不办 (each term must stand in one clause)',
      ],
    ],
    [
      'a body with its place',
      { 'units.tsv': 'function|>name\ndata_management|>丽水市数据和政务服务局' },
      ['units.tsv:2 name: goes without its place: 数据和政务服务局'],
    ],
    [
      'a place that its example does not name, and a counter-example that does',
      {
        'region-aliases.tsv':
          'alias|>use|>code|>name|>example|>counter\n甲乙|>anywhere|>110101|>东城区|>丙丁的风光|>甲乙的风光',
      },
      [
        'region-aliases.tsv:2 example: should name 110101, and names: -',
        'region-aliases.tsv:2 counter: should not name 110101, and does',
      ],
    ],
    [
      'a festival on another day',
      {
        'festivals.tsv':
          'name|>calendar|>month|>day|>example|>date\n网安日|>solar|>9|>15|>网安日活动|>2024-09-16',
      },
      ['festivals.tsv:2 example: should be 2024-09-16, and is read as: 2024-09-15'],
    ],
    [
      'a header that a check is not about',
      { 'check-items.tsv': 'item|>category|>media|>example\n停摆情况|>update.account|>|>停摆' },
      ['check-items.tsv:2 example: «停摆情况» does not stand in it'],
    ],
    [
      'turns of phrase: one that is known already, one that its example has not, one that its counter-example obeys',
      {
        'phrases.tsv':
          'says|>word|>example|>counter\nsite|>网站|>该局网站无法访问\nopened|>捣鼓|>甲局开设“甲”\nanswers|>包干|>包干单位:市水利局|>“通知公告”栏目半年未更新(包干单位:市水利局)',
      },
      [
        'phrases.tsv:2 example: reads the same without this row',
        'phrases.tsv:3 example: «捣鼓» does not stand in it',
        'phrases.tsv:4 counter: should not be read by this row, and is',
      ],
    ],
    ['a header', { 'columns.tsv': 'header|>match|>role|>measure\n扣分主体|>whole|>unit|>' }, []],
  ]
  for (const [name, files, want] of cases)
    test(name, () => {
      const folder = overlay(files)
      const own = (row: { file: string }) => row.file.startsWith(folder)
      const told = misfires(loadKit('grammars/lexicon', folder), own)
      expect(
        told.map((m) => `${m.file.slice(folder.length + 1)}:${m.line} ${m.column}: ${m.why[0]}`),
      ).toEqual(want)
      expect(told.every((m) => m.why[1] !== m.why[0])).toBe(true)
    })
  test('the command: 2 and the place in the language asked for; 0 where all is well', () => {
    const wrong = overlay(cue('update.column|>纹丝未变|>栏目一直没变'))
    expect(tongbao(wrong, '--lang', 'zh')).toEqual({
      status: 2,
      out: expect.stringContaining(`${wrong}/cues.tsv:2:“example”列是“栏目一直没变”:例句里没有这些词`),
      err: '',
    })
    expect(JSON.parse(tongbao(wrong, '--json').out)).toMatchObject({
      rows: 1,
      wrong: [{ line: 2, column: 'example' }],
    })
    expect(tongbao(overlay(cue('interaction.no_reply|>超期未办|>2件群众来信超期未办')))).toMatchObject({
      status: 0,
    })
  })
})
