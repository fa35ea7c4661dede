import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// Sentences by a writer who had not seen the tables, with the figures and the due dates that they state. Floors may rise, never fall.
const kit = loadKit('grammars/lexicon')
const rows = (name: string) =>
  readFileSync(`corpus/phrases/${name}.tsv`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))

const notice = (title: string, sentence: string, issued: string) => {
  const [year, month, day] = issued.split('-').map(Number)
  return extract(
    `平武县人民政府办公室关于${title}的通报\n\n各乡镇人民政府,县级各部门:\n现将有关情况通报如下。\n一、有关情况\n${sentence}${/[。;；]$/.test(sentence) ? '' : '。'}\n平武县人民政府办公室\n${year}年${month}月${day}日\n`,
    { kit },
  )
}

/** How many of the stated things are found, and how many of those found are stated; the sentences where they differ. */
function score<G, P>(
  sentences: { words: string; gold: G[]; got: P[] }[],
  same: (gold: G, got: P) => boolean,
): { recall: number; precision: number; fired: number; differing: string } {
  let [hits, gold, got, fired] = [0, 0, 0, 0]
  const differing: string[] = []
  for (const s of sentences) {
    const left = [...s.got]
    for (const g of s.gold) {
      const at = left.findIndex((p) => same(g, p))
      if (at >= 0) left.splice(at, 1)
    }
    const hit = s.got.length - left.length
    hits += hit
    gold += s.gold.length
    got += s.got.length
    if (s.gold.length === 0 && s.got.length > 0) fired++
    if (hit < Math.max(s.gold.length, s.got.length)) differing.push(s.words)
  }
  return { recall: hits / gold, precision: hits / got, fired, differing: differing.join('\n') }
}

const plain = (s: string) => s.normalize('NFKC').replace(/[\s“”"]/g, '')

test('figures.tsv: the figures that a sentence states', () => {
  interface Stated {
    subject: string
    measure: string
    value: number
    about?: string
  }
  const { recall, precision, fired, differing } = score(
    rows('figures').map(([words, stated]) => ({
      words: words!,
      gold: JSON.parse(stated!) as Stated[],
      got: notice('2024年第三季度政府网站检查情况', words!, '2024-10-12').metrics,
    })),
    (g, p) =>
      g.subject === p.subject &&
      g.measure === p.measure &&
      Math.abs(g.value - p.value) < 1e-6 &&
      (g.about === undefined
        ? p.about === null
        : p.about !== null &&
          (plain(p.about).includes(plain(g.about)) || plain(g.about).includes(plain(p.about)))),
  )
  expect(recall, differing).toBeGreaterThan(0.66)
  expect(precision, differing).toBeGreaterThan(0.79)
  expect(fired, differing).toBeLessThanOrEqual(1)
})

test('deadlines.tsv: the due dates that a sentence of a notice of that day demands', () => {
  const { recall, precision, fired, differing } = score(
    rows('deadlines').map(([issued, words, due]) => ({
      words: words!,
      gold: (due ?? '').split(' ').filter(Boolean),
      got: notice('政府网站与政务新媒体检查情况', words!, issued!).deadlines.map((d) => d.due),
    })),
    (g, p) => g === p,
  )
  expect(recall, differing).toBeGreaterThan(0.9)
  expect(precision, differing).toBeGreaterThan(0.96)
  expect(fired, differing).toBeLessThanOrEqual(2)
})
