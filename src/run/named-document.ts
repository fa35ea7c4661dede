import { statSync } from 'node:fs'
import { both } from '../messages.ts'
import type { Member } from '../read/containers/container.ts'
import { type DocumentsOptions, documentsOf } from '../read/containers/documents.ts'
import { InputError } from './discover.ts'

/**
 * The document that a name names: a file, or one of those that a file holds, as documents.csv writes it («dump.jsonl#3»,
 * «a.zip!/b.html»). @throws InputError where there is none, or it cannot be read
 */
export async function documentNamed(name: string, options: DocumentsOptions): Promise<Member> {
  const path = fileIn(name)
  if (path === null) throw new InputError(...both('no_file', name))
  let first: string | null = null
  let count = 0
  let only: Member | null = null
  for await (const member of documentsOf(path, path, options)) {
    if ('problem' in member) {
      if (member.uri === name || path === name)
        throw new InputError(`${name}: ${member.problem.code}: ${member.problem.message}`)
      continue
    }
    if (path !== name && member.uri === name) return member
    first ??= member.uri
    only = ++count === 1 ? member : null
    if (path === name && count > 1) throw new InputError(...both('many_documents', name, String(first)))
  }
  if (path === name && only) return only
  throw new InputError(...both('no_document', name, path, first ?? '—'))
}

/** The longest beginning of a name that is a file. */
function fileIn(name: string): string | null {
  for (
    let end = name.length;
    end > 0;
    end = Math.max(name.lastIndexOf('#', end - 1), name.lastIndexOf('!/', end - 1))
  )
    if (statSync(name.slice(0, end), { throwIfNoEntry: false })?.isFile()) return name.slice(0, end)
  return null
}
