import { InvalidArgumentError } from 'commander'
import type { Format } from '../export/form.ts'

export function names(value: string): string[] {
  return value.split(',').map((name) => name.trim())
}

export function count(value: string): number {
  const n = Number(value)
  if (!Number.isSafeInteger(n) || n < 1) throw new InvalidArgumentError('a whole number above 0 is wanted.')
  return n
}

export function port(value: string): number {
  const n = Number(value)
  if (!/^\d{1,5}$/.test(value) || n > 65_535) throw new InvalidArgumentError('a port is wanted, 0 to 65535.')
  return n
}

const FORMATS: readonly Format[] = ['csv', 'json', 'xlsx', 'parquet', 'duckdb', 'report']

export function formats(value: string): ReadonlySet<Format> {
  const wanted = names(value)
  const unknown = wanted.filter((name) => !FORMATS.includes(name as Format))
  if (unknown.length > 0)
    throw new InvalidArgumentError(`not known: ${unknown.join(', ')}; known are ${FORMATS.join(', ')}.`)
  return new Set(wanted as Format[])
}
