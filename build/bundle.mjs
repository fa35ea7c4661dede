// dist/: the command and the library, bundled with what they need; native packages and those that bring files stay outside and load on demand.
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { licencesOf } from './licences.mjs'

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true })
const command = await build({
  entryPoints: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    'shard-thread': 'src/run/shard-thread.ts',
    'shard-process': 'src/run/shard-process.ts',
    'isolated-process': 'src/run/isolated-process.ts',
    'compile-tables': 'build/compile-tables.ts',
  },
  absWorkingDir: new URL('..', import.meta.url).pathname,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  external: [
    '@duckdb/node-api',
    '@e965/xlsx',
    '@node-rs/jieba',
    'bullmq',
    'iconv-lite',
    'ioredis',
    'pdfjs-dist',
    'pg',
    'piscina',
  ],
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})
// dist/page/: script and style of report.html and of the review, for any browser since 2022.
const shown = await build({
  entryPoints: { page: 'src/report/app/main.tsx', review: 'src/review/app/main.tsx' },
  absWorkingDir: new URL('..', import.meta.url).pathname,
  outdir: 'dist/page',
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2021',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"', __DEV__: 'false' },
  metafile: true,
  logLevel: 'warning',
})
for (const name of ['page.js', 'review.js']) {
  const page = readFileSync(new URL(`../dist/page/${name}`, import.meta.url), 'utf8')
  if (/<\/script|<!--/i.test(page)) throw new Error(`dist/page/${name} cannot stand in a script element`)
}
// dist/tables.bin and likeness.bin: the tables as they are once read, checked and compiled.
await import('../dist/compile-tables.js')
rmSync(new URL('../dist/compile-tables.js', import.meta.url))
// dist/tool.sha256: of all this code, which is part of what a run is known by.
const sum = createHash('sha256')
for (const name of readdirSync(new URL('../dist', import.meta.url)).sort())
  if (name.endsWith('.js'))
    sum.update(`${name}\0`).update(readFileSync(new URL(`../dist/${name}`, import.meta.url)))
writeFileSync(new URL('../dist/tool.sha256', import.meta.url), `${sum.digest('hex')}\n`)
chmodSync(new URL('../dist/cli.js', import.meta.url), 0o755)
// dist/licences.txt: what is in these files and not ours, with the texts that ask to go along.
writeFileSync(
  new URL('../dist/licences.txt', import.meta.url),
  licencesOf([command.metafile, shown.metafile], new URL('..', import.meta.url).pathname),
)
