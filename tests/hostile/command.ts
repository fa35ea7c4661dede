import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export interface Ran {
  status: number | null
  signal: string | null
  said: string
  /** Milliseconds. */
  took: number
}

export function tongbao(
  args: readonly string[],
  options: { env?: Record<string, string>; timeout?: number; node?: string[] } = {},
): Ran {
  const before = performance.now()
  const r = spawnSync(process.execPath, [...(options.node ?? []), 'dist/cli.js', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...options.env },
    timeout: options.timeout ?? 0,
    killSignal: 'SIGKILL',
    maxBuffer: 2 ** 28,
  })
  return { status: r.status, signal: r.signal, said: r.stdout + r.stderr, took: performance.now() - before }
}

export interface Row {
  source_uri: string
  status: string
  code: string
  cause: string
}

/** documents.csv of an output folder. */
export const documents = (out: string): Row[] =>
  parse(readFileSync(join(out, 'documents.csv')), { bom: true, columns: true }) as Row[]
