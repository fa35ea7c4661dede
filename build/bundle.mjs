// dist/: the command and the library, bundled with what they need; native and heavy packages stay outside and load on demand.
import { chmodSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true })
await build({
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
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
    'iconv-lite',
    'mammoth',
    'pdfjs-dist',
    'tar-stream',
    'yauzl',
  ],
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
chmodSync(new URL('../dist/cli.js', import.meta.url), 0o755)
