import { readFileSync } from 'node:fs'
import { type IToken, Lexer } from 'chevrotain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vocabulary, wordsOf } from '../../grammars/vocabulary.ts'
import { lines, stringified } from '../../src/export/csv.ts'
import { loadKit } from '../../src/kit.ts'
import type { Literal } from '../../src/lexicon/cues.ts'
import { featuresOf, indexOf, Likeness, type LikenessModel } from '../../src/lexicon/likeness.ts'
import { Matcher } from '../../src/lexicon/matcher.ts'
import { parseAt, parsePrefix, type RuleName } from '../../src/parse/notice-parser.ts'
import { tokensOf } from '../../src/parse/scanner.ts'
import { termsIn } from '../../src/resolve/category.ts'
import { Hits } from '../../src/resolve/hits.ts'
import { type Sentence, sentences } from '../../src/resolve/sentence.ts'
import { genreOf } from '../../src/segment/title.ts'

// Each fast way beside the plain one that it must not differ from by a single value.
const kit = loadKit()
const lexer = new Lexer([...vocabulary], { positionTracking: 'onlyOffset' })

describe('a fast way gives what the plain one gives', () => {
  test('CSV: rows joined here, and all of them by csv-stringify', () => {
    const cell = fc.option(
      fc.string({ unit: fc.constantFrom('网', '1', '"', ',', '\r', '\n', ' ', "'"), maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (rows) => {
        expect(lines(rows)).toBe(stringified(rows))
      }),
    )
  })

  test('literals: the flat trie and a search for each', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: fc.constantFrom('网', '站', '栏', '目', '未'), minLength: 1, maxLength: 4 }),
          {
            maxLength: 12,
          },
        ),
        fc.string({ unit: fc.constantFrom('网', '站', '栏', '目', '未', '的'), maxLength: 40 }),
        (words, text) => {
          const matcher = new Matcher<string>()
          const distinct = [...new Set(words)]
          for (const word of distinct) matcher.add(word, word)
          const found: string[] = []
          matcher.scan(text, 0, text.length, (start, end, word) => found.push(`${start}-${end} ${word}`))
          const expected: string[] = []
          for (let i = 0; i < text.length; i++)
            for (const word of [...distinct].sort((a, b) => a.length - b.length))
              if (text.startsWith(word, i)) expected.push(`${i}-${i + word.length} ${word}`)
          expect(found).toEqual(expected)
        },
      ),
    ))

  test('literals: more edges than the table began with', () => {
    const matcher = new Matcher<string>()
    const names = [...kit.regions.names()]
    for (const name of names) matcher.add(name, name)
    const found = new Set<string>()
    for (const name of names) matcher.scan(name, 0, name.length, (_, __, word) => found.add(word))
    expect(names.filter((name) => !found.has(name))).toEqual([])
  })

  test('cues: the part behind a gap by its first character, and every literal searched for', () => {
    const heads = Array.from({ length: kit.cues.heads }, (_, n) => kit.cues.head(n))
    const literals = heads.flatMap(({ literals: l }) => [...l.plain, ...[...l.gapped.values()].flat()])
    const parts = [...new Set(literals.flatMap((l) => [l.text, ...l.rest]))].filter(Boolean)
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('的', ',', '发现', '信息', '。', '了', ...parts), { maxLength: 14 })
          .map((words) => words.join('')),
        fc.nat(6),
        (text, from) => {
          const end = text.length
          const start = Math.min(from, end)
          const expected: string[] = []
          for (let i = start; i < end; i++)
            for (const l of literals) {
              const stop =
                text.startsWith(l.text, i) && i + l.text.length <= end ? restOf(text, l, i, end) : null
              if (stop !== null) for (const term of l.terms) expected.push(`${term} ${i}-${stop} ${l.weight}`)
            }
          const found = termsIn(text, new Hits(text, kit), start, end, () => false)
          expect(found.map((t) => `${t.term} ${t.start}-${t.end} ${t.weight}`).sort()).toEqual(
            expected.sort(),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  test('likeness: features by number, and by their characters', () => {
    const model = JSON.parse(readFileSync('grammars/lexicon/likeness.json', 'utf8')) as LikenessModel
    const rows = new Map(model.features.split(' ').map((feature, row) => [feature, row]))
    const weights = new Int8Array(Buffer.from(model.weights, 'base64'))
    const width = model.categories.length
    const likeness = new Likeness(indexOf(model))
    const words = fc.array(fc.constantFrom(...rows.keys(), '“', ' ', '１', '二', 'ʘ'), { maxLength: 12 })
    fc.assert(
      fc.property(words, (some) => {
        const features = [...featuresOf(some.join(''))].filter((feature) => rows.has(feature))
        const sums = model.categories.map((_, c) =>
          features.reduce((sum, feature) => sum + weights[rows.get(feature)! * width + c]!, 0),
        )
        const most = Math.max(...sums)
        const scale = model.unit / Math.sqrt(features.length)
        const total = sums.reduce((sum, s) => sum + Math.exp((s - most) * scale), 0)
        expect(likeness.likeliest(some.join(''))).toEqual(
          features.length === 0 ? null : { category: model.categories[sums.indexOf(most)], share: 1 / total },
        )
      }),
      { numRuns: 200 },
    )
  })

  test('tokens: words compared, and a regular expression for each type', () => {
    const words = [...[...wordsOf.values()].flat(), ...'〇一1,2.0 \n\t的〔①网站🌾'].filter(Boolean)
    const plain = (tokens: readonly IToken[]) =>
      tokens.map(
        (token) => `${token.startOffset} ${token.tokenType.name} ${token.tokenTypeIdx} ${token.image}`,
      )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 16 }).map((w) => w.join('')),
        (text) => {
          expect(plain(tokensOf(text))).toEqual(plain(lexer.tokenize(text).tokens))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('grammars: a parse remembered by its shape and a parse anew', () => {
    const words =
      '2021 年 8 月 17 日 前 第 一 季度 至 、 . , : ( ) 〔 〕 号 30 个 % 百分之 九十 万 1,234 上半年 不低于 近 家 条 以上 左右 底 起 5 工作日 内 名 倒数 分 ① 是 周五 下午 今年 半 天 余'.split(
        ' ',
      )
    const rules: RuleName[] = ['time', 'rate', 'score', 'rank', 'count', 'docNumber', 'outlineMark']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((w) => w.join('')),
        (text) => {
          const { tokens } = lexer.tokenize(text)
          for (const rule of rules)
            for (let i = 0; i < tokens.length; i++)
              expect(parseAt(rule, text, tokens, i, tokens.length), `${rule} at ${i} of ${text}`).toEqual(
                parsePrefix(rule, tokens.slice(i)),
              )
        },
      ),
      { numRuns: 150 },
    )
  })

  test('literals of a kind: lists by start, and all that were found', () => {
    const kinds = ['region', 'region-stem', 'unit', 'suffix', 'subject', 'modality', 'cue'] as const
    const words = [
      '江门市',
      '恩平市',
      '市',
      '发展和改革局',
      '局',
      '政务新媒体',
      '微信公众号',
      '未更新',
      '镇',
      '不',
      '的',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((w) => w.join('')),
        fc.nat(8),
        fc.nat(8),
        (text, from, less) => {
          const [start, end] = [Math.min(from, text.length), Math.max(0, text.length - less)]
          const all: { start: number; end: number; is: string }[] = []
          kit.matcher.scan(text, 0, text.length, (s, e, entry) =>
            all.push({ start: s, end: e, is: entry.is }),
          )
          const hits = new Hits(text, kit)
          for (const kind of kinds) {
            const inside = all.filter(
              (h) => h.is === kind && h.start >= start && h.start < end && h.end <= end,
            )
            const shown = (list: readonly { start: number; end: number }[]) =>
              list.map((h) => `${h.start}-${h.end}`)
            expect(shown(hits.within(kind, start, end))).toEqual(shown(inside))
            // Of those with one start the longest, the first of equals; none that ends no later than one before it.
            const longest = inside.filter(
              (h, k) =>
                !inside.some(
                  (o, i) => o.start === h.start && (o.end > h.end || (o.end === h.end && i < k)),
                ) && !inside.some((o) => o.start < h.start && o.end >= h.end),
            )
            expect(shown(hits.longest(kind, start, end))).toEqual(shown(longest))
            const ending = all.find((h) => h.is === kind && h.end === end && h.start >= start)
            expect(hits.endingAt(kind, end, start)?.start).toBe(ending?.start)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  test('titles: by their last character, and every kind word tried', () => {
    const words = [
      ...kit.tables.kinds.map((row) => row.word),
      '(试行)',
      '(',
      ')',
      '》',
      '”',
      '"',
      '的',
      '关于网站',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((w) => w.join('')),
        (text) => {
          const body = text.replace(/\([^()]*\)$/, '').replace(/[》”"]$/, '')
          const fits = kit.tables.kinds.filter((row) => body.endsWith(row.word))
          const longest = Math.max(...fits.map((row) => row.word.length))
          expect(genreOf(text, kit)).toBe(fits.find((row) => row.word.length === longest)?.genre ?? null)
        },
      ),
    )
  })

  test('sentences: by a table of characters and by slices', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'网站栏目责任单位整改,。;:!?()《》“”‘’「」【】〔〕[] \n1:2　'),
          maxLength: 80,
        }),
        fc.nat(5),
        (text, from) => {
          const start = Math.min(from, text.length)
          expect(sentences(text, start, text.length)).toEqual(slicedSentences(text, start, text.length))
        },
      ),
      { numRuns: 500 },
    ))
})

function restOf(text: string, literal: Literal, at: number, end: number): number | null {
  let stop = at + literal.text.length
  for (const part of literal.rest) {
    if (part === '') {
      stop = Math.min(end, stop + 8)
      continue
    }
    const within = text.slice(stop, Math.min(end, stop + 8 + part.length)).indexOf(part)
    if (within < 0 || /[,;。:]|发现|出现|存在/.test(text.slice(stop, stop + within))) return null
    stop += within + part.length
  }
  return stop
}

function slicedSentences(text: string, start: number, end: number): Sentence[] {
  const closing: Record<string, string> = { '(': ')', '《': '》', '【': '】', '〔': '〕', '[': ']' }
  const quoting: Record<string, string> = { '“': '”', '‘': '’', '「': '」' }
  const isDigit = (c: string | undefined) => c !== undefined && c >= '0' && c <= '9'
  const out: Sentence[] = []
  let from = start
  let clauseFrom = start
  let open: Pick<Sentence, 'clauses' | 'asides' | 'quotes'> = { clauses: [], asides: [], quotes: [] }
  const closeClause = (to: number, stop: string) => {
    if (to > clauseFrom) open.clauses.push({ start: clauseFrom, end: to, stop })
    clauseFrom = to + stop.length
  }
  const closeSentence = (to: number) => {
    if (open.clauses.length) out.push({ start: from, end: to, ...open })
    open = { clauses: [], asides: [], quotes: [] }
    from = to
  }
  for (let i = start; i < end; i++) {
    const c = text[i]!
    const close = closing[c] ?? quoting[c]
    if (close) {
      const stop = text.indexOf(close, i + 1)
      if (stop > 0 && stop < end && stop - i <= (c === '(' ? 320 : 160)) {
        if (closing[c]) open.asides.push({ start: i, end: stop + 1 })
        else {
          const last = open.quotes.at(-1)
          const between = last ? text.slice(last.end, i + 1) : ''
          const cited = /^”[\u4e00-\u9fff]{0,6}[成作为]“$/.test(between)
          if (last && cited) last.cited = true
          open.quotes.push({ start: i + 1, end: stop, cited })
        }
        i = stop
      }
    } else if (c === ',' || c === ':') {
      if (!(isDigit(text[i - 1]) && isDigit(text[i + 1]))) closeClause(i, c)
    } else if ('。!?;\n'.includes(c)) {
      closeClause(i, c)
      const rest = text.slice(i + 1, end)
      if (
        rest.trimStart()[0] !== '(' ||
        (c === '。' && !/^\s*\((?:责任|整改|涉及|主办|牵头|主管)/.test(rest))
      )
        closeSentence(i + 1)
    }
  }
  closeClause(end, '')
  closeSentence(end)
  return out
}
