import { InvalidArgumentError, type Option } from 'commander'
import type { Format } from '../export/form.ts'
import { say } from '../messages.ts'

export function names(value: string): string[] {
  return value.split(',').map((name) => name.trim())
}

export function count(value: string): number {
  const n = Number(value)
  if (!Number.isSafeInteger(n) || n < 1) throw new InvalidArgumentError(say('want_count'))
  return n
}

export function port(value: string): number {
  const n = Number(value)
  if (!/^\d{1,5}$/.test(value) || n > 65_535) throw new InvalidArgumentError(say('want_port'))
  return n
}

const FORMATS: readonly Format[] = ['csv', 'json', 'xlsx', 'parquet', 'duckdb', 'report']

export function formats(value: string): ReadonlySet<Format> {
  const wanted = names(value)
  const unknown = wanted.filter((name) => !FORMATS.includes(name as Format))
  if (unknown.length > 0)
    throw new InvalidArgumentError(say('want_formats', unknown.join(', '), FORMATS.join(', ')))
  return new Set(wanted as Format[])
}

/** What an option is called in a config file. */
export function keyOf(option: Option): string {
  return (option.long ?? '').replace(/^--/, '')
}
