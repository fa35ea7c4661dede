// node bench/mine.mjs <corpus> [--folds 5] [--proposals 100] [--show]: of cue rows taken out of the tables, how many `tongbao mine`
// proposes anew. A row counts as proposed when a proposal's example is a clause that the row reads, and the proposed phrase holds
// words of it that the row looks for.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folds: { type: 'string', default: '5' },
    proposals: { type: 'string', default: '100' },
    show: { type: 'boolean', default: false },
  },
})
const scratch = mkdtempSync(join(root, 'node_modules', '.tongbao-mine-'))
try {
  const outfile = join(scratch, 'mine.mjs')
  await build({
    stdin: {
      resolveDir: root,
      contents: `export { mine, minedDocuments } from './src/run/mine/mine.ts'
        export { loadKit } from './src/kit.ts'
        export { classify, termsIn } from './src/resolve/category.ts'
        export { Hits } from './src/resolve/hits.ts'`,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  const { mine, minedDocuments, loadKit, classify, termsIn, Hits } = await import(pathToFileURL(outfile))
  const kit = loadKit(join(root, 'grammars', 'lexicon'))
  const corpus = positionals.length ? positionals : [join(root, 'corpus', 'notices', 'docs')]
  const folds = Number(options.folds)
  const most = Number(options.proposals)
  /** The cues that read a text, with where the words stand that they look for. */
  const cuesOf = (text) => {
    const hits = new Hits(text, kit)
    const found = termsIn(text, hits, 0, text.length, () => false)
    const terms = new Set(found.map((f) => f.term))
    const read = new Map()
    for (const about of ['media', 'site', null])
      for (const c of classify(found, { about, terms }, kit))
        read.set(
          c.cue.row.line,
          found.filter((f) => c.cue.terms.some((t) => t.id === f.term && !kit.cues.isObject[t.id])),
        )
    return read
  }
  const wordsOf = (pattern) =>
    pattern
      .split(/[ |]/)
      .flatMap((w) =>
        w.startsWith('@') ? kit.tables.words.filter((r) => `@${r.class}` === w).flatMap((r) => r.words) : [w],
      )
  /** Categories of a text by tables. */
  const categoriesOf = (text, tables) => {
    const found = termsIn(text, new Hits(text, tables), 0, text.length, () => false)
    const terms = new Set(found.map((f) => f.term))
    const fits = (cue) => cue.terms.every((t) => t.about || terms.has(t.id))
    const read = ['media', 'site', null].flatMap((about) => classify(found, { about, terms }, tables))
    return { read: new Set(read.map((c) => c.category)), stand: tables.cues.cues.filter(fits) }
  }
  const stand = new Set()
  const reads = new Map()
  for (const { text } of (await minedDocuments(corpus, kit)).clauses.matched) {
    for (const cue of categoriesOf(text, kit).stand) stand.add(cue.row.line)
    for (const line of cuesOf(text).keys()) reads.set(line, [...(reads.get(line) ?? []), text])
  }
  const all = [0, 0, 0, 0, 0, 0]
  const print = (fold, figures, rest = '') =>
    console.log([String(fold).padEnd(4), ...figures.map((n) => String(n).padStart(9))].join(' ') + rest)
  console.log(
    'Of the removed rows, those whose words stand in one clause of the corpus, those that read one, those without which a clause is no longer read as what they say, those proposed, and proposed with the right category',
  )
  print('fold', ['removed', 'stand', 'read', 'needed', 'proposed', 'category'])
  for (let fold = 0; fold < folds; fold++) {
    const removed = kit.tables.cues.filter((_, i) => i % folds === fold)
    const overlay = join(scratch, `fold${fold}`)
    mkdirSync(overlay)
    writeFileSync(
      join(overlay, 'cues.tsv'),
      ['category\tpattern\texample', ...removed.map((r) => `-${r.category}\t${r.pattern}`)].join('\n'),
    )
    const lines = new Set(removed.map((r) => r.line))
    const mined = await mine(corpus, overlay)
    const less = loadKit(undefined, overlay)
    const told = new Set()
    for (const p of mined.cues)
      for (const e of p.examples)
        for (const line of cuesOf(e.text).keys()) if (lines.has(line)) told.add(line)
    const proposed = new Map()
    for (const [rank, p] of mined.cues.slice(0, most).entries()) {
      const hit = []
      for (const e of p.examples)
        for (const [line, words] of cuesOf(e.text)) {
          if (!lines.has(line)) continue
          const spans = wordsOf(p.row.pattern).map((w) => [e.text.indexOf(w), e.text.indexOf(w) + w.length])
          if (!words.some((h) => spans.some(([s, t]) => s >= 0 && h.start < t && h.end > s))) continue
          const row = removed.find((r) => r.line === line)
          // What was read all the same is found again only with its own category.
          if (p.read_as !== null && p.row.category !== row.category) continue
          const old = proposed.get(line) ?? { rank, right: false }
          proposed.set(line, { rank: old.rank, right: old.right || p.row.category === row.category })
          hit.push(line)
        }
      if (options.show)
        console.log(
          `  ${rank + 1}\t${p.likeness}\t${p.documents}/${p.clauses}\t${p.row.category}\t${p.row.pattern}\t${p.read_as ?? ''}\t${p.row.example}\t${hit.join(' ')}`,
        )
    }
    const right = [...proposed.values()].filter((p) => p.right).length
    const figures = [
      removed.length,
      removed.filter((r) => stand.has(r.line)).length,
      removed.filter((r) => reads.has(r.line)).length,
      removed.filter((r) => reads.get(r.line)?.some((t) => !categoriesOf(t, less).read.has(r.category)))
        .length,
      proposed.size,
      right,
    ]
    print(
      fold,
      figures,
      `   (${mined.documents} documents, ${mined.clauses.unmatched} unmatched clauses, ${mined.cues.length} proposals)`,
    )
    if (options.show)
      for (const r of removed)
        if (!proposed.has(r.line))
          console.log(
            `  not proposed: ${told.has(r.line) ? 'told  ' : 'untold'} ${r.line} ${r.category} ${r.pattern.slice(0, 60)}`,
          )
    for (const [k, n] of figures.entries()) all[k] += n
  }
  print('all', all)
} finally {
  rmSync(scratch, { recursive: true })
}
