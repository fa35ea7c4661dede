// Whether a change for speed changed a byte: prints the SHA-256 of every file that extract writes.
// node bench/bytes.mjs [cli.js] [inputs…] > before, the same after the change, and compare the two.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [cli = join(root, 'dist', 'cli.js'), ...inputs] = process.argv.slice(2)
const out = mkdtempSync(join(tmpdir(), 'tongbao-bytes-'))
try {
  const given = inputs.length > 0 ? inputs : ['seeds', 'corpus/notices/docs']
  const run = spawnSync(process.execPath, [cli, 'extract', ...given, '-o', out, '-q'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`extract ended with ${run.status}: ${run.stderr}`)
  for (const name of readdirSync(out).sort())
    if (!name.startsWith('.'))
      console.log(
        `${createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex')}  ${name}`,
      )
} finally {
  rmSync(out, { recursive: true, force: true })
}
