// Writes grammars/lexicon/likeness.json: what the wordings of corpus/phrases teach. `--check` only says whether it is what they give.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'grammars', 'lexicon', 'likeness.json')
const from = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const sources = from.length ? from : ['found.tsv', 'none.tsv'].map((f) => join(root, 'corpus', 'phrases', f))
/** How often they are learned from the start, passes over the wordings each time, and how strongly weights are drawn to nothing. */
const TIMES = 4
const PASSES = 40
const RATE = 0.5
const DECAY = 2e-5
/** Wordings that a feature must be in; of the many pairs around a character, the rare ones bring less than they weigh. */
const FEWEST = 2
const FEWEST_AROUND = 4

const scratch = mkdtempSync(join(root, 'node_modules', '.tongbao-learn-'))
let featuresOf
let NO_PROBLEM
try {
  const outfile = join(scratch, 'likeness.mjs')
  await build({
    entryPoints: [join(root, 'src/lexicon/likeness.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
  ;({ featuresOf, NO_PROBLEM } = await import(pathToFileURL(outfile)))
} finally {
  rmSync(scratch, { recursive: true })
}

const hash = createHash('sha256')
const rows = []
for (const source of sources) {
  const bytes = readFileSync(source)
  hash.update(bytes)
  for (const line of bytes.toString('utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [category, words] = line.split('\t')
    rows.push({ category: /none[^/]*\.tsv$/.test(source) ? NO_PROBLEM : category, words })
  }
}
const of = hash.digest('hex')
if (process.argv.includes('--check'))
  process.exit(readFileSync(file, 'utf8').includes(`"of": "${of}"`) ? 0 : 1)

const count = new Map()
for (const row of rows) {
  row.features = [...featuresOf(row.words)]
  for (const f of row.features) count.set(f, (count.get(f) ?? 0) + 1)
}
const features = [...count]
  .filter(([f, n]) => n >= (f.length > 2 ? FEWEST_AROUND : FEWEST))
  .map(([f]) => f)
  .sort()
const index = new Map(features.map((f, i) => [f, i]))
const categories = [...new Set(rows.map((r) => r.category))].sort()
const width = categories.length
for (const row of rows) {
  row.features = row.features.map((f) => index.get(f)).filter((i) => i !== undefined)
  row.category = categories.indexOf(row.category)
}

// Stochastic gradient with a step of its own for each weight (Duchi, Hazan, Singer 2011), in an order that is always the same.
let state = 20211
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
const p = new Float64Array(width)
// What the later passes of all times come to on average: the last one alone hangs on the order (Polyak, Juditsky 1992).
const mean = new Float64Array(features.length * width)
for (let time = 0; time < TIMES; time++) learn()

function learn() {
  const weights = new Float64Array(features.length * width)
  const squares = new Float64Array(features.length * width).fill(1e-8)
  for (let pass = 0; pass < PASSES; pass++) {
    onePass(weights, squares)
    if (pass >= PASSES / 2)
      for (let i = 0; i < mean.length; i++) mean[i] += (weights[i] / (TIMES * PASSES)) * 2
  }
}

function onePass(weights, squares) {
  for (let i = rows.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1))
    ;[rows[i], rows[k]] = [rows[k], rows[i]]
  }
  for (const { features: f, category } of rows) {
    if (f.length === 0) continue
    const x = 1 / Math.sqrt(f.length)
    p.fill(0)
    for (const row of f) for (let c = 0; c < width; c++) p[c] += weights[row * width + c] * x
    const most = Math.max(...p)
    let total = 0
    for (let c = 0; c < width; c++) total += p[c] = Math.exp(p[c] - most)
    for (let c = 0; c < width; c++) {
      const miss = p[c] / total - (c === category ? 1 : 0)
      if (Math.abs(miss) < 1e-4) continue
      for (const row of f) {
        const at = row * width + c
        const step = miss * x + DECAY * weights[at]
        squares[at] += step * step
        weights[at] -= (RATE * step) / Math.sqrt(squares[at])
      }
    }
  }
}
let largest = 0
for (const w of mean) largest = Math.max(largest, Math.abs(w))
const unit = largest / 127
const bytes = Int8Array.from(mean, (w) => Math.round(w / unit))
const model = {
  of,
  categories,
  unit: Number(unit.toPrecision(6)),
  features: features.join(' '),
  weights: Buffer.from(bytes.buffer).toString('base64'),
}
const text = `${JSON.stringify(model, null, 2)}\n`
writeFileSync(process.env.LIKENESS ?? file, text)
console.log(
  `${rows.length} wordings, ${features.length} features, ${categories.length} categories, ${text.length} bytes`,
)
