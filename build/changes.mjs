// npm run changes -- [commit] [--most n] [--gate]: what the working tree reads otherwise than that commit (HEAD), over seeds/ and
// corpus/. Ends with 0 where nothing is read otherwise, with 1 where something is; with --gate (as .ci/run has it, against
// the commit before) with 1 only where a field of the gold is read worse, and names what was right then and is not now.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const gate = process.argv.includes('--gate')
const [first, ...more] = process.argv.slice(2).filter((arg) => arg !== '--gate')
const commit = first === undefined || first.startsWith('-') ? 'HEAD' : first
const rest = commit === first ? more : [first, ...more].filter((arg) => arg !== undefined)
const scratch = mkdtempSync(join(tmpdir(), 'tongbao-changes-'))
const base = join(scratch, 'base')
const CORPORA = ['seeds', 'notices', 'held-back']
/** A field may be worse by less than this: what counts is not the last bit of a sum. */
const SAME = 1e-9
const node = (folder, args, stdio = 'ignore') =>
  spawnSync(process.execPath, args, { cwd: folder, stdio: ['ignore', stdio, 'inherit'] }).status
try {
  execFileSync('git', ['worktree', 'add', '--detach', base, commit], { cwd: root, stdio: 'ignore' })
  symlinkSync(join(root, 'node_modules'), join(base, 'node_modules'))
  for (const [name, folder] of [
    ['before', base],
    ['after', root],
  ]) {
    if (node(folder, ['build/bundle.mjs']) !== 0) throw new Error(`${name}: the build failed`)
    const inputs = ['seeds', 'corpus/notices/docs'].map((input) => join(root, input))
    const ended = node(folder, ['dist/cli.js', 'extract', ...inputs, '-o', join(scratch, name), '-q'])
    if (ended !== 0 && ended !== 3) throw new Error(`${name}: extract ended with ${ended}`)
  }
  const differs = node(
    root,
    ['dist/cli.js', 'diff', join(scratch, 'before'), join(scratch, 'after'), ...rest],
    'inherit',
  )
  if (!gate || differs > 1) process.exitCode = differs
  else if (differs === 1) process.exitCode = CORPORA.filter(isWorse).length > 0 ? 1 : 0
} finally {
  spawnSync('git', ['worktree', 'remove', '--force', base], { cwd: root })
  rmSync(scratch, { recursive: true, force: true })
}

/** Whether a field of a corpus' gold is read worse than it was; says which, and what is missed or wrong that was not. */
function isWorse(corpus) {
  const [before, after] = [base, root].map((folder) =>
    JSON.parse(
      execFileSync(process.execPath, ['dist/cli.js', 'eval', join(root, 'corpus', corpus), '--json'], {
        cwd: folder,
        maxBuffer: 2 ** 28,
      }),
    ),
  )
  const was = new Map(before.fields.map((f) => [f.field, f]))
  const now = new Map(after.fields.map((f) => [f.field, f]))
  const gained = now.get('records').hit - was.get('records').hit
  // A record that is read now may have a field wrong, and one that is read no more takes its fields along.
  const isLess = (f, old) =>
    f.field.startsWith('record.') ? f.wrong - old.wrong > Math.max(0, gained) : f.f1 < old.f1 - SAME
  const worse = after.fields.filter((f) => was.has(f.field) && isLess(f, was.get(f.field)))
  const known = new Set(before.misses.map(told))
  for (const { field, f1 } of worse) {
    console.log(`corpus/${corpus} ${field}: F1 ${was.get(field).f1.toFixed(4)} → ${f1.toFixed(4)}`)
    for (const m of after.misses)
      if (m.field === field && !known.has(told(m))) console.log(`  ${told(m).slice(0, 300)}`)
  }
  return worse.length > 0
}

function told({ doc, field, what, gold, got }) {
  const plain = (value) =>
    JSON.stringify(value, (key, v) => (/^(?:evidence|confidence)/.test(key) ? undefined : v))
  return `${doc} ${field} ${what} gold ${plain(gold)} got ${plain(got)}`
}
