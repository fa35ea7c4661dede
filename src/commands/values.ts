import { InvalidArgumentError } from 'commander'

export function names(value: string): string[] {
  return value.split(',').map((name) => name.trim())
}

export function count(value: string): number {
  const n = Number(value)
  if (!Number.isSafeInteger(n) || n < 1) throw new InvalidArgumentError('a whole number above 0 is wanted.')
  return n
}
