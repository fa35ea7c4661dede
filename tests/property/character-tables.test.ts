import { expect, test } from 'vitest'
import { DELETED } from '../../src/normalize/pass.ts'
import { invisible } from '../../src/normalize/passes/strip-invisible.ts'
import { BLANK } from '../../src/read/html.ts'

/** Tables of characters that are written out, against the classes that they stand for. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u
const SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/
const NEWLINE = /[\u0085\u2028\u2029]/
const codes = Array.from({ length: 65536 }, (_, code) => code)
const wrong = (is: (c: string, code: number) => boolean) =>
  codes.filter((code) => !is(String.fromCharCode(code), code)).map((code) => code.toString(16))

test('invisible characters, spaces and line ends', () => {
  expect(
    wrong((c, code) => {
      const control = (code < 32 && c !== '\t' && c !== '\n') || code === 127
      const becomes = INVISIBLE.test(c) || control ? DELETED : SPACE.test(c) ? 32 : NEWLINE.test(c) ? 10 : 0
      return invisible[code] === becomes
    }),
  ).toEqual([])
})

test('blanks', () => {
  expect(wrong((c, code) => BLANK[code] === (/\s/.test(c) ? 1 : 0))).toEqual([])
})
