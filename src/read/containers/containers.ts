import type { Container } from './container.ts'
import { csv } from './csv.ts'
import { jsonl } from './jsonl.ts'
import { tar } from './tar.ts'
import { warc } from './warc.ts'
import { zip } from './zip.ts'

export const containers: readonly Container[] = [jsonl, csv, warc, zip, tar]

/** The kind of container that a name tells of. */
export function containerFor(uri: string): Container | null {
  const name = uri.toLowerCase()
  return containers.find((c) => c.endings.some((ending) => name.endsWith(ending))) ?? null
}
