import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edit, OffsetMap } from '../../src/normalize/offset-map.ts'

/** A text and two rounds of sorted, disjoint edits over it. */
const edited = fc
  .string({ minLength: 1, maxLength: 40 })
  .chain((text) => fc.tuple(fc.constant(text), editsFor(text.length), fc.nat(1000)))

function editsFor(length: number): fc.Arbitrary<Edit[]> {
  return fc
    .array(fc.tuple(fc.nat(length), fc.nat(4), fc.string({ maxLength: 4 })), { maxLength: 6 })
    .map((raw) => {
      const edits: Edit[] = []
      let at = 0
      for (const [start, size, text] of raw.sort((a, b) => a[0] - b[0])) {
        if (start < at || start > length) continue
        const end = Math.min(length, start + size)
        if (end === start && text === '') continue
        edits.push({ start, end, text })
        at = end + 1
      }
      return edits
    })
}

describe('laws of the offset map', () => {
  test('a span maps inside the source, in order', () =>
    fc.assert(
      fc.property(edited, ([text, edits]) => {
        const { text: out, map } = OffsetMap.identity.apply(text, edits)
        for (let i = 0; i <= out.length; i++)
          for (let j = i; j <= out.length; j++) {
            const s = map.toSource(i, j)
            expect(s.start).toBeGreaterThanOrEqual(0)
            expect(s.end).toBeLessThanOrEqual(text.length)
            expect(s.end).toBeGreaterThanOrEqual(s.start)
          }
      }),
    ))

  test('what no edit touched maps to itself', () =>
    fc.assert(
      fc.property(edited, ([text, edits]) => {
        const { text: out, map } = OffsetMap.identity.apply(text, edits)
        let shift = 0
        let from = 0
        for (const e of [...edits, { start: text.length, end: text.length, text: '' }]) {
          for (let i = from; i < e.start; i++) {
            expect(out[i + shift]).toBe(text[i])
            expect(map.toSource(i + shift, i + shift + 1).start).toBe(i)
          }
          from = e.end
          shift += e.text.length - (e.end - e.start)
        }
      }),
    ))

  test('a span that starts or ends inside a rewritten stretch takes all of it', () => {
    const { text, map } = OffsetMap.identity.apply('abXYZcd', [{ start: 2, end: 5, text: '12' }])
    expect(text).toBe('ab12cd')
    expect(map.toSource(3, 5)).toEqual({ start: 2, end: 6 })
    expect(map.toSource(1, 3)).toEqual({ start: 1, end: 5 })
  })

  test('what was deleted belongs to the character before it', () => {
    const { map } = OffsetMap.identity.apply('國(guó)務', [{ start: 1, end: 6, text: '' }])
    expect(map.toSource(0, 1)).toEqual({ start: 0, end: 6 })
    expect(map.toSource(1, 2)).toEqual({ start: 6, end: 7 })
  })

  test('two passes map like their composition', () =>
    fc.assert(
      fc.property(edited, fc.infiniteStream(fc.nat(4)), ([text, edits], _s) => {
        const first = OffsetMap.identity.apply(text, edits)
        const second = first.map.apply(
          first.text,
          first.text.length > 2 ? [{ start: 1, end: 2, text: '' }] : [],
        )
        const again = OffsetMap.identity.apply(
          first.text,
          first.text.length > 2 ? [{ start: 1, end: 2, text: '' }] : [],
        )
        for (let i = 0; i < second.text.length; i++) {
          const via = again.map.toSource(i, i + 1)
          expect(second.map.toSource(i, i + 1).start).toBe(first.map.toSource(via.start, via.end).start)
        }
      }),
    ))

  test('fromSource undoes the start of a span', () =>
    fc.assert(
      fc.property(edited, ([text, edits]) => {
        const { text: out, map } = OffsetMap.identity.apply(text, edits)
        for (let i = 0; i < out.length; i++)
          expect(map.fromSource(map.toSource(i, i + 1).start)).toBeLessThanOrEqual(i)
      }),
    ))
})
