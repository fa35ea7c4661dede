import { expect, test } from 'vitest'
import { splitLines } from '../../src/segment/line.ts'

test('a table that is only the layout of the page leaves its lines', () => {
  expect(splitLines('| | | |\n| 关于检查情况的通报 |\n| 甲 | 乙 |\n||').map((l) => l.text)).toEqual([
    '关于检查情况的通报',
    '| 甲 | 乙 |',
    '||',
  ])
})
