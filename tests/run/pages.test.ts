import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
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

const folder = mkdtempSync(join(tmpdir(), 'tongbao-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const has = (program: string): boolean => spawnSync('which', [program]).status === 0

/** The commands of a page, as they stand in it. */
const commands = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block!)

describe.skipIf(!has('parallel'))('docs/scale/gnu-parallel.md runs as it is written (needs parallel)', () => {
  const blocks = commands('docs/scale/gnu-parallel.md')
  mkdirSync(join(folder, 'bin'))
  writeFileSync(
    join(folder, 'bin', 'tongbao'),
    `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`,
  )
  chmodSync(join(folder, 'bin', 'tongbao'), 0o755)
  cpSync('seeds', join(folder, 'notices'), { recursive: true })
  const run = (script: string) =>
    spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
    })

  test('the page has commands', () => expect(blocks).toHaveLength(2))
  for (const block of blocks)
    test(block.split('\n')[0]!, () => {
      const { status, stderr } = run(block)
      expect(status, stderr).toBe(0)
    })
  test('and they make what extract makes', () => {
    run('tongbao extract notices -o alone -q')
    for (const name of readdirSync(join(folder, 'alone')).filter((n) => !n.startsWith('.')))
      expect(readFileSync(join(folder, 'out', name), 'utf8'), name).toBe(
        readFileSync(join(folder, 'alone', name), 'utf8'),
      )
    const results = readFileSync(join(folder, 'results.ndjson'), 'utf8').trimEnd().split('\n')
    expect(results.map((line) => JSON.parse(line).status)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok'])
  })
})

test('no page of docs/scale is without a link from the first', () => {
  const first = readFileSync('docs/scale/README.md', 'utf8')
  for (const name of readdirSync('docs/scale')) if (name !== 'README.md') expect(first).toContain(`(${name})`)
})
