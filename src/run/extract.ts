import { type Kit, loadKit } from '../kit.ts'
import { read, readAll } from '../pipeline.ts'
import { type Guard, openWhole } from '../read/attachments/with-attachments.ts'
import { openText, type Told } from '../read/open.ts'
import type { Problem, Source } from '../read/source.ts'
import type { Extracted } from '../records/result.ts'
import type { Notice } from '../records/schema.ts'
import { OverTimeError } from './within.ts'

export interface ExtractOptions {
  /** Tables to read with; the package's own where absent. Load them once for many documents. */
  kit?: Kit
  /** Name of the document: its extension tells the format. */
  uri?: string
  url?: string | null
}

let ownKit: Kit | undefined

/**
 * One notice from its text, or from the bytes of a text or a page; office files go through `extractAll`.
 * @throws TableError where a table of the kit is wrong, TypeError where the bytes are an office file.
 */
export function extract(content: string | Uint8Array, options: ExtractOptions = {}): Notice {
  return read(
    openText(content, options.uri ?? 'input.txt', options.url ?? null),
    options.kit ?? (ownKit ??= loadKit()),
  )
}

export interface InputDocument extends Told {
  uri: string
  content: string | Uint8Array
  url?: string | null
  /** Files that belong to it: their tables are read as those of its annexes. */
  attachments?: readonly InputDocument[]
  /** What of it is not read: its notice is partial. */
  problems?: readonly Problem[]
}

/** Many documents, one result for each, in their order; a document that fails does not end the others. */
export async function* extractAll(
  documents: Iterable<InputDocument> | AsyncIterable<InputDocument>,
  options: Pick<ExtractOptions, 'kit'> = {},
): AsyncGenerator<Extracted> {
  const kit = options.kit ?? (ownKit ??= loadKit())
  for await (const document of documents) yield await extractOne(document, kit)
}

export async function extractOne(document: InputDocument, kit: Kit): Promise<Extracted> {
  try {
    return resultOf(document.uri, await openWhole(document), kit)
  } catch (error) {
    return failedBy(document.uri, error)
  }
}

/** The same for text and pages, which are read at once: a guard may stop it. */
export async function extractGuarded(document: InputDocument, kit: Kit, guard: Guard): Promise<Extracted> {
  const { uri, content, url, attachments } = document
  try {
    // To be watched costs as much for a step as for all of them.
    if (!attachments && !document.problems)
      return guard(() => resultOf(uri, openText(content, uri, url ?? null, document), kit))
    const source = await openWhole(document, guard)
    return guard(() => resultOf(uri, source, kit))
  } catch (error) {
    return failedBy(uri, error)
  }
}

/** The same for several that are read together; where one of them fails or takes too long, each by itself. */
export async function extractTogether(
  documents: readonly InputDocument[],
  kit: Kit,
  guard: Guard,
): Promise<Extracted[]> {
  if (documents.length > 1)
    try {
      return guard(() => {
        const sources = documents.map((document) =>
          openText(document.content, document.uri, document.url ?? null, document),
        )
        return resultsOf(documents, sources, kit)
      })
    } catch {
      // Which one it was, and why, is told of it below.
    }
  const results: Extracted[] = []
  for (const document of documents) results.push(await extractGuarded(document, kit, guard))
  return results
}

const resultOf = (uri: string, source: Source, kit: Kit): Extracted => resultsOf([{ uri }], [source], kit)[0]!

function resultsOf(documents: readonly { uri: string }[], sources: readonly Source[], kit: Kit): Extracted[] {
  const notices = readAll(sources.filter(hasText), kit)[Symbol.iterator]()
  return sources.map((source, k): Extracted => {
    const { uri } = documents[k]!
    const { problems } = source
    if (hasText(source))
      return { uri, status: problems.length ? 'partial' : 'ok', notice: notices.next().value!, problems }
    return {
      uri,
      status: 'failed',
      notice: null,
      problems: problems.length ? problems : [{ code: 'empty', message: 'the document has no text' }],
    }
  })
}

const hasText = ({ text }: Source): boolean => text.trim() !== ''

function failedBy(uri: string, error: unknown): Extracted {
  const code = error instanceof OverTimeError ? 'timeout' : 'internal'
  const message = error instanceof Error ? error.message : String(error)
  return { uri, status: 'failed', notice: null, problems: [{ code, message }] }
}
