import { expect, test } from 'vitest'
import { type Kit, loadKit } from '../../src/kit.ts'
import type { TableRow } from '../../src/lexicon/tables.ts'
import { misfires } from '../../src/run/check-tables.ts'

const kit = loadKit('grammars/lexicon')

/** The kit whose words of one row are words that nobody writes. */
const unsaid = (row: TableRow<'timing'>): Kit =>
  Object.create(kit, {
    tables: {
      value: {
        ...kit.tables,
        timing: kit.tables.timing.map((r) => (r === row ? { ...r, words: '甲乙丙丁', file: 'unsaid' } : r)),
      },
    },
  })

test.each(kit.tables.timing.map((row) => ({ name: `timing.tsv:${row.line} ${row.says}`, row })))(
  '$name: its example is read by this row, and by no other',
  ({ row }) => {
    expect(misfires(kit, (r) => r === row)).toEqual([])
    expect(misfires(unsaid(row), (r) => r.file === 'unsaid')).not.toEqual([])
  },
)
