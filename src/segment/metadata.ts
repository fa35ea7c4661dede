import type { Kit } from '../kit.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { onceFor } from '../once.ts'
import type { Line, Span } from './line.ts'
import { tight, trimmed } from './line.ts'

export type Field = TableRow<'metadata'>['field']

export interface MetadataValue extends Span {
  key: string
  field: Field
  text: string
}

interface KeyAt extends Span {
  key: string
  field: Field
  /** Does a colon follow? Without one only a whole line or cell can be a key. */
  colon: boolean
}

const LONGEST_KEY = 8

/**
 * Key and value pairs of the lines above the body: «K: V K: V» on a line, one a line, key line over value line,
 * pipe cells. A value ends at the next known key, so an empty one never swallows its neighbour.
 */
export function readMetadata(
  text: string,
  lines: readonly Line[],
  kit: Kit,
): { values: MetadataValue[]; lines: Set<Line> } {
  const values: MetadataValue[] = []
  const used = new Set<Line>()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const keys = keysIn(text, line, kit)
    if (keys.length === 0) continue
    used.add(line)
    for (const [k, key] of keys.entries()) {
      const until = keys[k + 1]?.start ?? line.end
      const value = trimmed(text, key.end, until)
      let own = stripPipes(text, value)
      if (own.end === own.start && k === keys.length - 1) {
        const next = lines[i + 1]
        const turn = i > 1 && keysIn(text, lines[i - 1]!, kit).length === 0
        if (
          next &&
          keys.length === 1 &&
          opens(text, line, key) &&
          keysIn(text, next, kit).length === 0 &&
          next.text.length < 80 &&
          (!key.colon || isBare(text, lines[i + 2], kit) || (turn && isBare(text, lines[i - 2], kit)))
        ) {
          own = { start: next.start, end: next.end }
          used.add(next)
        }
      }
      values.push({ key: key.key, field: key.field, ...own, text: text.slice(own.start, own.end) })
    }
  }
  return { values, lines: used }
}

/** Does a line begin with a key, or with the bracket that one stands in? */
const opens = (text: string, line: Line, key: KeyAt): boolean =>
  /^[[【]?$/.test(tight(text.slice(line.start, key.start)))

/** «索引号:» alone on its line; where the line after its value is such a key too, keys and values take turns. */
function isBare(text: string, line: Line | undefined, kit: Kit): boolean {
  if (!line || !/[::\]】]\s*$/.test(line.text.slice(-3))) return false
  const keys = keysIn(text, line, kit)
  return keys.length === 1 && opens(text, line, keys[0]!) && tight(text.slice(keys[0]!.end, line.end)) === ''
}

/** Known keys of a line, in order; inner blanks of a key («索 引 号») never count. */
function keysIn(text: string, line: Line, kit: Kit): KeyAt[] {
  const keys: KeyAt[] = []
  for (let i = line.start; i < line.end; ) {
    if (!mayOpen(text, i, line.end, kit)) {
      i++
      continue
    }
    let back = i
    while (back > line.start && /[ [【]/.test(text[back - 1]!)) back--
    const before = i === line.start ? ' ' : text[i - 1]!
    const cellStart = back === line.start || /[|\t]/.test(text[back - 1]!)
    const key =
      /[\s|【[(:;>\])】]/.test(before) || (keys.length > 0 && /[\d\u4e00-\u9fff]/.test(before))
        ? keyAt(text, i, line, kit)
        : null
    if (key && (key.colon || (cellStart && (wholeCell(text, key, line) || isGlued(text, key, line))))) {
      keys.push(key)
      i = key.end
    } else i++
  }
  return keys
}

const openings = onceFor((kit: Kit): Uint8Array => {
  const opens = new Uint8Array(65536)
  for (const key of kit.metadataKeys.keys()) opens[key.charCodeAt(0)] = 1
  return opens
})

/** Does any key begin with the first character from `at` on that is no blank? */
function mayOpen(text: string, at: number, end: number, kit: Kit): boolean {
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return at < end && openings(kit)[text.charCodeAt(at)] === 1
}

function keyAt(text: string, start: number, line: Line, kit: Kit): KeyAt | null {
  let key = ''
  let best: KeyAt | null = null
  for (let i = start; i < line.end && key.length < LONGEST_KEY; i++) {
    const c = text[i]!
    if (c === ' ' || c === '\t') continue
    if (c === ':' || c === '|' || c === ']' || c === '】') break
    key += c
    const field = kit.metadataKeys.get(key)
    if (!field) continue
    let end = i + 1
    while (end < line.end && text[end] === ' ') end++
    const bracket =
      (text[end] === ']' || text[end] === '】') &&
      /[[【]\s*$/.test(text.slice(Math.max(line.start, start - 3), start))
    if (bracket) end++
    while (bracket && end < line.end && text[end] === ' ') end++
    const colon = text[end] === ':' || bracket
    if (!best || colon || !best.colon)
      best = { key, field, start, end: text[end] === ':' ? end + 1 : bracket ? end : i + 1, colon }
  }
  return best
}

/** «成文日期2023-09-22», «发文字号敖政办函〔2023〕36号»: what parted a long key from its value is lost. */
const isGlued = (text: string, { key, end }: KeyAt, line: Line): boolean =>
  key.length >= LONG_KEY && VALUE.test(text.slice(end, line.end))
const LONG_KEY = 3
const VALUE = /^(?:\d[\dA-Za-z\-/.年月日: ]{5,40}|[\u4e00-\u9fff]{1,10}[〔[(]\d{4}[〕\])]\d{1,5}号)$/

function wholeCell(text: string, key: KeyAt, line: Line): boolean {
  const rest = text.slice(key.end, line.end)
  return /^\s*(?:[\]】]\s*)?(?:\||$|(?<=\t))/.test(rest)
}

function stripPipes(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[|\s\]】:]/.test(text[start]!)) start++
  while (end > start && /[|\s[【]/.test(text[end - 1]!)) end--
  return { start, end }
}
