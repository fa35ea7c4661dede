import { Lexer } from 'chevrotain'
import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../grammars/vocabulary.ts'
import { findMentions, type Mention } from '../../src/parse/mentions.ts'
import { NoticeParser } from '../../src/parse/notice-parser.ts'
import { outlineMarkAt } from '../../src/parse/outline-mark.ts'
import { readCases } from '../cases.ts'

/** Which mentions belong to which folder of grammars. */
const GRAMMARS: Record<string, Mention['kind'][]> = {
  number: ['count'],
  count: ['count'],
  rate: ['rate'],
  'score-rank': ['score', 'rank', 'count'],
  date: ['time'],
  period: ['time'],
  deadline: ['time'],
  'doc-number': ['doc_number'],
}

for (const [grammar, kinds] of Object.entries(GRAMMARS))
  describe(grammar, () => {
    for (const c of readCases(`grammars/${grammar}/cases.tsv`))
      test(`${c.line} «${c.text}»${c.note ? ` (${c.note})` : ''}`, () => {
        const found = findMentions(c.text).filter((m) => kinds.includes(m.kind))
        if (c.span === '') expect(found.map((m) => c.text.slice(m.start, m.end))).toEqual([])
        else {
          const mention = found.find((m) => c.text.slice(m.start, m.end) === c.span)
          expect(
            mention,
            `found ${found.map((m) => c.text.slice(m.start, m.end)).join(', ') || 'nothing'}`,
          ).toBeDefined()
          expect(mention!.value).toMatchObject(c.value as object)
        }
      })
  })

test('the vocabulary and the rules are sound', () => {
  expect(() => new NoticeParser(false)).not.toThrow()
  expect(
    new Lexer([...vocabulary], { ensureOptimizations: true, positionTracking: 'onlyOffset' })
      .lexerDefinitionErrors,
  ).toEqual([])
})

describe('outline-mark', () => {
  for (const c of readCases('grammars/outline-mark/cases.tsv'))
    test(`${c.line} «${c.text}»${c.note ? ` (${c.note})` : ''}`, () => {
      const mark = outlineMarkAt(c.text, 0)
      if (c.span === '') expect(mark).toBeNull()
      else {
        expect(mark && c.text.slice(0, mark.end)).toBe(c.span)
        expect(mark).toMatchObject(c.value as object)
      }
    })
})
