import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import type { Normalized } from '../normalize/normalize.ts'
import type { Mention } from '../parse/mentions.ts'
import type { Source } from '../read/source.ts'
import { type Announced, type Attachment, annexStart, readAnnouncement } from './attachments.ts'
import { endsPage, isFurniture, isPageNumber } from './furniture.ts'
import { type Line, type Span, splitLines, tight } from './line.ts'
import { type MetadataValue, readMetadata } from './metadata.ts'
import { type Passage, readOutline, type Section } from './outline.ts'
import { findSignature, type Signature } from './signature.ts'
import { fillDown } from './tables/fill-down.ts'
import { findTables, titleAbove } from './tables/find-tables.ts'
import type { Grid } from './tables/grid.ts'
import { markedTables } from './tables/marked.ts'
import { endsInNote, findTitle, type Title } from './title.ts'

/** A document taken apart: what each stretch of it is for. All offsets are into the normalized text. */
export interface Outline {
  title: Title | null
  metadata: MetadataValue[]
  addressees: { text: string; start: number; end: number }[]
  passages: Passage[]
  sections: Section[]
  grids: Grid[]
  attachments: Attachment[]
  signature: Signature | null
  furniture: Span[]
  /** Lines above the body that are neither title nor metadata nor chrome (a document number, a date). */
  head: Line[]
  /** Remarks under tables: «注:…». */
  notes: Passage[]
  body: Span
}

const ADDRESSEE = /^[^。;]{2,200}:$/
const ADDRESSED = saying((any) => new RegExp(any('addressed')))
const SAYS_MORE = saying((any) => new RegExp(`${any('addresses_none')}|^[一二三四五六七八九十\\d(]`))

export function segment(
  source: Source,
  normalized: Normalized,
  mentions: readonly Mention[],
  kit: Kit,
): Outline {
  const { text, map } = normalized
  const marks = source.marks.map((m) => ({
    ...m,
    start: map.fromSource(m.start),
    end: map.fromSource(m.end),
    source: m,
  }))
  const chrome = marks.filter((m) => m.kind === 'furniture' || m.kind === 'declared')
  const all = splitLines(text)
  const furniture: Span[] = []
  const lines = all.filter((line) => {
    if (!chrome.some((m) => line.start >= m.start && line.end <= m.end)) return true
    furniture.push({ start: line.start, end: line.end })
    return false
  })
  const marked = markedTables(
    text,
    source.marks.filter((m) => m.kind === 'table'),
    map,
    kit,
  )
  const free = lines.filter((line) => !marked.some((g) => line.start >= g.start && line.end <= g.end))

  const start = bodyStart(text, free, kit)
  const above = free.slice(0, start)
  const metadata = readMetadata(text, above, kit)
  const headLines = above.filter((l) => !metadata.lines.has(l) || endsInNote(l.text, kit))
  const head: Line[] = []
  for (const line of headLines) {
    if (isFurniture(line, kit)) furniture.push({ start: line.start, end: line.end })
    else head.push(line)
  }
  const title = findTitle(
    head.map((line) => (isCutOff(line, above, head) ? { ...line, gap: CUT_OFF } : line)),
    kit,
    declaredTitle(source, normalized) ?? titleInMetadata(metadata.values),
    [...Object.values(source.declared), ...headlines(above, kit)],
  )

  let at = start
  const addressees: Outline['addressees'] = []
  for (; at < free.length && addressees.length < 3 && isAddressee(free[at]!, kit); at++)
    addressees.push(...splitAddressees(free[at]!))

  const files = marks.flatMap((m) =>
    m.source.kind === 'attachment' ? [{ start: m.start, end: m.end, name: m.source.name }] : [],
  )
  const firstFile = files[0]?.start ?? Number.POSITIVE_INFINITY
  const own = free.filter((line) => line.start < firstFile)
  const { announced, annexes: inText, end } = parts(text, own, at, kit)
  const annexes = [...inText, ...attachedAnnexes(files, free, announced, inText)]
  const signature = findSignature(text, own, at, inText[0]?.from ?? end, mentions, kit)
  const closing = new Set<Line>(announced.flatMap((a) => a.lines))
  const bodyLines: Line[] = []
  const bodyEnd = inText[0]?.from ?? end
  for (let i = at; i < bodyEnd; i++) {
    const line = free[i]!
    if (closing.has(line) || (signature && i >= signature.first && i <= signature.last)) continue
    if (signature && i > signature.last && isFurniture(line, kit))
      furniture.push({ start: line.start, end: line.end })
    else bodyLines.push(line)
  }
  // «[发布日期:2019-07-18] [关闭窗口]» at the foot of the page.
  const foot = signature ? free.filter((l) => l.start > signature.end && isFurniture(l, kit)) : []
  const published = readMetadata(text, foot, kit).values.filter((m) => m.field === 'published')
  const grids: Grid[] = [...marked]
  const notes: Passage[] = []
  const outlines = []
  const annexOf = (offset: number) => {
    let n = 0
    for (const [k, a] of annexes.entries()) if (a.start <= offset) n = k + 1
    return n
  }
  outlines.push(takeTables(bodyLines, signature ? undefined : 0))
  for (const [k, annex] of annexes.entries()) {
    const part = free.slice(annex.first, annex.to)
    const titled = part[0] !== undefined && announced.some((a) => sameTitle(a.title, part[0]!.text))
    outlines.push(takeTables(part, k + 1, titled ? 1 : 0))
  }
  for (const g of marked)
    g.annex =
      signature && g.start > signature.end && g.start < firstFile && inText.length === 0
        ? 1
        : annexOf(g.start)
  for (const g of marked) {
    if (g.title) continue
    const file = files.findLast((f) => f.start <= g.start)
    g.title =
      titleAbove(all.filter((l) => l.end <= g.start && l.start >= (file?.start ?? 0))) ||
      (file ? (announced[annexes[g.annex - 1]?.announced ?? -1]?.title ?? '') : '')
  }
  for (let i = end; i < own.length; i++) furniture.push({ start: free[i]!.start, end: free[i]!.end })
  grids.sort((a, b) => a.start - b.start)
  for (const [k, g] of grids.entries()) grids[k] = fillDown(g, kit)

  const passages = outlines.flatMap((o) => o.passages)
  return {
    title,
    metadata: [...metadata.values, ...published],
    addressees,
    passages,
    sections: outlines.flatMap((o) => o.sections),
    grids,
    attachments: resolveAttachments(announced, annexes, passages, grids, free, signature),
    signature,
    furniture: furniture.sort((a, b) => a.start - b.start),
    head,
    notes,
    body: { start: free[at]?.start ?? text.length, end: free[end - 1]?.end ?? text.length },
  }

  function takeTables(part: readonly Line[], annex: number | undefined, titles = 0) {
    const found = findTables(
      text,
      part.filter((line) => !isPageNumber(line)),
      kit,
      titles,
    )
    const annexAt = (offset: number) => annex ?? (signature && offset > signature.end ? 1 : 0)
    for (const g of found.grids) {
      g.annex = annexAt(g.start)
      grids.push(g)
    }
    const prose = found.rest.filter((line) => {
      if (!REMARK(kit).test(line.text)) return true
      const { start, end } = line
      notes.push({ start, end, path: [], led: false, role: 'unknown', annex: annexAt(start) })
      return false
    })
    return readOutline(text, prose, annex ?? 0, kit)
  }
}

const REMARK = saying((any) => new RegExp(`^${any('remarks')}\\d?[::]`))

/** The index of the line where the notice proper begins: its addressees, else its first real sentence. */
function bodyStart(text: string, lines: readonly Line[], kit: Kit): number {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (isAddressee(line, kit) && readMetadata(text, [line], kit).values.length === 0) return i
    if (isProse(line, kit) && readMetadata(text, [line], kit).values.length < 2) return i
  }
  return lines.length
}

function isAddressee(line: Line, kit: Kit): boolean {
  return ADDRESSEE.test(line.text) && ADDRESSED(kit).test(line.text) && !SAYS_MORE(kit).test(line.text)
}

function isProse(line: Line, kit: Kit): boolean {
  if (/^[一二三四五六七八九十]、.{2,20}$/.test(line.text)) return true
  return (
    line.text.length >= 30 &&
    !line.text.includes('|') &&
    !isFurniture(line, kit) &&
    (line.text.match(/[。,;]/g)?.length ?? 0) >= 2
  )
}

function splitAddressees(line: Line): { text: string; start: number; end: number }[] {
  const out = []
  // Commas part addressees, 、 only lists inside one.
  for (const m of line.text.replace(/:$/, '').matchAll(/(?:\([^)]{0,200}\)|[^,;()])+/g))
    out.push({ text: tight(m[0]), start: line.start + m.index, end: line.start + m.index + m[0].length })
  return out
}

interface Annex {
  /** Its own first line, the first of its content, and the one after its last. */
  from: number
  first: number
  to: number
  start: number
  number: number
  /** Which announced attachment it is, where that is known. */
  announced?: number
  /** Name of the file that it is, where it is one. */
  file?: string
}

/** Files that belong to the document: each is the announced attachment of its name, else the next one nobody else is. */
function attachedAnnexes(
  files: readonly { start: number; end: number; name: string }[],
  lines: readonly Line[],
  announced: readonly Announced[],
  inText: readonly Annex[],
): Annex[] {
  const taken = new Set(
    inText.map((a) => announced.findIndex((x) => x.number === null || x.number === a.number)),
  )
  const byName = files.map(({ name }) => {
    const title = titleOfFile(name)
    const k = announced.findIndex((a, i) => !taken.has(i) && sameTitle(titleOfFile(a.title), title))
    if (k >= 0) taken.add(k)
    return k
  })
  return files.map(({ start, end, name }, i) => {
    const k = byName[i]! >= 0 ? byName[i]! : announced.findIndex((_, j) => !taken.has(j))
    if (k >= 0) taken.add(k)
    const from = lines.findIndex((line) => line.start >= start)
    const first = from < 0 ? lines.length : from
    const after = lines.findIndex((line) => line.start >= end)
    const to = after < 0 ? lines.length : after
    const headed = first < to && annexStart(lines[first]!) !== null
    return {
      from: first,
      first: headed ? first + 1 : first,
      to,
      start,
      number: announced[k]?.number ?? inText.length + i + 1,
      ...(k >= 0 && { announced: k }),
      file: name,
    }
  })
}

function titleOfFile(name: string): string {
  return name
    .replace(/\.[A-Za-z0-9]{2,4}$/, '')
    .replace(/^附[件表]\s*[\d一二三四五六七八九十]{0,3}\s*[-_.:：、]?\s*/, '')
}

/** Where the announcement and the annexes stand, and where the page goes over into chrome. */
function parts(
  text: string,
  lines: readonly Line[],
  from: number,
  kit: Kit,
): { announced: Announced[]; annexes: Annex[]; end: number } {
  const announced: Announced[] = []
  const annexes: { from: number; number: number }[] = []
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!
    if (!line.text.startsWith('附')) continue
    const list = annexes.length === 0 ? readAnnouncement(text, lines, i) : []
    const again = list.length > 0 && announced.some((a) => list.some((b) => sameTitle(a.title, b.title)))
    if (list.length > 0 && !again) {
      announced.push(...list)
      i = Math.max(i, lines.indexOf(list.at(-1)!.lines[0]!))
      continue
    }
    const number = annexStart(line)
    if (number !== null && i > from) annexes.push({ from: i, number: number || annexes.length + 1 })
  }
  const after = Math.max(
    annexes.at(-1)?.from ?? 0,
    announced.length ? lines.indexOf(announced.at(-1)!.lines[0]!) : 0,
    from,
  )
  let end = lines.length
  for (let i = after + 1; i < lines.length; i++)
    if (endsPage(lines[i]!, kit)) {
      end = i
      break
    }
  return {
    announced,
    annexes: annexes.map((a, k) => ({
      ...a,
      first: a.from + 1,
      to: annexes[k + 1]?.from ?? end,
      start: lines[a.from]!.start,
    })),
    end,
  }
}

function sameTitle(a: string, b: string): boolean {
  const bare = (s: string) => s.replace(/[\s《》“”()::]/g, '')
  return bare(a) === bare(b)
}

/** Characters of an annex that are more than its title. */
const LEAST_CONTENT = 40

/** An announced attachment is found where its annex holds more than a title and a note. */
function resolveAttachments(
  announced: readonly Announced[],
  annexes: readonly Annex[],
  passages: readonly Passage[],
  grids: readonly Grid[],
  lines: readonly Line[],
  signature: Signature | null,
): Attachment[] {
  const content = (n: number) =>
    grids.some((g) => g.annex === n) ||
    passages.reduce((length, p) => length + (p.annex === n ? p.end - p.start : 0), 0) > LEAST_CONTENT
  if (announced.length === 0)
    return annexes.flatMap((a, k): Attachment[] => {
      if (a.file !== undefined)
        return [
          { number: null, title: titleOfFile(a.file), found: content(k + 1), start: a.start, end: a.start },
        ]
      const title = lines[a.from + 1]
      return content(k + 1) && title && title.text.length <= 60
        ? [
            {
              number: annexes.length > 1 ? a.number : null,
              title: tight(title.text),
              found: true,
              start: title.start,
              end: title.end,
            },
          ]
        : []
    })
  return announced.map(({ lines: _, ...a }, k) => {
    let annex =
      annexes.findIndex((x) => x.announced === k) + 1 ||
      annexes.findIndex((x) => !x.file && (a.number === null || x.number === a.number)) + 1
    if (annex === 0 && annexes.length === announced.length) annex = k + 1
    const found =
      annex > 0
        ? content(annex)
        : annexes.length === 0 && signature !== null && grids.some((g) => g.start > signature.end)
    return { ...a, found }
  })
}

/** So many blank lines keep what is above them from running on. */
const CUT_OFF = 9

/** Does something else stand between a line and the one of the head before it? */
const isCutOff = (line: Line, above: readonly Line[], head: readonly Line[]): boolean => {
  const before = above[above.indexOf(line) - 1]
  return before !== undefined && !head.includes(before)
}

/** «2016-10-28 07:14 来源:本网综合 记者 林某某» */
const BYLINE = saying(
  (any) =>
    new RegExp(
      `\\d{4}[-年./]\\d{1,2}[-月./]\\d{1,2}.*(?:${any('byline')}|\\d{1,2}:\\d{2})|${any('byline')}.*\\d{4}[-年./]\\d{1,2}|^\\d{4}[-年./]\\d{1,2}[-月./]\\d{1,2}日?$`,
    ),
)

/** What stands right above the line that says when and where it appeared. */
const headlines = (above: readonly Line[], kit: Kit): string[] =>
  above.flatMap((line, k) => (BYLINE(kit).test(above[k + 1]?.text ?? '') ? [tight(line.text)] : []))

function titleInMetadata(values: readonly MetadataValue[]): Line | null {
  const named = values.find((m) => m.field === 'title')
  return named ? { start: named.start, end: named.end, text: named.text, gap: 0, indent: 0 } : null
}

/** The line with the title that is said of the document. */
function declaredTitle(source: Source, { text, map }: Normalized): Line | null {
  const mark = source.marks.find((m) => m.kind === 'declared' && m.name === 'ArticleTitle')
  if (mark?.kind !== 'declared') return null
  const start = map.fromSource(mark.start + mark.name.length + 2)
  const end = map.fromSource(mark.end)
  return { start, end, text: text.slice(start, end), gap: 0, indent: 0 }
}
