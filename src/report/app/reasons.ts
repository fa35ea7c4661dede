import type { ComparisonRow } from '../../export/comparison.ts'

/** «sample_of_30.3_percent», «several_rates_stated: 92.9, 93.3» in words. */
export function reasons(row: ComparisonRow, term: (kind: string, code: string) => string): string {
  return row.why_not
    .map((reason) => {
      const [code = '', detail] = reason.split(': ')
      const sample = code.match(/^(\w+)_of_([\d.]+)_percent$/)
      const name = term('why_not', sample ? sample[1]! : code)
      const told = sample ? sample[2] : detail
      return told ? `${name} ${told}` : name
    })
    .join('; ')
}
