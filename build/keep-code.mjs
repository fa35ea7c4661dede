// Run by build/bundle.mjs in a process of its own: extracts a seed and keeps the code that V8 compiled for it.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileLess, KEPT, load } from '../dist/start.js'

const seeds = fileURLToPath(new URL('../seeds/', import.meta.url))
const [seed] = readdirSync(seeds).sort()
const out = mkdtempSync(join(tmpdir(), 'tongbao-code-'))
try {
  process.chdir(out)
  process.argv.splice(2, Number.POSITIVE_INFINITY, 'extract', join(seeds, seed), '-o', 'out', '-q')
  compileLess()
  const { programs, script } = load()
  await programs.cli()
  if (process.exitCode) throw new Error(`extract ended with ${process.exitCode}`)
  writeFileSync(KEPT, script.createCachedData())
} finally {
  process.chdir(seeds)
  rmSync(out, { recursive: true, force: true })
}
