import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import type { Member } from '../read/containers/container.ts'
import type { Notice } from '../records/schema.ts'
import { publishLast, writeSynced } from '../run/durable.ts'
import { sourcesOf } from './documents.ts'
import { extractedOf } from './extracted.ts'
import { goldOf } from './gold.ts'
import type { Journal } from './journal.ts'
import { type Decided, PROPOSED, proposedTables } from './rows.ts'

/** What an export wrote: a folder that `tongbao eval` takes, and in `lexicon/` of it one that `--lexicon` takes. */
export interface Exported {
  folder: string
  notices: number
  decisions: number
  /** Notices whose document is no longer as it was: their gold lies beside the text that was read of it. */
  from_text: string[]
  /** Tables of proposed rows. */
  tables: { name: string; text: string }[]
}

/** Writes the gold of every notice that was judged, each file whole or not at all. */
export async function exportReview(
  journal: Journal,
  notices: readonly Notice[],
  folder: string,
  lexicon: string | null,
): Promise<Exported> {
  const judged = notices.filter((n) => journal.of(n.id).length > 0)
  const sources = await sourcesOf(judged)
  const names = new Set<string>()
  const decided: Decided[] = []
  const from_text: string[] = []
  let made = 0
  for (const notice of judged) {
    const source = sources.get(notice.id)
    const doc = docName(notice, source, names)
    for (const { name, content } of filesOf(doc, notice, source))
      await put(join(folder, 'docs', name), content)
    if (!source) from_text.push(notice.source.uri)
    const decisions = journal.of(notice.id)
    const gold = goldOf(doc, decisions, extractedOf(notice))
    made += gold.reviewed.judged
    const file = `${doc.replace(/\.[^./]+$/, '').replaceAll('/', '_')}.json`
    await put(join(folder, 'gold', file), `${JSON.stringify(gold, null, 1)}\n`)
    decided.push(...decisions.map((decision) => ({ doc, text: notice.text, decision })))
  }
  const tables = await proposedTables(decided, lexicon)
  for (const name of PROPOSED) rmSync(join(folder, 'lexicon', `${name}.tsv`), { force: true })
  for (const { name, text } of tables) await put(join(folder, 'lexicon', name), text)
  return { folder, notices: judged.length, decisions: made, from_text, tables }
}

async function put(path: string, content: string | Uint8Array): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const private_ = `${path}.${process.pid}.part`
  await writeSynced(private_, [typeof content === 'string' ? content : Buffer.from(content)])
  publishLast(private_, path)
}

/** A file name of its own; a page with files that belong to it has a folder of its own. */
function docName(notice: Notice, source: Member | undefined, taken: Set<string>): string {
  const last = notice.source.uri.replaceAll('\\', '/').split(/[/#!]/).filter(Boolean).at(-1) ?? ''
  const safe = last.replace(/[^\p{L}\p{N}._-]/gu, '_').slice(-80)
  const plain = !source || !/\.[a-z]{3,5}$/i.test(safe) || typeof source.content === 'string'
  const name = plain ? `${notice.id}${endingOf(source)}` : safe
  const whole = source?.attachments ? `${notice.id}/${name}` : taken.has(name) ? `${notice.id}_${name}` : name
  taken.add(whole)
  return whole
}

/** Of a document without a file name of its own: a page where its text is one. */
function endingOf(source: Member | undefined): string {
  if (!source) return '.txt'
  const text =
    typeof source.content === 'string' ? source.content : Buffer.from(source.content).toString('latin1')
  return /<(?:!doctype|html|body|table|div|p)\b/i.test(text.slice(0, 4096)) ? '.html' : '.txt'
}

function filesOf(
  doc: string,
  notice: Notice,
  source: Member | undefined,
): { name: string; content: string | Uint8Array }[] {
  if (!source) return [{ name: doc, content: notice.text }]
  const own = dirname(doc)
  const beside = (source.attachments ?? []).flatMap((file) => {
    const place = normalize(join(own, relative(dirname(source.uri), file.uri)))
    return place.startsWith(own) ? [{ name: place, content: file.content }] : []
  })
  return [{ name: doc, content: source.content }, ...beside]
}
