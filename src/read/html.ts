import type { DefaultTreeAdapterTypes } from 'parse5'
import { declaredName } from './declared.ts'
import { attribute, parseWithin, selectorOf } from './dom.ts'
import { LimitError, type ReadLimits } from './limits.ts'
import type { Reading, TextReader } from './reader.ts'
import { lastBefore } from './sheet.ts'
import type { CellMark, Mark } from './source.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'select',
  'textarea',
  'button',
  'head',
  'title',
  'form-hidden',
])
const BLOCK = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
])
const CHROME_TAG = new Set(['nav', 'footer', 'aside'])
// Names that the common Chinese site builders give to navigation, tools and neighbours of the article.
const CHROME_NAME =
  /(?:^|[-_\s])(?:nav\w*|menu\w*|crumbs?|breadcrumbs?|foot\w*|copyright|\w*share\w*|sidebar\w*|aside|relat\w*|xg(?:xx|jd|wd|yd|xw|lj|zc|wj|fj)|recommend\w*|tuijian|toolbar|pagefn|qrcode|friend\w*)(?:$|[-_\s])|(?:^|\s)(?:location|position|pos|weizhi|dqwz|local|lj|bottom|side\w*|hot|rank|tools?|print\w*|font-?size|nextpage|prev\w*|next\w*|pager?|qr|ewm|logo|search\w*|login|top|top-?\w{0,6}|header|hd|hd-\w+|banner|links?|editor|bianji|zrbj|left|click|hits|wrap-head|slb-top|fanhui)(?:$|\s)/i
const HEADINGS = new Set(['h1', 'h2', 'h3'])
const LONGEST_CHROME = 900
/** Characters of a class or an id that are looked at. */
const LONGEST_NAME = 200
const MAX_COLSPAN = 1000

/** A saved page: its visible text, block by block, with what the markup says of tables, titles and chrome. */
export const html: TextReader = {
  takes: 'text',
  mediaType: 'text/html',
  extensions: ['html', 'htm', 'shtml', 'xhtml', 'mhtml-part', 'jsp', 'aspx', 'php'],
  sniff: (head) => /<(?:!doctype html|html|head|body|table|div|p|meta)\b/i.test(head),
  read: (decoded, limits) => new PageReader(limits).read(decoded),
}

class PageReader {
  readonly #out: string[] = []
  readonly #marks: Mark[] = []
  readonly #declared: Record<string, string> = Object.create(null)
  readonly #places: { start: number; node: Node }[] = []
  #length = 0
  /** Cells of all tables, merged ones as often as they are filled in. */
  #cells = 0
  readonly #limits: ReadLimits

  constructor(limits: ReadLimits) {
    this.#limits = limits
  }

  /** Does the text end in a line break (or not yet exist)? */
  #fresh = true
  #blank = false

  read(source: string): Reading {
    const document = parseWithin(source, this.#limits)
    this.#walk(document.childNodes)
    this.#marks.sort((a, b) => a.start - b.start || b.end - a.end)
    return {
      text: this.#out.join(''),
      marks: this.#marks,
      declared: { ...this.#declared },
      problems: [],
      originOf: (offset) => {
        const place = lastBefore(this.#places, offset)
        return place && { element: selectorOf(place.node) }
      },
    }
  }

  /** Depth first without recursion: pages nest deeper than the stack. */
  #walk(nodes: readonly Node[]): void {
    type Step = { node: Node } | { leave: () => void }
    const stack: Step[] = [...nodes].reverse().map((node) => ({ node }))
    for (let step = stack.pop(); step; step = stack.pop()) {
      if ('leave' in step) {
        step.leave()
        continue
      }
      const { node } = step
      if (node.nodeName === '#text') {
        this.#places.push({ start: this.#length, node })
        this.#text((node as DefaultTreeAdapterTypes.TextNode).value)
        continue
      }
      if (!('tagName' in node)) continue
      const tag = node.tagName
      if (tag === 'meta') this.#meta(node)
      if (tag === 'head') {
        for (const child of [...node.childNodes].reverse())
          if ('tagName' in child && child.tagName === 'meta') stack.push({ node: child })
        continue
      }
      if (SILENT.has(tag) || isHidden(node)) continue
      if (tag === 'br' || tag === 'hr') {
        this.#break()
        continue
      }
      if (tag === 'table' && isDataTable(node)) {
        this.#table(node)
        continue
      }
      const block = BLOCK.has(tag)
      if (block) this.#break()
      const start = this.#length
      const chrome = block && isChrome(node)
      stack.push({
        leave: () => {
          if (block) this.#break()
          if (chrome && this.#length > start)
            this.#marks.push({ kind: 'furniture', start, end: this.#length })
          if (HEADINGS.has(tag) && this.#length > start)
            this.#marks.push({ kind: 'heading', start, end: this.#length })
        },
      })
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push({ node: node.childNodes[i]! })
    }
  }

  /** Rows on lines, cells parted by tabs; breaks inside a cell are kept. */
  #table(table: Element): void {
    this.#break()
    const start = this.#length
    const rows: CellMark[][] = []
    for (const tr of rowsOf(table)) {
      const cells: CellMark[] = []
      for (const cell of tr.childNodes) {
        if (!('tagName' in cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
        if (cells.length > 0) this.#raw('\t')
        this.#fresh = true
        const from = this.#length
        this.#walk(cell.childNodes)
        const end = this.#trimEnd(from)
        cells.push({
          start: from,
          end,
          rowspan: spanOf(cell, 'rowspan', 65534),
          colspan: spanOf(cell, 'colspan', MAX_COLSPAN),
          header: cell.tagName === 'th',
        })
        this.#fresh = false
      }
      if (cells.length > 0) {
        rows.push(cells)
        this.#fresh = false
        this.#break()
      }
    }
    for (const [r, row] of rows.entries())
      for (const cell of row) this.#cells += cell.colspan * Math.min(cell.rowspan, rows.length - r)
    if (this.#cells > this.#limits.maxCells)
      throw new LimitError(this.#limits, 'maxCells', 'cells of tables, merged ones filled in')
    this.#marks.push({ kind: 'table', start, end: this.#length, rows, layout: 'html' })
  }

  #text(value: string): void {
    // A line break of the source between two Chinese characters is none (CSS Text 3, 4.1.2).
    const joined = value.includes('\n')
      ? value.replace(
          /(?<=[\u3000-\u9fff\uff00-\uffef])[\t ]*\r?\n[\t\r\n ]*(?=[\u3000-\u9fff\uff00-\uffef])/g,
          '',
        )
      : value
    const collapsed = joined.replace(/[\t\n\f\r ]+/g, ' ')
    if (collapsed === ' ' || collapsed === '') {
      if (collapsed && !this.#fresh) this.#blank = true
      return
    }
    const lead = collapsed.startsWith(' ') || this.#blank
    this.#blank = false
    const body = collapsed.trimStart() === '' ? collapsed : collapsed.replace(/^ /, '')
    this.#raw((lead && !this.#fresh ? ' ' : '') + body.replace(/ $/, ''))
    this.#blank = collapsed.endsWith(' ')
    this.#fresh = false
  }

  #break(): void {
    this.#blank = false
    if (this.#fresh) return
    this.#raw('\n')
    this.#fresh = true
  }

  #raw(text: string): void {
    this.#out.push(text)
    this.#length += text.length
  }

  /** Takes back the break that a block in a cell left at its end. */
  #trimEnd(from: number): number {
    this.#blank = false
    while (this.#length > from && this.#out.at(-1) === '\n') {
      this.#out.pop()
      this.#length--
    }
    return this.#length
  }

  #meta(node: Element): void {
    const name = attribute(node, 'name')
    const content = attribute(node, 'content')
    const key = name && declaredName(name)
    if (key && content && !(key in this.#declared)) this.#declared[key] = content.trim()
  }
}

function isHidden(node: Element): boolean {
  const style = attribute(node, 'style')
  return (
    node.attrs.some((a) => a.name === 'hidden') ||
    (node.tagName === 'input' && attribute(node, 'type') === 'hidden') ||
    (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
  )
}

/** Navigation, tools and neighbours: named so, or mostly links; never anything that holds real prose. */
function isChrome(node: Element): boolean {
  const name = ['class', 'id'].map((key) => attribute(node, key)?.slice(0, LONGEST_NAME) ?? '').join(' ')
  const named = CHROME_TAG.has(node.tagName) || CHROME_NAME.test(name)
  const list =
    node.tagName === 'ul' || node.tagName === 'ol' || node.tagName === 'dl' || node.tagName === 'div'
  if (!named && !list) return false
  const { text, linked, links, stops } = measure(node)
  if (text === 0 || text > LONGEST_CHROME || stops >= 2) return false
  return named || (links >= 3 && linked / text > 0.6)
}

/** 1 for what \s is. */
export const BLANK = new Uint8Array(65536)
for (const c of '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff') BLANK[c.charCodeAt(0)] = 1
BLANK.fill(1, 0x2000, 0x200b)
const FULL_STOP = '。'.charCodeAt(0)
const SEMICOLON = '；'.charCodeAt(0)

function measure(node: Element): { text: number; linked: number; links: number; stops: number } {
  let text = 0
  let linked = 0
  let links = 0
  let stops = 0
  const stack: { node: Node; inLink: boolean }[] = node.childNodes.map((n) => ({ node: n, inLink: false }))
  for (let step = stack.pop(); step; step = stack.pop()) {
    const n = step.node
    if (n.nodeName === '#text') {
      const { value } = n as DefaultTreeAdapterTypes.TextNode
      let said = 0
      for (let i = 0; i < value.length; i++) {
        const c = value.charCodeAt(i)
        if (BLANK[c] === 1) continue
        said++
        if (c === FULL_STOP || c === SEMICOLON) stops++
      }
      text += said
      if (step.inLink) linked += said
    } else if ('tagName' in n && !SILENT.has(n.tagName)) {
      if (n.tagName === 'a') links++
      for (const child of n.childNodes) stack.push({ node: child, inLink: step.inLink || n.tagName === 'a' })
    }
    if (text > LONGEST_CHROME) break
  }
  return { text, linked, links, stops }
}

/** Rows of the table itself, in order; those of tables inside it are not its own. */
function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const child of table.childNodes) {
    if (!('tagName' in child)) continue
    if (child.tagName === 'tr') rows.push(child)
    else if (child.tagName === 'tbody' || child.tagName === 'thead' || child.tagName === 'tfoot')
      for (const row of child.childNodes) if ('tagName' in row && row.tagName === 'tr') rows.push(row)
  }
  return rows
}

const LONGEST_CELL = 600

/** A table of data: two rows and two columns, no table inside, no cell that is an article. */
function isDataTable(table: Element): boolean {
  const rows = rowsOf(table)
  if (rows.length < 1) return false
  let widest = 0
  for (const row of rows) {
    let width = 0
    for (const cell of row.childNodes) {
      if (!('tagName' in cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
      width++
      if (holdsTable(cell)) return false
      const { text, stops } = measure(cell)
      if (text > LONGEST_CELL && stops > 5) return false
    }
    widest = Math.max(widest, width)
  }
  return widest >= 2
}

function holdsTable(node: Element): boolean {
  const stack: Node[] = [...node.childNodes]
  for (let n = stack.pop(); n; n = stack.pop()) {
    if (!('tagName' in n)) continue
    if (n.tagName === 'table') return true
    for (const child of n.childNodes) stack.push(child)
  }
  return false
}

function spanOf(cell: Element, name: string, most: number): number {
  const n = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return Number.isFinite(n) && n > 1 ? Math.min(n, most) : 1
}
