import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { isWorkingDay } from '../../src/resolve/working-days.ts'
import { tongbao } from './command.ts'
import { LONG } from './full.ts'
import { random } from './random.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const LOCAL =
  /^(?:get|set)(?:Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|Year|TimezoneOffset)$|^to(?:Locale\w*|DateString|TimeString)$|^localeCompare$/
/** Where local time is meant. */
const ALLOWED = new Set(['src/export/xlsx.ts: new Date(3)'])

/** Calls whose result depends on the zone or the locale of the machine. */
function localCalls(file: string, text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && LOCAL.test(node.name.text))
      found.push(`${file}: ${node.name.text}`)
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'Intl')
      found.push(`${file}: Intl`)
    if (
      ts.isNewExpression(node) &&
      node.expression.getText() === 'Date' &&
      (node.arguments?.length ?? 0) !== 1
    )
      found.push(`${file}: new Date(${node.arguments?.length ?? 0})`)
    if (ts.isCallExpression(node) && /^(?:Date\.now|Math\.random)$/.test(node.expression.getText()))
      found.push(`${file}: ${node.expression.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return found
}

test('nothing in the sources asks for the local time, the locale, the clock or chance', () => {
  expect(
    localCalls(
      'a',
      'a.localeCompare(b); new Date(2020, 1, 1); d.getDay(); d.getUTCDay(); Date.now(); new Intl.Collator()',
    ),
  ).toHaveLength(5)
  const files = ['src', 'grammars'].flatMap((f) =>
    (readdirSync(f, { recursive: true }) as string[])
      .filter((n) => n.endsWith('.ts'))
      .map((n) => `${f}/${n}`),
  )
  // Names of temporary files, progress and timeouts of a run are no results.
  const inResults = files.filter((f) => !f.startsWith('src/run/') && !f.startsWith('src/commands/'))
  expect(
    inResults.flatMap((f) => localCalls(f, readFileSync(f, 'utf8'))).filter((c) => !ALLOWED.has(c)),
  ).toEqual([])
})

const ENVS: Record<string, string>[] = [
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C' },
  { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' },
]

/** Tables whose rows say nothing of one another: in another order of the inputs they are the same rows in another order. */
const OF_ROWS = ['documents.csv', 'records.csv', 'metrics.csv', 'deadlines.csv', 'checks.csv', 'notices.csv']

test('the same files in other zones and locales, on another day, by more workers give the same bytes, in another order the same rows', () => {
  const inputs = join(scratch, 'in')
  cpSync('seeds', inputs, { recursive: true })
  for (const name of readdirSync('corpus/notices/docs').slice(0, LONG ? 60 : 8))
    cpSync(join('corpus/notices/docs', name), join(inputs, name))
  const files = readdirSync(inputs)
    .sort()
    .map((name) => join(inputs, name))
  let n = 0
  const run = (args: readonly string[], env: Record<string, string> = {}): Record<string, string> => {
    const out = join(scratch, `out${n++}`)
    expect(
      tongbao(['extract', ...args, '-o', out, '--quiet', '--format', 'csv,json,xlsx'], { env }).status,
    ).toBe(0)
    return Object.fromEntries(
      readdirSync(out)
        .filter((name) => !name.startsWith('.'))
        .sort()
        .map((name) => [name, readFileSync(join(out, name), 'latin1')]),
    )
  }
  const first = run(files)
  const differing = (other: Record<string, string>) =>
    Object.keys(first).filter((name) => other[name] !== first[name])
  for (const env of ENVS) expect(differing(run(files, env))).toEqual([])
  const anotherDay = { NODE_OPTIONS: `--require ${resolve('tests/hostile/another-day.cjs')}` }
  expect(differing(run(files, anotherDay))).toEqual([])
  // The manifest counts the shards.
  const inShards = (jobs: string) => run([...files, '--jobs', jobs, '--shard-documents', '3'])
  const alone = inShards('1')
  expect(differing(alone)).toEqual(['manifest.json'])
  for (const jobs of ['2', '8']) expect(inShards(jobs), jobs).toEqual(alone)
  const r = random(1)
  const shuffled = files.map((f) => [r.next(), f] as const).sort(([a], [b]) => a - b)
  const rows = (text: string) =>
    text
      .replace(/^\u00ef\u00bb\u00bf/, '')
      .split('\r\n')
      .sort()
  for (const order of [[...files].reverse(), shuffled.map(([, f]) => f)]) {
    const other = run(order)
    for (const name of OF_ROWS) expect(rows(other[name]!), name).toEqual(rows(first[name]!))
  }
}, 300_000)

test('working days are those of China wherever the library runs', () => {
  const zone = process.env.TZ
  try {
    for (const tz of ['America/St_Johns', 'Pacific/Kiritimati', 'UTC']) {
      process.env.TZ = tz
      const week = ['2017-10-06', '2017-10-07', '2017-10-08', '2017-10-09', '2021-02-20', '2021-02-21']
      expect(week.map(isWorkingDay), tz).toEqual([false, false, false, true, true, false])
    }
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})
