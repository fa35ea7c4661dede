import type { ComparisonRow } from '../../export/comparison/row.ts'

const OF = /^(several_values_of|notices_differ_in)_(.+)$/
const SAMPLE = /^sample_of_([\d.]+)_percent$/

/** Why a row is not comparable, in words: «sample_of_30.3_percent», «several_values_of_checked: 20, 21». */
export function reasons(
  row: Pick<ComparisonRow, 'why_not'>,
  term: (kind: string, code: string) => string,
): string {
  return row.why_not
    .map((reason) => {
      const [code = '', detail = ''] = reason.split(': ')
      const sample = code.match(SAMPLE)
      if (sample) return `${term('why_not', 'sample')} ${sample[1]}`
      const of = code.match(OF)
      const name = of ? `${term('why_not', of[1]!)} ${term('measure', of[2]!)}` : term('why_not', code)
      return detail === '' ? name : `${name} ${detail}`
    })
    .join('; ')
}
