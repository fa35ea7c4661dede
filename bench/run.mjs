// npm run bench [-- --count 10000] [--only floor,python,cold,growth,pieces]: ratios, each taken in one run, as a table.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { longNotice, writeCorpus } from './corpus.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = join(root, 'dist', 'cli.js')
const { values: options } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, only: { type: 'string', default: '' } },
})
const wanted = (name) => options.only === '' || options.only.split(',').includes(name)
const scratch = mkdtempSync(join(tmpdir(), 'tongbao-bench-'))
const table = []
const row = (what, measured, ratio = '') => {
  table.push({ what, measured, ratio })
  console.log(`${what.padEnd(52)} ${measured.padEnd(44)} ${ratio}`)
}
const round = (n, digits = 2) => n.toFixed(digits)

console.log(
  `${cpus()[0].model} × ${cpus().length}, Node ${process.version}; CPU time of the one process, its GC and compiler threads included\n`,
)

try {
  if (!existsSync(cli)) throw new Error('run npm run build first')
  const bundle = await bundled()
  const corpus = join(scratch, 'corpus')
  const out = join(scratch, 'out')
  const { characters, bytes } = writeCorpus(corpus, Number(options.count))
  row('corpus', `${options.count} notices, ${round(characters / 1e6)} M characters, ${round(bytes / 1e6)} MB`)

  if (wanted('floor') || wanted('python') || wanted('pieces')) {
    const tool = child(process.execPath, [cli, 'extract', corpus, '-o', out, '-q'])
    row(
      'extract, files to written output',
      `${round(tool.cpu, 1)} s CPU (${round(tool.wall, 1)} s wall)`,
      `${round(characters / tool.cpu / 1e6, 3)} M characters/s`,
    )
    if (wanted('floor')) {
      const notices = readFileSync(join(out, 'notices.ndjson'), 'utf8')
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l))
      const from = process.cpuUsage()
      const shares = bundle.floor(corpus, notices, join(scratch, 'floor'))
      const used = process.cpuUsage(from)
      const cpu = (used.user + used.system) / 1e6
      row(
        'floor: read, decode, fold, lex, serialise',
        `${round(cpu, 1)} s CPU (${Object.entries(shares)
          .map(([k, ms]) => `${k} ${Math.round(ms)} ms`)
          .join(', ')})`,
        `extract takes ${round(tool.cpu / cpu, 1)} × the floor`,
      )
    }
    if (wanted('python')) {
      const python = spawnSync(
        '/usr/bin/python3',
        [join(root, 'bench/peers/extract.py'), corpus, join(scratch, 'peer')],
        { encoding: 'utf8' },
      )
      if (python.status === 0) {
        const { cpu, records } = JSON.parse(python.stdout)
        row(
          'Python: jieba, re, pandas',
          `${round(cpu, 1)} s CPU, ${records} rows`,
          `extract is ${round(cpu / tool.cpu, 2)} × as fast`,
        )
      } else row('Python: jieba, re, pandas', 'not run: needs python3-jieba and python3-pandas', '')
    }
  }

  if (wanted('cold')) {
    const one = join(
      corpus,
      readdirSync(corpus).find((f) => f.endsWith('.txt')),
    )
    const cold = []
    const empty = []
    for (let n = 0; n < 7; n++) {
      empty.push(child(process.execPath, ['-e', '0']))
      // A folder of its own each time: a run into the same one would find its notice extracted already.
      cold.push(child(process.execPath, [cli, 'extract', one, '-o', join(scratch, `one.${n}`), '-q']))
    }
    const median = (list) => list.map((m) => m.cpu).sort((a, b) => a - b)[3] * 1000
    const limit = 2 * median(empty) + 150
    row(
      'cold extract of one text',
      `${round(median(cold), 0)} ms CPU; node -e 0 takes ${round(median(empty), 0)} ms`,
      `${round(median(cold) / limit)} of 2 × node + 150 ms`,
    )
  }

  if (wanted('growth')) {
    const { extract } = await import(pathToFileURL(join(root, 'dist/index.js')).href)
    for (let n = 0; n < 100; n++) extract(longNotice(3000, n))
    for (const kind of ['mixed', 'table', 'line']) {
      const points = [1e3, 1e4, 1e5, 1e6].map((size) => {
        const text = longNotice(size, 1, kind)
        const repeats = Math.max(1, Math.min(30, Math.round(1e5 / size)))
        const from = process.cpuUsage()
        for (let n = 0; n < repeats; n++) extract(text)
        const used = process.cpuUsage(from)
        return { size, ms: (used.user + used.system) / 1000 / repeats }
      })
      const exponent =
        Math.log(points.at(-1).ms / points[1].ms) / Math.log(points.at(-1).size / points[1].size)
      row(
        `one notice of 10³ … 10⁶ characters, ${kind}`,
        points.map((p) => `${round(p.ms, 0)} ms`).join(', '),
        `exponent ${round(exponent)} (10⁴ to 10⁶)`,
      )
    }
  }

  if (wanted('pieces')) {
    const { Bench } = await import('tinybench')
    const { default: opencc } = await import('opencc-js')
    const texts = readdirSync(corpus)
      .filter((f) => f.endsWith('.txt'))
      .slice(0, 60)
      .map((f) => readFileSync(join(corpus, f), 'utf8'))
    const all = texts.join('\n')
    const kit = bundle.loadKit()
    const words = [...kit.regions.names()].slice(0, 600)
    const trie = new bundle.Matcher()
    for (const word of words) trie.add(word, word)
    const alternation = new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'g')
    const convert = opencc.Converter({ from: 't', to: 'cn' })
    const bench = new Bench({ time: 700 })
    const pairs = [
      [
        '600 place names: trie (all hits)',
        () => trie.scan(all, 0, all.length, () => {}),
        'native alternation (first hits)',
        () => all.match(alternation),
      ],
      [
        'traditional to simplified, with spans',
        () => bundle.toSimplified.edits(all),
        'opencc-js, without',
        () => convert(all),
      ],
    ]
    for (const [own, a, other, b] of pairs) bench.add(own, a).add(other, b)
    await bench.run()
    for (const [own, , other] of pairs) {
      const [a, b] = [own, other].map(
        (name) => bench.getTask(name).result.latency?.mean ?? bench.getTask(name).result.mean,
      )
      row(own, `${round(a)} ms; ${other} ${round(b)} ms`, `${round(b / a)} × as fast`)
    }
  }
  console.log(
    `\n| what | measured | ratio |\n|---|---|---|\n${table.map((r) => `| ${r.what} | ${r.measured} | ${r.ratio} |`).join('\n')}`,
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
  rmSync(join(root, 'dist', 'bench'), { recursive: true, force: true })
}

/** CPU and wall seconds of a Node child; it reports its own when it ends. */
function child(command, args) {
  const hook =
    'process.on("exit",()=>{const u=process.cpuUsage();process._rawDebug("CPU "+(u.user+u.system))})'
  const from = performance.now()
  const run = spawnSync(command, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, ...args], {
    encoding: 'utf8',
  })
  const cpu = /CPU (\d+)/.exec(run.stderr)
  if (!cpu || (run.status !== 0 && run.status !== 3)) throw new Error(`${args.join(' ')}: ${run.stderr}`)
  return { cpu: Number(cpu[1]) / 1e6, wall: (performance.now() - from) / 1000 }
}

/** The floor and the pieces, bundled as the command is. */
async function bundled() {
  const { build } = await import('esbuild')
  const outfile = join(root, 'dist', 'bench', 'floor.mjs')
  await build({
    entryPoints: [join(root, 'bench/floor.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['mammoth', 'yauzl'],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}
