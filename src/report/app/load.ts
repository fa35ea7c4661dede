import { decode } from '../alphabet.ts'
import {
  FIRST_TABLES,
  type ItemTable,
  type PackedTexts,
  type ReportHead,
  type ReportTables,
  SHAPES,
} from '../columns.ts'
import { fromWire } from '../wire.ts'

export interface Report {
  head: ReportHead
  tables: ReportTables
  /** The source text of a notice; null where this file does not hold it. */
  text(notice: number): Promise<string | null>
}

/** What the rest of the page needs besides. */
const REST = ['comparison', 'rollups', 'trends', 'metrics', 'fields'] as const

const element = (id: string): string => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`#${id}`)
  return found.textContent
}

/**
 * Reads what the page holds, or asks the server that sent it: first what the overview needs, the other tables being empty,
 * then, when `rest` is called, all.
 */
export async function loadReport(): Promise<{ first: Report; rest(): Promise<Report> }> {
  const head = JSON.parse(element('head')) as ReportHead
  const { texts } = head
  const read = async (name: string) =>
    texts === null
      ? (await ask(`report/${name}.json`)).json()
      : JSON.parse(new TextDecoder().decode(await inflate(element(`table-${name}`))))
  const tables = async (names: readonly string[]) =>
    Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, fromWire(name, await read(name))] as const)),
    )
  const text = texts === null ? serverText() : embeddedText(texts)
  const some = await tables(FIRST_TABLES)
  const none = {
    comparison: [],
    rollups: [],
    trends: [],
    metrics: emptyItems('metrics'),
    fields: emptyItems('fields'),
  }
  return {
    first: { head, tables: { ...none, ...some } as unknown as ReportTables, text },
    rest: async () => {
      await wholePage()
      return { head, tables: { ...some, ...(await tables(REST)) } as unknown as ReportTables, text }
    },
  }
}

/** The script stands in front of what it needs later. */
function wholePage(): Promise<void> {
  return document.readyState === 'loading'
    ? new Promise((done) => document.addEventListener('DOMContentLoaded', () => done(), { once: true }))
    : Promise.resolve()
}

function emptyItems(table: ItemTable): unknown {
  const column = { values: [], codes: [] }
  return {
    notice: [],
    strings: Object.fromEntries(SHAPES[table].strings.map((name) => [name, column])),
    numbers: Object.fromEntries(SHAPES[table].numbers.map((name) => [name, []])),
    evidence: { first: [0], start: [], end: [], where: column },
  }
}

function embeddedText(texts: PackedTexts): (notice: number) => Promise<string | null> {
  const blocks = new Map<number, Promise<string[]>>()
  return async (notice) => {
    if (notice >= texts.lengths.length) return null
    await wholePage()
    const n = Math.floor(notice / texts.block)
    let block = blocks.get(n)
    if (!block) blocks.set(n, (block = readBlock(n, texts)))
    return (await block)[notice % texts.block] ?? null
  }
}

async function readBlock(n: number, { block, lengths, units }: PackedTexts): Promise<string[]> {
  const whole = decode(await inflate(element(`texts-${n}`)), units)
  let at = 0
  return lengths.slice(n * block, (n + 1) * block).map((length) => whole.slice(at, (at += length)))
}

function serverText(): (notice: number) => Promise<string | null> {
  return async (notice) => (await ask(`report/text/${notice}`)).json() as Promise<string>
}

async function ask(path: string): Promise<Response> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`)
  return response
}

async function inflate(base64: string): Promise<Uint8Array> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
