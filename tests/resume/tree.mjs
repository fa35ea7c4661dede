// What a test of broken runs needs: inputs of every kind, a command that can be ended, and a whole tree to compare.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export const CLI = new URL('../../dist/cli.js', import.meta.url).pathname
const corpus = new URL('../../corpus/notices/docs/', import.meta.url).pathname

/** Notices as files, as lines of a dump, an empty one that fails and a file of another kind that is skipped. */
export function makeInputs(folder, notices = 30) {
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(corpus).sort().slice(0, notices)
  for (const name of names) cpSync(join(corpus, name), join(folder, name))
  const lines = names
    .filter((name) => name.endsWith('.txt'))
    .map((name, i) =>
      JSON.stringify({ text: readFileSync(join(corpus, name), 'utf8'), url: `http://example.cn/${i}` }),
    )
  writeFileSync(join(folder, 'dump.jsonl'), `${lines.join('\n')}\nnot json\n`)
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'photo.jpg'), 'x')
}

/** Every file below a folder, hidden ones too: path → bytes. */
export function treeOf(folder) {
  const tree = new Map()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath ?? entry.path, entry.name)
      tree.set(relative(folder, path), readFileSync(path))
    }
  return tree
}

/** Paths that are not the same in both. */
export function differences(a, b) {
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => !a.get(path)?.equals(b.get(path) ?? Buffer.from('?')),
  )
}

/** A random number generator that gives the same numbers for the same seed (mulberry32). */
export function random(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Runs the command in a process group of its own; with `killAfter` (ms) the whole group is killed then. */
export function tongbao(args, { killAfter, cwd } = {}) {
  const begun = performance.now()
  const child = spawn(process.execPath, [CLI, ...args], {
    detached: true,
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (bytes) => (said += bytes))
  child.stderr.on('data', (bytes) => (said += bytes))
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => process.kill(-child.pid, 'SIGKILL'), killAfter)
  return new Promise((resolve) =>
    child.on('close', (status, signal) => {
      clearTimeout(timer)
      resolve({ status, killed: signal === 'SIGKILL', said, ms: performance.now() - begun })
    }),
  )
}
