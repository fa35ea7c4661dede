/** What one document may cost to read. Every limit is an option of the command (`--max-cells` is `maxCells`). */
export interface ReadLimits {
  /** Characters of the text that comes out, attachments included. */
  maxText: number
  /** Cells of all tables, empty ones inside a table included. */
  maxCells: number
  /** Pages of a PDF. */
  maxPages: number
  /** Elements of a saved page. */
  maxNodes: number
  /** Elements of a page within each other. */
  maxNesting: number
  /** Bytes that the parts of an office file unpack to. */
  maxUnpacked: number
}

export const READ_LIMITS: ReadLimits = {
  maxText: 1_000_000,
  maxCells: 250_000,
  maxPages: 2_000,
  maxNodes: 300_000,
  maxNesting: 512,
  maxUnpacked: 256 * 2 ** 20,
}

const CODES: Record<keyof ReadLimits, string> = {
  maxText: 'limit_text',
  maxCells: 'limit_cells',
  maxPages: 'limit_pages',
  maxNodes: 'limit_nodes',
  maxNesting: 'limit_nesting',
  maxUnpacked: 'limit_unpacked',
}

/** A document that is larger than it may be: the message names the limit and its option. */
export class LimitError extends Error {
  readonly code: string

  constructor(limits: ReadLimits, name: keyof ReadLimits, what: string) {
    const option = `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`
    super(`${what}: more than ${limits[name]} (${option})`)
    this.code = CODES[name]
  }
}
