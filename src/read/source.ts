/** What every reader makes of its bytes, and the only thing the later stages know of a file. */
export interface Source {
  uri: string
  media_type: string
  charset: string
  /** What a header or the document itself said, where its bytes say otherwise. */
  charset_declared?: string
  bytes: number
  /** SHA-256 of the bytes as they came, hex. */
  sha256: string
  url: string | null
  /** The decoded source text; all evidence spans point into it. */
  text: string
  /** What the file's own structure says of stretches of the text, sorted by start. */
  marks: Mark[]
  /** What the file says of itself (HTML meta of GB standard names), key → value. */
  declared: Record<string, string>
  /** What could not be read cleanly: reported, never hidden. */
  problems: Problem[]
  /** Where in the file a character of the text stands; absent where the text is the file. */
  originOf?: (offset: number) => Origin | null
}

/** A place in a file as its own program shows it. */
export interface Origin {
  /** The attached file, where it is not the document itself. */
  file?: string
  /** From 1. */
  page?: number
  sheet?: string
  /** `B7`. */
  cell?: string
  /** CSS selector. */
  element?: string
}

export interface Problem {
  code: string
  message: string
  at?: number
}

/** `furniture` is page chrome, `heading` a title element, `table` a data table with its cells, `attachment` the text of a file that belongs to the document, `declared` a line with what is said of the document. */
export type Mark =
  | { kind: 'furniture' | 'heading' | 'title'; start: number; end: number }
  | { kind: 'attachment' | 'declared'; start: number; end: number; name: string }
  | { kind: 'table'; start: number; end: number; rows: CellMark[][]; layout: TableLayout }

export interface CellMark {
  start: number
  end: number
  rowspan: number
  colspan: number
  header: boolean
}

export type TableLayout = 'html' | 'pipe' | 'vertical' | 'tab' | 'docx' | 'xlsx' | 'pdf'
