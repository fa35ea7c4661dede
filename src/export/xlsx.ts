import { closeSync, openSync, writeSync } from 'node:fs'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { opensFormula } from './csv.ts'
import type { CellValue, OutputColumn } from './tables.ts'

/** Limits of the format. */
const MAX_ROWS = 1_048_576
const MAX_TEXT = 32_767
const CUT = '…(超出单元格长度,全文见 CSV 或 JSON; cut, whole in CSV or JSON)'
const SAMPLE = 200
const CHUNK = 1 << 18

const STYLE = { plain: 0, header: 1, text: 2, date: 3, quoted: 4, wrapped: 5, integer: 6 } as const

export interface SheetColumn {
  header: string
  type: OutputColumn<never>['type']
}

/**
 * Writes a workbook as its rows come, sheet beside sheet, in bounded memory but for the compressed sheets. Strings are inline
 * and typed as strings, so nothing in them is ever a formula. The same rows give the same bytes.
 */
export class Workbook {
  readonly #fd: number
  readonly #zip: Zip
  readonly #sheets: Sheet[] = []

  constructor(path: string) {
    this.#fd = openSync(path, 'w')
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error
      for (let rest = chunk; rest.length > 0; ) rest = rest.subarray(writeSync(this.#fd, rest))
    })
  }

  /** `wrap`: rows of running text, without filter. */
  sheet(name: string, columns: readonly SheetColumn[], wrap = false): Sheet {
    const sheet = new Sheet(this.#part(`xl/worksheets/sheet${this.#sheets.length + 1}.xml`), name, columns, {
      wrap,
      next: (n) => this.sheet(`${name} (${n})`, columns, wrap),
    })
    this.#sheets.push(sheet)
    return sheet
  }

  close(): void {
    for (const sheet of this.#sheets) sheet.close()
    const n = this.#sheets.length
    const parts: [string, string][] = [
      ['xl/workbook.xml', workbookXml(this.#sheets.map((s) => s.name))],
      ['xl/_rels/workbook.xml.rels', workbookRelations(n)],
      ['xl/styles.xml', STYLES],
      ['_rels/.rels', RELATIONS],
      ['[Content_Types].xml', contentTypes(n)],
    ]
    for (const [path, text] of parts) this.#part(path).push(strToU8(text), true)
    this.#zip.end()
    closeSync(this.#fd)
  }

  /** Lets go of the file of a workbook that cannot be finished. */
  abandon(): void {
    closeSync(this.#fd)
  }

  #part(path: string): ZipDeflate {
    const part = new ZipDeflate(path, { level: 5 })
    // The zip stores local time; a local date is read back as the same digits in every zone.
    part.mtime = new Date(1980, 0, 1)
    this.#zip.add(part)
    return part
  }
}

export class Sheet {
  #buffer = ''
  #rows = 0
  #sample: CellValue[][] | null = []
  #follow: Sheet | null = null
  #part = 1

  constructor(
    private readonly file: ZipDeflate,
    readonly name: string,
    private readonly columns: readonly SheetColumn[],
    private readonly options: { wrap: boolean; next: (part: number) => Sheet },
  ) {}

  add(row: readonly CellValue[]): void {
    if (this.#follow) {
      this.#follow.add(row)
      return
    }
    if (this.#sample) {
      this.#sample.push([...row])
      if (this.#sample.length >= SAMPLE) this.#open()
      return
    }
    if (this.#rows === MAX_ROWS) {
      this.#follow = this.options.next(++this.#part)
      this.#follow.add(row)
      return
    }
    this.#write(row)
  }

  close(): void {
    if (this.#sample) this.#open()
    const corner = `${columnName(this.columns.length)}${Math.max(this.#rows, 1)}`
    const filter = this.options.wrap ? '' : `<autoFilter ref="A1:${corner}"/>`
    this.file.push(strToU8(`${this.#buffer}</sheetData>${filter}</worksheet>`), true)
  }

  #open(): void {
    const sample = this.#sample ?? []
    this.#sample = null
    const widths = this.columns.map((c, k) =>
      widthOf([c.header, ...sample.map((row) => row[k] ?? null)], this.options.wrap ? 100 : 48),
    )
    this.#buffer = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
      .map((w, k) => `<col min="${k + 1}" max="${k + 1}" width="${w}" customWidth="1"/>`)
      .join('')}</cols><sheetData>`
    this.#write(
      this.columns.map((c) => c.header),
      STYLE.header,
    )
    for (const row of sample) this.#write(row)
  }

  #write(row: readonly CellValue[], style?: number): void {
    const r = ++this.#rows
    let xml = `<row r="${r}">`
    for (const [k, value] of row.entries()) {
      if (value === null || value === '') continue
      const type = style === undefined ? this.columns[k]!.type : 'string'
      xml += cell(
        `${columnName(k + 1)}${r}`,
        value,
        type,
        style ?? (this.options.wrap ? STYLE.wrapped : undefined),
      )
    }
    this.#buffer += `${xml}</row>`
    if (this.#buffer.length > CHUNK) {
      this.file.push(strToU8(this.#buffer))
      this.#buffer = ''
    }
  }
}

function cell(at: string, value: CellValue, type: SheetColumn['type'], style?: number): string {
  if (typeof value === 'number')
    return `<c r="${at}" s="${type === 'integer' ? STYLE.integer : STYLE.plain}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
  const text = value!
  const serial = type === 'date' ? serialOf(text) : null
  if (serial !== null) return `<c r="${at}" s="${STYLE.date}"><v>${serial}</v></c>`
  // A quoted cell stays text also when a person edits it and presses return.
  const s = style ?? (opensFormula(text) ? STYLE.quoted : STYLE.text)
  return `<c r="${at}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** Days since 1899-12-30, as spreadsheets count; null before 1900-03-01, where they count one day that never was. */
function serialOf(iso: string): number | null {
  const serial = Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569
  return serial >= 61 ? serial : null
}

// What XML 1.0 cannot hold, and what readers of the format would take for an escape of theirs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to replace
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g

function escaped(text: string): string {
  const whole = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT - CUT.length) + CUT : text
  return whole
    .replace(UNFIT, '\ufffd')
    .replace(ESCAPE_LIKE, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;')
}

/** In characters of a digit's width; a Chinese one takes two. */
function widthOf(values: readonly CellValue[], most: number): number {
  let widest = 6
  for (const value of values) {
    let width = 2
    for (const c of String(value ?? '').slice(0, most)) width += c > '\u2e7f' ? 2 : 1
    if (width > widest) widest = width
  }
  return Math.min(widest, most)
}

const names: string[] = []
function columnName(n: number): string {
  names[n] ??=
    n > 26
      ? columnName(Math.floor((n - 1) / 26)) + columnName(((n - 1) % 26) + 1)
      : String.fromCharCode(64 + n)
  return names[n]
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EDF3"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center"/></xf><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" numFmtId="1" applyNumberFormat="1"/></cellXfs></styleSheet>`

function workbookXml(sheetNames: readonly string[]): string {
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheetNames
    .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`
}

function workbookRelations(n: number): string {
  const sheets = Array.from(
    { length: n },
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}<Relationship Id="rId${n + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
}

function contentTypes(n: number): string {
  const sheets = Array.from(
    { length: n },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.join('')}</Types>`
}
