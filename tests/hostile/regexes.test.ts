import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract, loadKit } from '../../src/index.ts'
import { FULL } from './full.ts'
import { type Literal, regexLiterals } from './literals.ts'

process.env.RECHECK_BACKEND = 'pure'
/** Milliseconds for each; what is not proved by then counts as safe in the short form, as unsafe in the full one. */
const TIMEOUT = FULL ? 20_000 : 300
/** Ways that repetitions with an end may multiply to. */
const MOST_WAYS = 20_000

const bounded = new Map(
  readFileSync('tests/hostile/bounded.tsv', 'utf8')
    .split('\n')
    .filter((row) => row && !row.startsWith('#') && !row.startsWith('regex\t'))
    .map((row) => row.split('\t') as [string, string]),
)
const written = (l: Pick<Literal, 'source' | 'flags'>) => `/${l.source}/${l.flags}`

/** The most ways in which repetitions can share out their characters; Infinity where one has no end. */
function waysOf(source: string): number {
  let ways = 1
  let inClass = false
  for (let i = 0; i < source.length; i++) {
    const c = source[i]
    if (c === '\\') i++
    else if (c === '[') inClass = true
    else if (c === ']') inClass = false
    else if (inClass) continue
    else if (c === '*' || c === '+') return Infinity
    else if (c === '{') {
      const range = /^\{\d{1,4}(,?)(\d{0,4})\}/.exec(source.slice(i, i + 12))
      if (range?.[1]) ways *= range[2] ? Number(range[2]) : Infinity
    }
  }
  return ways
}

/** Those that code puts together from tables and words while it loads and reads. */
function builtRegexes(): Literal[] {
  const built: Literal[] = []
  const native = globalThis.RegExp
  globalThis.RegExp = new Proxy(native, {
    construct(target, args: [string | RegExp, string?]) {
      const made = Reflect.construct(target, args) as RegExp
      built.push({ file: 'built', line: 0, source: made.source, flags: made.flags })
      return made
    },
  })
  try {
    const kit = loadKit()
    for (const n of ['000_f434b64764e44524', '001_1ff85f8cebaaceeb', '003_d60a3476a1b0e1fe'])
      extract(readFileSync(`seeds/${n}.txt`, 'utf8'), { kit })
  } finally {
    globalThis.RegExp = native
  }
  return built.filter((l) => !l.source.includes('|') || waysOf(l.source) === Infinity)
}

test('no regular expression of the sources and tables can backtrack without bound', async () => {
  const { checkSync } = await import('recheck')
  const literals = [...regexLiterals(['src', 'grammars']), ...builtRegexes()]
  const unsafe: string[] = []
  const seen = new Set<string>()
  for (const l of literals) {
    const regex = written(l)
    if (seen.has(regex)) continue
    seen.add(regex)
    if (bounded.has(regex) || waysOf(l.source) <= MOST_WAYS) continue
    const told = checkSync(l.source, l.flags.replace(/[dv]/g, ''), { timeout: TIMEOUT })
    if (told.status === 'vulnerable' || (FULL && told.status === 'unknown'))
      unsafe.push(`${l.file}:${l.line} ${regex} ${told.status}: ${told.complexity?.summary ?? 'not proved'}`)
  }
  expect(unsafe).toEqual([])
  expect([...bounded.keys()].filter((regex) => !seen.has(regex))).toEqual([])
  expect(seen.size).toBeGreaterThan(400)
}, 900_000)

test('the check finds what it is for', async () => {
  const { checkSync } = await import('recheck')
  const status = (source: string) => checkSync(source, '', { timeout: 10_000 }).status
  expect([String.raw`\s+$`, String.raw`(?:[一-龥]+\s*)+号`, '[、。]{1,9}$'].map(status)).toEqual([
    'vulnerable',
    'vulnerable',
    'safe',
  ])
  expect(['a{1,9}b?', '(?:a{1,9}){2,4}', 'a{2,}', 'a+', '[+*]\\+'].map(waysOf)).toEqual([
    9,
    36,
    Infinity,
    Infinity,
    1,
  ])
}, 60_000)
