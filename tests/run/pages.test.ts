import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { slurmNode } from './slurm-node.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongbao-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const has = (program: string): boolean => spawnSync('which', [program]).status === 0

/** The commands of a page, as they stand in it. */
const commands = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block!)

mkdirSync(join(folder, 'bin'))
writeFileSync(
  join(folder, 'bin', 'tongbao'),
  `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`,
)
chmodSync(join(folder, 'bin', 'tongbao'), 0o755)
const PATH = `${join(folder, 'bin')}:${process.env.PATH}`

/** A folder with notices, and what runs a script there. */
function workplace(name: string) {
  const cwd = join(folder, name)
  cpSync('seeds', join(cwd, 'notices'), { recursive: true })
  const run = (script: string, env: NodeJS.ProcessEnv = {}) =>
    spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PATH, ...env },
    })
  const sameAsAlone = () => {
    run('tongbao extract notices -o alone -q')
    for (const file of readdirSync(join(cwd, 'alone')).filter((n) => !n.startsWith('.')))
      expect(readFileSync(join(cwd, 'out', file), 'utf8'), file).toBe(
        readFileSync(join(cwd, 'alone', file), 'utf8'),
      )
  }
  return { cwd, run, sameAsAlone }
}

describe.skipIf(!has('parallel'))('docs/scale/gnu-parallel.md runs as it is written (needs parallel)', () => {
  const blocks = commands('docs/scale/gnu-parallel.md')
  const { cwd, run, sameAsAlone } = workplace('parallel')
  test('the page has commands', () => expect(blocks).toHaveLength(2))
  for (const block of blocks)
    test(block.split('\n')[0]!, () => {
      const { status, stderr } = run(block)
      expect(status, stderr).toBe(0)
    })
  test('and they make what extract makes', () => {
    sameAsAlone()
    const results = readFileSync(join(cwd, 'results.ndjson'), 'utf8').trimEnd().split('\n')
    expect(results.map((line) => JSON.parse(line).status)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok'])
  })
})

const slurm = has('slurmctld') && has('slurmd') && process.getuid?.() === 0
describe.skipIf(!slurm)('docs/scale/slurm.md runs as it is written (needs slurm-wlm, and root)', () => {
  const { cwd, run, sameAsAlone } = workplace('slurm')
  const node = slurm ? slurmNode(cwd) : null
  afterAll(() => node?.stop())
  const blocks = commands('docs/scale/slurm.md')
  test('the page has commands', () => expect(blocks).toHaveLength(2))
  for (const block of blocks)
    test(block.split('\n')[0]!, () => {
      rmSync(join(cwd, 'out'), { recursive: true, force: true })
      // A script says itself what it ends with.
      const script = block.startsWith('#') ? `sh -c '${block.replaceAll("'", "'\\''")}'` : block
      expect([run(script, node!.env).status, existsSync(join(cwd, 'out', 'manifest.json'))]).toEqual([
        0,
        true,
      ])
      sameAsAlone()
    }, 240_000)
})

test('the command of docs/scale/kubernetes.md, once for each index of its job', () => {
  const page = readFileSync('docs/scale/kubernetes.md', 'utf8')
  const { run, sameAsAlone } = workplace('kubernetes')
  const completions = Number(/completions: (\d+)/.exec(page)![1])
  const [shell, flag, command] = JSON.parse(
    /command: (\[.*\])/.exec(page)![1]!.replace(/'([^']*)'/g, (_, text) => JSON.stringify(text)),
  )
  expect([shell, flag, completions]).toEqual(['sh', '-c', 16])
  expect(run('tongbao plan notices/ -o out').status).toBe(0)
  // The last index has the one shard that there is, and all others nothing to do.
  for (const index of [0, completions - 1])
    expect(run(command, { JOB_COMPLETION_INDEX: String(index) }).status, String(index)).toBe(0)
  expect(run('tongbao commit -o out -q').status).toBe(0)
  sameAsAlone()
}, 120_000)

test('no page of docs/scale is without a link from the first', () => {
  const first = readFileSync('docs/scale/README.md', 'utf8')
  for (const name of readdirSync('docs/scale')) if (name !== 'README.md') expect(first).toContain(`(${name})`)
})
