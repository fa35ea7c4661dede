// npm run test:hostile [-- --full] [-- tests/hostile/fuzz.test.ts]: the long forms of the tests in this folder.
// npm run test:hostile -- --collection <folder>: the command over any folder of files.
import { spawnSync } from 'node:child_process'

const args = process.argv.slice(2)
if (args[0] === '--collection') {
  await import('../../build/bundle.mjs')
  const { collection } = await import('./collection.mjs')
  process.exitCode = Math.max(...args.slice(1).map(collection))
} else {
  const HOSTILE = args.includes('--full') ? 'full' : 'long'
  const files = args.filter((a) => a !== '--full')
  const r = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--no-file-parallelism',
      ...(files.length > 0 ? files : ['tests/hostile']),
    ],
    { stdio: 'inherit', env: { ...process.env, HOSTILE } },
  )
  process.exitCode = r.status ?? 1
}
