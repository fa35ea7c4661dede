import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { documentsOf } from '../../src/read/containers/documents.ts'
import { openSource } from '../../src/read/open.ts'
import type { Notice } from '../../src/records/schema.ts'
import { Scorer } from '../../src/run/evaluate.ts'
import { extractOne } from '../../src/run/extract.ts'
import type { Gold } from '../../src/run/gold.ts'

const FIXTURES = 'tests/read/fixtures'
const PAGE = 'docs/formats.md'
const kit = loadKit('grammars/lexicon')
const seeds = readdirSync('seeds').sort()

const FORMS: [form: string, ending: string][] = [
  ['text, UTF-8', ''],
  ['text, GB18030', '.gb18030.txt'],
  ['traditional text, UTF-8', '.traditional.txt'],
  ['traditional text, Big5', '.big5.txt'],
  ['text, UTF-16LE without mark', '.utf-16le.txt'],
  ['text, UTF-16BE without mark', '.utf-16be.txt'],
  ['HTML', '.html'],
  ['DOCX', '.docx'],
  ['PDF', '.pdf'],
  ['XLSX', '.xlsx'],
  ['XLS', '.xls'],
  ['CSV', '.csv'],
]

async function noticeOf(path: string): Promise<Notice> {
  for await (const document of documentsOf(path, path)) {
    if ('problem' in document) throw new Error(document.problem.message)
    const { notice, problems } = await extractOne(document, kit)
    if (!notice) throw new Error(`${path}: ${problems[0]?.message}`)
    return notice
  }
  throw new Error(`${path} holds nothing`)
}

/** Forms that are the same characters in other bytes: what the text is known to give need not be found again. */
const ENCODED: Record<string, (seed: string) => string> = {
  '.gb18030.txt': (seed) => `seeds/${seed}`,
  '.utf-16le.txt': (seed) => `seeds/${seed}`,
  '.utf-16be.txt': (seed) => `seeds/${seed}`,
  '.big5.txt': (seed) => `${FIXTURES}/${seed.slice(0, 3)}.traditional.txt`,
}

async function sameText(path: string, of: string, known: Notice): Promise<Notice> {
  const source = await openSource(readFileSync(path), path)
  expect([path, source.problems, source.text]).toEqual([path, [], readFileSync(of, 'utf8')])
  return known
}

const keys = (n: Notice) =>
  n.records.map((r) => [r.unit, r.category, r.subject_name, r.deadline].join('|')).sort()

function shared(a: readonly string[], b: readonly string[]): number {
  const left = [...b]
  let n = 0
  for (const key of a) {
    const i = left.indexOf(key)
    if (i < 0) continue
    left.splice(i, 1)
    n++
  }
  return n
}

test('the seeds in every form give the records of their text', async () => {
  const lines = [
    `| form | ${seeds.map((s) => s.slice(0, 3)).join(' | ')} | records F1 | metrics F1 | table cells |`,
    `|---|${seeds.map(() => '---').join('|')}|---|---|---|`,
  ]
  const differ: string[] = []
  const notices = new Map<string, Notice>()
  for (const [form, ending] of FORMS) {
    const scorer = new Scorer()
    const cells: string[] = []
    for (const seed of seeds) {
      const path = ending ? `${FIXTURES}/${seed.slice(0, 3)}${ending}` : `seeds/${seed}`
      if (!existsSync(path)) {
        cells.push('–')
        continue
      }
      const encoded = ENCODED[ending]?.(seed)
      const notice = encoded ? await sameText(path, encoded, notices.get(encoded)!) : await noticeOf(path)
      notices.set(path, notice)
      const want = keys(notices.get(encoded ?? `seeds/${seed}`)!)
      const same = shared(want, keys(notice))
      const extra = notice.records.length - same
      cells.push(`${same}/${want.length}${extra ? ` +${extra}` : ''}`)
      if (ending !== '.traditional.txt' && (same < want.length || extra > 0))
        differ.push(`${path}: ${cells.at(-1)}`)
      scorer.add(
        JSON.parse(readFileSync(`corpus/seeds/gold/${seed.replace('.txt', '.json')}`, 'utf8')) as Gold,
        notice,
      )
    }
    const scores = scorer.scores()
    const f1 = (field: string) => scores.fields.find((f) => f.field === field)?.f1.toFixed(3) ?? '–'
    expect([form, scores.evidence.wrong]).toEqual([form, 0])
    lines.push(
      `| ${form} | ${cells.join(' | ')} | ${f1('records')} | ${f1('metrics')} | ${f1('table cells')} |`,
    )
  }
  const table = lines.join('\n')
  if (process.env.UPDATE_DOCS) {
    const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '<!-- scores -->\n<!-- /scores -->\n'
    writeFileSync(
      PAGE,
      page.replace(/<!-- scores -->[\s\S]*<!-- \/scores -->/, `<!-- scores -->\n${table}\n<!-- /scores -->`),
    )
  }
  console.log(table)
  expect(differ).toEqual([])
})

test('it does not matter where in memory the bytes begin: a process sends them at odd places', async () => {
  for (const [form, ending] of FORMS.slice(1)) {
    const bytes = readFileSync(`${FIXTURES}/004${ending}`)
    const shifted = Buffer.concat([Buffer.alloc(1), bytes]).subarray(1)
    const [there, here] = [await openSource(shifted, ending), await openSource(bytes, ending)]
    expect(there.text, form).toBe(here.text)
  }
})
