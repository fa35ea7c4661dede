// npm run changes -- [commit] [--most n]: what the working tree reads otherwise than that commit (HEAD), over seeds/ and corpus/.
// Ends with 0 where nothing is read otherwise, with 1 where something is.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [first, ...more] = process.argv.slice(2)
const commit = first === undefined || first.startsWith('-') ? 'HEAD' : first
const rest = commit === first ? more : process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'tongbao-changes-'))
const base = join(scratch, 'base')
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
  process.exitCode = node(
    root,
    ['dist/cli.js', 'diff', join(scratch, 'before'), join(scratch, 'after'), ...rest],
    'inherit',
  )
} finally {
  spawnSync('git', ['worktree', 'remove', '--force', base], { cwd: root })
  rmSync(scratch, { recursive: true, force: true })
}
