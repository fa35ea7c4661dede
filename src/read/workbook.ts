import type { WorkBook, WorkSheet } from '@e965/xlsx'
import { compoundKind } from './compound.ts'
import { LimitError, type ReadLimits } from './limits.ts'
import { type BytesReader, type Reading, unread } from './reader.ts'
import { readSheets, type Sheet, type SheetCell } from './sheet.ts'
import { isZipWith, zipProblem } from './zip.ts'

/** A workbook of Excel 2007 and later: every sheet that is shown, its cells as they are shown, dates as ISO 8601. */
export const xlsx: BytesReader = {
  takes: 'bytes',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extensions: ['xlsx', 'xlsm'],
  sniff: (bytes) => isZipWith(bytes, 'xl/workbook'),
  async read(bytes, limits) {
    // Cells are counted in the parts themselves: the library makes all of them before it can be asked.
    let cells = 0
    const problem = await zipProblem(bytes, limits, (part, chunk) => {
      if (!part.startsWith('xl/worksheets/')) return
      for (let at = chunk.indexOf('<v>'); at >= 0; at = chunk.indexOf('<v>', at + 3)) cells++
      if (cells > limits.maxCells) throw new LimitError(limits, 'maxCells', `${part}: cells`)
    })
    return problem ? unread(problem.code, problem.message) : readWorkbook(bytes, limits)
  },
}

/** A workbook of Excel 97 and before, and WPS tables. */
export const xls: BytesReader = {
  takes: 'bytes',
  mediaType: 'application/vnd.ms-excel',
  extensions: ['xls', 'et'],
  sniff: (bytes) => compoundKind(bytes) === 'workbook',
  read: readWorkbook,
}

async function readWorkbook(bytes: Buffer, limits: ReadLimits): Promise<Reading> {
  const library = await import('@e965/xlsx')
  if (bytes[0] !== 0x50)
    library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs' as '@e965/xlsx/dist/cpexcel.js'))
  let book: WorkBook
  try {
    book = library.read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      codepage: 936,
      // A row more than the limit is enough to see that there are too many.
      sheetRows: limits.maxCells + 1,
    })
  } catch (error) {
    const message = (error as Error).message || 'not a whole workbook'
    return unread(/password|encrypt/i.test(message) ? 'encrypted' : 'damaged', message)
  }
  const sheets: Sheet[] = []
  for (const [k, name] of book.SheetNames.entries()) {
    if (book.Workbook?.Sheets?.[k]?.Hidden) continue
    const sheet = book.Sheets[name]
    if (sheet) sheets.push({ name, cells: cellsOf(sheet, book, library) })
  }
  return { ...readSheets(sheets, 'xlsx', limits), problems: [] }
}

type Library = typeof import('@e965/xlsx')
type Stored = NonNullable<WorkSheet['!data']>[number][number]

/** Rows and cells are sparse lists: a cell in the last corner of a sheet does not make the others. */
function cellsOf(sheet: WorkSheet, book: WorkBook, library: Library): SheetCell[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const merges = new Map((sheet['!merges'] ?? []).map((m) => [`${m.s.r} ${m.s.c}`, m]))
  const cells: SheetCell[] = []
  sheet['!data']?.forEach((row, r) => {
    row?.forEach((cell, c) => {
      const text = shown(cell, date1904, library)
      if (text === '') return
      const merge = merges.get(`${r} ${c}`)
      cells.push({
        text,
        row: r,
        column: c,
        rowspan: merge ? merge.e.r - r + 1 : 1,
        colspan: merge ? merge.e.c - c + 1 : 1,
      })
    })
  })
  return cells
}

function shown(cell: Stored | undefined, date1904: boolean, { SSF }: Library): string {
  if (!cell || cell.v === undefined || cell.t === 'z') return ''
  if (cell.t === 'n' && typeof cell.z === 'string' && SSF.is_date(cell.z))
    return isoOf(SSF.parse_date_code(cell.v as number, { date1904 })) ?? cell.w ?? String(cell.v)
  return (cell.w ?? String(cell.v)).replace(/\r\n?/g, '\n').trim()
}

/** A day, a moment, or (a serial below one) a time. */
function isoOf(
  d: { y: number; m: number; d: number; H: number; M: number; S: number } | null,
): string | null {
  if (!d) return null
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${d.y}-${two(d.m)}-${two(d.d)}`
  const time = `${two(d.H)}:${two(d.M)}${d.S ? `:${two(Math.floor(d.S))}` : ''}`
  if (d.y <= 1900 && d.m <= 1 && d.d === 0) return time
  return d.H || d.M || d.S ? `${day} ${time}` : day
}
