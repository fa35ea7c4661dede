import { LimitError, READ_LIMITS, type ReadLimits } from '../limits.ts'
import { openSource, type Told } from '../open.ts'
import type { Mark, Origin, Problem, Source } from '../source.ts'

interface Whole extends Told {
  uri: string
  content: Uint8Array | string
  url?: string | null
  attachments?: readonly Whole[]
  /** What of it is not read. */
  problems?: readonly Problem[]
}

/** Does a step of the reading, or stops it. */
export type Guard = <T>(step: () => T) => T

/** A document and its attachments as one Source. */
export async function openWhole(document: Whole, guard: Guard = (step) => step()): Promise<Source> {
  const open = (file: Whole) => guard(() => openSource(file.content, file.uri, file.url ?? null, file))
  const page = await open(document)
  const files: Source[] = []
  for (const file of document.attachments ?? []) files.push(await open(file))
  const whole = files.length > 0 ? withAttachments(page, files, { ...READ_LIMITS, ...document.limits }) : page
  return document.problems ? { ...whole, problems: [...whole.problems, ...document.problems] } : whole
}

/** One document with the files that belong to it: its text, and then theirs; what is in a file says so in its origin. */
function withAttachments(page: Source, files: readonly Source[], limits: ReadLimits): Source {
  const pieces: string[] = []
  const marks: Mark[] = [...page.marks]
  const problems: Problem[] = [...page.problems]
  const starts: { start: number; of: Source; file: string | null }[] = [{ start: 0, of: page, file: null }]
  let length = 0
  const put = (text: string) => {
    pieces.push(text)
    length += text.length
  }
  put(page.text)
  for (const file of files) {
    const place = (file.url ?? file.uri).split(/[?#]/, 1)[0]!
    const name = place.slice(place.lastIndexOf('/') + 1)
    for (const { code, message } of file.problems)
      problems.push({ code, message: message.startsWith(file.uri) ? message : `${file.uri}: ${message}` })
    if (file.text.trim() === '') continue
    if (length + file.text.length > limits.maxText) {
      const { code, message } = new LimitError(limits, 'maxText', `${file.uri}: characters of text, together`)
      problems.push({ code, message })
      continue
    }
    if (!pieces.at(-1)!.endsWith('\n')) put('\n')
    const start = length
    starts.push({ start, of: file, file: name })
    put(file.text)
    marks.push({ kind: 'attachment', start, end: length, name })
    for (const mark of file.marks) marks.push(shifted(mark, start))
  }
  return {
    ...page,
    text: pieces.join(''),
    marks,
    problems,
    originOf: (offset) => {
      const { start, of, file } = starts.findLast((s) => s.start <= offset)!
      const origin: Origin | null = of.originOf?.(offset - start) ?? null
      return file === null ? origin : { file, ...origin }
    },
  }
}

function shifted(mark: Mark, by: number): Mark {
  const moved = { ...mark, start: mark.start + by, end: mark.end + by }
  if (moved.kind !== 'table') return moved
  return {
    ...moved,
    rows: moved.rows.map((row) => row.map((c) => ({ ...c, start: c.start + by, end: c.end + by }))),
  }
}
