import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import type { Member } from '../read/containers/container.ts'
import { documentsOf } from '../read/containers/documents.ts'
import type { Notice } from '../records/schema.ts'

/**
 * The documents that notices were made of, by the notices' ids, as far as they are still where they were and as they were.
 * A container is read once for all of its members that are asked for.
 */
export async function sourcesOf(notices: readonly Notice[]): Promise<Map<string, Member>> {
  const wanted = new Map<string, Map<string, Notice>>()
  for (const notice of notices) {
    const path = fileOf(notice.source.uri)
    if (path === null) continue
    let own = wanted.get(path)
    if (!own) wanted.set(path, (own = new Map()))
    own.set(notice.source.uri, notice)
  }
  const found = new Map<string, Member>()
  for (const [path, left] of wanted)
    for await (const member of documentsOf(path, path)) {
      const notice = left.get(member.uri)
      if (!notice || 'problem' in member) continue
      left.delete(member.uri)
      if (sha256(member.content) === notice.source.sha256) found.set(notice.id, member)
      if (left.size === 0) break
    }
  return found
}

/** The file on disk that an address leads to: the address itself, or what stands before a mark of a container. */
function fileOf(uri: string): string | null {
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true
  if (isFile(uri)) return uri
  for (const mark of uri.matchAll(/!\/|#|!/g))
    if (isFile(uri.slice(0, mark.index))) return uri.slice(0, mark.index)
  return null
}

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
