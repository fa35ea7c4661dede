import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// Wordings by writers who had not seen the tables: how many are understood, and that what states no finding yields none.
const kit = loadKit('grammars/lexicon')
const rows = (name: string) =>
  readFileSync(`corpus/phrases/${name}.tsv`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string])

function categoriesOf(sentence: string): string[] {
  const notice = extract(
    `平武县人民政府办公室关于2024年第一季度政府网站与政务新媒体检查情况的通报\n\n各乡镇人民政府,县级各部门:\n现将有关情况通报如下。\n一、存在的问题\n${sentence}${/[。;]$/.test(sentence) ? '' : '。'}\n平武县人民政府办公室\n2024年4月12日\n`,
    { kit },
  )
  return notice.records.map((r) => r.category)
}

function missedOf(name: string): [string, string][] {
  return rows(name).filter(([category, words]) => {
    const media = kit.severity.get(category)?.subject === 'new_media' || category.startsWith('media.')
    // What names nobody is told of somebody.
    const own = categoriesOf(words)
    const told =
      own.length > 0 ? own : categoriesOf(`${media ? '县水利局“平武水利”微信公众号' : '县水利局'}${words}`)
    return !told.includes(category)
  })
}

test('nine in ten of the wordings in found.tsv yield their category', () => {
  const missed = missedOf('found')
  expect(missed.length / rows('found').length, missed.map((m) => m.join('  ')).join('\n')).toBeLessThan(0.1)
})

test('five in six of the wordings in unseen.tsv do, which nothing was learned from', () => {
  const missed = missedOf('unseen')
  expect(missed.length / rows('unseen').length, missed.map((m) => m.join('  ')).join('\n')).toBeLessThan(
    1 / 6,
  )
})

test('of the sentences in none.tsv, at most four in a hundred yield a record', () => {
  const fired = rows('none').filter(([, sentence]) => categoriesOf(sentence).length > 0)
  expect(fired.length / rows('none').length, fired.map((m) => m.join('  ')).join('\n')).toBeLessThan(0.04)
})
