import { type Items, stringAt } from '../columns.ts'

const SIGN = new Map([
  ['>=', '≥ '],
  ['<=', '≤ '],
  ['>', '> '],
  ['<', '< '],
  ['~', '≈ '],
])

/** A figure with its relation and unit: «≥ 95%», «53 个». */
export function figureText(
  metrics: Items<'metrics'>,
  row: number,
  term: (kind: string, code: string | null) => string,
): string {
  const unit = stringAt(metrics.strings.unit, row)
  const name = unit === 'count' ? '' : term('unit', unit)
  const sign = SIGN.get(stringAt(metrics.strings.operator, row) ?? '=') ?? ''
  return `${sign}${metrics.numbers.value[row]}${name === '%' || name === '' ? name : ` ${name}`}`
}
