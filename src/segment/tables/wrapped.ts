import type { Kit } from '../../kit.ts'
import type { Line } from '../line.ts'
import { isHeader } from './columns.ts'
import type { Cell, Grid } from './grid.ts'
import { fillRow } from './spaced.ts'

const MOST_HEADER_LINES = 6
const LONGEST_PIECE = 40
const LEAST_COLUMNS = 3
/** Numbered, and parted by single blanks: «3 市体育局 石城体育 微博 …». */
const ROW = /^(\d{1,3})[.、]? +\S/
const SERIAL = /^(?:序号?|编号)$/
/** What is no part of a row that was broken: a note, a page, a heading. */
const NO_PIECE =
  /^(?:注|备注|说明|附件)[:\d]|^第?\s?\d+\s?页|^-\s?\d+\s?-$|^[一二三四五六七八九十]+、|^\(|[。;]$/

interface Wrapped {
  columns: Cell[]
  next: number
}

/**
 * Rows of a page's text broken wherever its line was full, headers broken alike («序|号 主办单位|名称», layout T8): pieces of
 * a line are joined until they are headers that are known, those of a row until the next number.
 */
export function wrappedTable(
  lines: readonly Line[],
  from: number,
  kit: Kit,
  text: string,
): { grid: Grid; next: number } | null {
  const header = headerOf(lines, from, kit)
  if (!header) return null
  const { columns } = header
  const rows: Cell[][] = []
  let broken = header.next > from + 1
  let { next } = header
  for (let serial = 0; next < lines.length; ) {
    const found = ROW.exec(lines[next]!.text)
    if (!found || (serial > 0 && Number(found[1]) !== serial + 1)) break
    serial = Number(found[1])
    let cells = wordsOf(lines[next]!)
    next++
    while (
      next < lines.length &&
      isPiece(lines[next]!) &&
      (broken || isRest(lines, next, cells, columns.length))
    ) {
      cells = joined(cells, wordsOf(lines[next]!))
      broken = true
      next++
    }
    rows.push(fillRow(cells, columns.length, text))
  }
  if (rows.length < 2 || !broken) return null
  return {
    grid: {
      title: '',
      columns,
      rows,
      groups: rows.map(() => null),
      layout: 'tab',
      start: lines[from]!.start,
      end: lines[next - 1]!.end,
      annex: 0,
    },
    next,
  }
}

/** The first lines that make headers, all of them known; each goes on in the word that ends the one before, or begins another. */
function headerOf(lines: readonly Line[], from: number, kit: Kit): Wrapped | null {
  if (!/^[序编]/.test(lines[from]!.text)) return null
  let ways: Cell[][] = [[]]
  for (let n = 0; n < MOST_HEADER_LINES && from + n < lines.length; n++) {
    const line = lines[from + n]!
    if (line.text.length > LONGEST_PIECE || /\t| {2}/.test(line.text) || (n > 0 && line.gap > 1)) return null
    if (ROW.test(line.text)) return null
    const words = wordsOf(line)
    ways = n === 0 ? [words] : ways.flatMap((way) => [joined(way, words), [...way, ...words]])
    const follows = lines[from + n + 1]
    if (!follows || !ROW.test(follows.text)) continue
    const width = wordsOf(follows).length
    const known = ways
      .filter(
        (way) =>
          way.length >= LEAST_COLUMNS && SERIAL.test(way[0]!.text) && way.every((c) => isHeader(c.text, kit)),
      )
      // «平台|不合格|原因»: as many as the first row has cells, most of them as they stand in columns.tsv.
      .sort(
        (a, b) =>
          Math.abs(a.length - width) - Math.abs(b.length - width) || exactly(b, kit) - exactly(a, kit),
      )[0]
    return known ? { columns: known, next: from + n + 1 } : null
  }
  return null
}

const exactly = (way: readonly Cell[], kit: Kit): number =>
  way.filter((c) => kit.tables.columns.some((row) => row.header === c.text)).length

const isPiece = (line: Line): boolean =>
  line.gap <= 1 && line.text.length <= LONGEST_PIECE && !ROW.test(line.text) && !NO_PIECE.test(line.text)

/** Where nothing was broken yet: too few cells so far, or a character left over; more may be a group. */
const isRest = (lines: readonly Line[], at: number, cells: readonly Cell[], width: number): boolean =>
  cells.length < width || lines[at]!.text.length === 1

function wordsOf({ text, start }: Line): Cell[] {
  return [...text.matchAll(/\S+/g)].map((m) => {
    const from = start + m.index
    return { start: from, end: from + m[0].length, text: m[0] }
  })
}

/** The first word behind goes on in the last one in front. */
function joined(cells: readonly Cell[], [first, ...others]: readonly Cell[]): Cell[] {
  const last = cells.at(-1)
  if (!last || !first) return [...cells, ...(first ? [first, ...others] : [])]
  return [
    ...cells.slice(0, -1),
    { start: last.start, end: first.end, text: last.text + first.text },
    ...others,
  ]
}
