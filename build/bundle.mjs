// dist/: the command and the library, bundled with what they need; native packages and those that bring files stay outside and load on demand.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { licencesOf } from './licences.mjs'

const dist = new URL('../dist/', import.meta.url)
rmSync(dist, { recursive: true, force: true })
const node = {
  absWorkingDir: new URL('..', import.meta.url).pathname,
  bundle: true,
  platform: 'node',
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
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
}
// The library, as modules.
const library = await build({
  ...node,
  entryPoints: { index: 'src/index.ts', start: 'src/start.ts', 'compile-tables': 'build/compile-tables.ts' },
  outdir: 'dist',
  splitting: true,
  format: 'esm',
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
/** Parts of Node that few runs need, and that take a start some milliseconds: loaded when something of them is used. */
const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?(?:child_process|zlib)$/ }, ({ path }) => ({
      path: path.replace(/^node:/, ''),
      namespace: 'late',
    }))
    onLoad({ filter: /^/, namespace: 'late' }, async ({ path }) => {
      const names = Object.keys(await import(`node:${path}`)).filter((name) => name !== 'default')
      const getters = names.map(
        (name) => `get ${name}() { return process.getBuiltinModule('node:${path}').${name} }`,
      )
      return { contents: `module.exports = {${getters.join()}}` }
    })
  },
}
// The programs: one script, so that V8 can keep all it made of it, and a line each that begins one of them.
const programs = await build({
  ...node,
  stdin: {
    resolveDir: node.absWorkingDir,
    contents: `module.exports = {
      cli: () => require('./src/cli.ts').main(),
      shardThread: () => require('./src/run/shard-thread.ts').default,
      shardProcess: () => require('./src/run/shard-process.ts').default,
      isolatedProcess: () => void require('./src/run/isolated-process.ts'),
    }`,
  },
  outfile: 'dist/programs.cjs',
  plugins: [late],
  format: 'cjs',
  define: { 'import.meta.url': '__url', 'import.meta.resolve': '__resolve' },
  banner: {
    // A script that V8 has from what was kept cannot import: whoever loads it does.
    js: "const __import=module.import??(name=>import(name)),{pathToFileURL:__toUrl}=require('node:url'),__url=__toUrl(__filename).href,__resolve=name=>__toUrl(require.resolve(name)).href;",
  },
})
const script = new URL('programs.cjs', dist)
writeFileSync(script, readFileSync(script, 'utf8').replace(/\bimport\("/g, '__import("'))
// esbuild leaves regular expressions as they are; code that is all ASCII is read as it lies there, a byte for a character.
for (const name of readdirSync(dist).filter((name) => /\.c?js$/.test(name))) {
  const code = readFileSync(new URL(name, dist), 'utf8')
  const ascii = code.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  if (ascii !== code) writeFileSync(new URL(name, dist), ascii)
}
for (const [name, begin] of [
  ['cli', 'await programs().cli()'],
  ['shard-thread', 'export default programs().shardThread()'],
  ['shard-process', 'export default programs().shardProcess()'],
  ['isolated-process', 'programs().isolatedProcess()'],
])
  writeFileSync(
    new URL(`${name}.js`, dist),
    `${name === 'cli' ? '#!/usr/bin/env node\n' : ''}import { programs } from './start.js'\n${begin}\n`,
  )
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
  const page = readFileSync(new URL(`page/${name}`, dist), 'utf8')
  if (/<\/script|<!--/i.test(page)) throw new Error(`dist/page/${name} cannot stand in a script element`)
}
// dist/tables.bin and likeness.bin: the tables as they are once read, checked and compiled.
await import('../dist/compile-tables.js')
rmSync(new URL('compile-tables.js', dist))
// dist/tool.sha256: of all this code, which is part of what a run is known by.
const sum = createHash('sha256')
for (const name of readdirSync(dist).sort())
  if (/\.c?js$/.test(name)) sum.update(`${name}\0`).update(readFileSync(new URL(`${name}`, dist)))
writeFileSync(new URL('tool.sha256', dist), `${sum.digest('hex')}\n`)
chmodSync(new URL('cli.js', dist), 0o755)
// dist/licences.txt: what is in these files and not ours, with the texts that ask to go along.
writeFileSync(
  new URL('licences.txt', dist),
  licencesOf([library.metafile, programs.metafile, shown.metafile], new URL('..', import.meta.url).pathname),
)
// dist/programs.cjs.*: what V8 makes of the programs, once one has run.
execFileSync(process.execPath, [fileURLToPath(new URL('keep-code.mjs', import.meta.url))], {
  stdio: 'inherit',
})
