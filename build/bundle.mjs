// dist/: the command and the library, bundled with what they need; native and heavy packages stay outside and load on demand.
import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true })
await build({
  entryPoints: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    'shard-thread': 'src/run/shard-thread.ts',
    'shard-process': 'src/run/shard-process.ts',
    'isolated-process': 'src/run/isolated-process.ts',
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
    'cli-progress',
    'iconv-lite',
    'mammoth',
    'pdfjs-dist',
    'piscina',
    'tar-stream',
    'yauzl',
  ],
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
// dist/page/: script and style of report.html and of the review, for any browser since 2022.
await build({
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
  logLevel: 'warning',
})
for (const name of ['page.js', 'review.js']) {
  const page = readFileSync(new URL(`../dist/page/${name}`, import.meta.url), 'utf8')
  if (/<\/script|<!--/i.test(page)) throw new Error(`dist/page/${name} cannot stand in a script element`)
}
chmodSync(new URL('../dist/cli.js', import.meta.url), 0o755)
