import { type Kit, loadKit } from '../../kit.ts'
import { trace } from '../../pipeline.ts'
import { openWhole } from '../../read/attachments/with-attachments.ts'
import { containers } from '../../read/containers/containers.ts'
import { documentsOf } from '../../read/containers/documents.ts'
import { readers } from '../../read/readers.ts'
import { discover } from '../discover.ts'
import { categoryGuesser } from './category-guess.ts'
import { type MinedClauses, minedClauses } from './clauses.ts'
import { type CueProposal, cueProposals } from './cue-proposals.ts'
import { dictionary } from './dictionary.ts'
import { misreadFinder } from './misread.ts'
import {
  type Unknown,
  type UnknownProposal,
  unknownHeaders,
  unknownKeys,
  unknownProposals,
  unknownUnits,
} from './unknown.ts'

export interface Mined {
  documents: number
  /** Inputs that could not be read. */
  failed: { uri: string; cause: string }[]
  /** Clauses under headings of problems, or in columns of them: those that a cue matched, and those that none did. */
  clauses: { matched: number; unmatched: number }
  cues: CueProposal[]
  units: UnknownProposal[]
  columns: UnknownProposal[]
  metadata: UnknownProposal[]
}

/** What of a corpus no row of the tables knows, as rows that would. @throws InputError, TableError */
export async function mine(inputs: readonly string[], lexicon: string | null): Promise<Mined> {
  const kit = loadKit(undefined, lexicon)
  const words = await dictionary()
  const { documents, failed, clauses, unknown } = await minedDocuments(inputs, kit)
  const proposals = unknownProposals(unknown.filter((u) => u.table !== 'units' || words.canBegin(u.key)))
  return {
    documents,
    failed,
    clauses: { matched: clauses.matched.length, unmatched: clauses.unmatched.length },
    cues: cueProposals(clauses, kit, words.cut),
    units: proposals.filter((p) => p.table === 'units'),
    columns: proposals.filter((p) => p.table === 'columns'),
    metadata: proposals.filter((p) => p.table === 'metadata'),
  }
}

/** What every document tells that no row knows. */
export async function minedDocuments(inputs: readonly string[], kit: Kit) {
  const clauses: MinedClauses = { unmatched: [], matched: [], other: [] }
  const unknown: Unknown[] = []
  const failed: Mined['failed'] = []
  const guess = categoryGuesser(kit)
  const misreadIn = misreadFinder(kit, (words) => guess(words, '')[0]!)
  let documents = 0
  const endings = [
    ...readers.flatMap((r) => r.extensions.map((e) => `.${e}`)),
    ...containers.flatMap((c) => c.endings),
  ]
  for await (const { path, skipped } of discover(inputs, endings)) {
    if (skipped) continue
    for await (const document of documentsOf(path, path.replaceAll('\\', '/'))) {
      try {
        if ('problem' in document) throw new Error(`${document.problem.code}: ${document.problem.message}`)
        const t = trace(await openWhole(document), kit)
        documents++
        const found = minedClauses(t, document.uri, kit, misreadIn)
        for (const kind of ['unmatched', 'matched', 'other'] as const) clauses[kind].push(...found[kind])
        unknown.push(
          ...unknownUnits(t, document.uri, kit),
          ...unknownHeaders(t, document.uri, kit),
          ...unknownKeys(t, document.uri, kit),
        )
      } catch (error) {
        failed.push({ uri: document.uri, cause: error instanceof Error ? error.message : String(error) })
      }
    }
  }
  return { documents, failed, clauses, unknown }
}
