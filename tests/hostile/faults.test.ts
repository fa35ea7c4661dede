import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tongbao } from './command.ts'
import { LONG } from './full.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** In parts, where an hour is too long: `HOSTILE_FROM` and `HOSTILE_N`. */
const FROM = Number(process.env.HOSTILE_FROM ?? 1)
const N = Number(process.env.HOSTILE_N ?? Infinity)
const INPUT = 'seeds/004_02e4c270c4d37dad.txt'
const WITH_FAULTS = ['--require', './tests/hostile/faults.cjs']
const extract = (out: string, fault = '') =>
  tongbao(['extract', INPUT, '-o', out, '--quiet'], {
    env: { FAULT: fault },
    node: WITH_FAULTS,
    timeout: 120_000,
  })

/** Visible files and the hash of each; what stands under a name that begins with a point is nobody's result. */
const resultOf = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(out, { withFileTypes: true })
      .filter((e) => e.isFile() && !e.name.startsWith('.'))
      .map(
        ({ name }) =>
          [
            name,
            createHash('sha256')
              .update(readFileSync(join(out, name)))
              .digest('hex'),
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

test('whichever write, sync or rename fails: exit 74, no file in part under its name, and the next run is whole', () => {
  const whole = join(scratch, 'whole')
  const steps = Number(/steps=(\d+)/.exec(extract(whole).said)?.[1])
  expect(steps).toBeGreaterThan(20)
  const expected = resultOf(whole)
  const found: string[] = []
  const codes = ['ENOSPC', 'EIO', 'EACCES']
  const every = LONG ? 1 : Math.ceil(steps / 12)
  for (let n = FROM; n <= Math.min(steps, FROM + N - 1); n += every) {
    if (LONG && n % 20 === 0) console.log(`step ${n} of ${steps}, ${found.length} wrong`)
    const code = codes[n % codes.length]!
    const out = join(scratch, 'out')
    rmSync(out, { recursive: true, force: true })
    const r = extract(out, `${n}:${code}`)
    if (r.status !== 74)
      found.push(`step ${n} ${code}: exit ${r.status ?? r.signal}: ${r.said.slice(0, 200)}`)
    if (/\n {4}at /.test(r.said)) found.push(`step ${n} ${code}: a stack trace`)
    const left = existsSync(out) ? resultOf(out) : {}
    for (const [name, hash] of Object.entries(left))
      if (hash !== expected[name]) found.push(`step ${n} ${code}: ${name} is there in part`)
    const again = extract(out)
    if (again.status !== 0)
      found.push(`step ${n} ${code}: rerun exits ${again.status}: ${again.said.slice(0, 200)}`)
    else if (JSON.stringify(resultOf(out)) !== JSON.stringify(expected))
      found.push(`step ${n} ${code}: rerun differs`)
  }
  expect(found).toEqual([])
}, 3_600_000)

test('a full disk under standard output is an error, not silence', () => {
  if (!existsSync('/dev/full')) return
  const r = spawnSync(
    'sh',
    ['-c', `"$0" dist/cli.js extract ${INPUT} -o ${join(scratch, 'full')} > /dev/full`, process.execPath],
    {
      encoding: 'utf8',
    },
  )
  expect([r.status, /\n {4}at /.test(r.stderr)]).toEqual([74, false])
}, 60_000)

test('a reader that leaves ends the command without a word', () => {
  const r = spawnSync(
    'bash',
    [
      '-c',
      `set -o pipefail; "$0" dist/cli.js explain --json ${INPUT} | head -c 10; echo " \${PIPESTATUS[0]}"`,
      process.execPath,
    ],
    {
      encoding: 'utf8',
    },
  )
  expect([r.stdout.trim().split(' ').at(-1), r.stderr]).toEqual([expect.stringMatching(/^(?:0|74|141)$/), ''])
}, 60_000)

test('an output folder that may not be written into', () => {
  const out = join(scratch, 'locked')
  mkdirSync(out)
  // For root no mode is a lock: then as nobody.
  const root = process.getuid?.() === 0
  if (root) {
    chownSync(out, 0, 0)
    chmodSync(scratch, 0o755)
  }
  chmodSync(out, 0o555)
  const r = spawnSync(process.execPath, ['dist/cli.js', 'extract', INPUT, '-o', out, '--quiet'], {
    encoding: 'utf8',
    ...(root ? { uid: 65534, gid: 65534 } : {}),
  })
  chmodSync(out, 0o755)
  expect([r.status, r.stderr]).toEqual([74, expect.stringMatching(/EACCES.*locked/)])
}, 60_000)
