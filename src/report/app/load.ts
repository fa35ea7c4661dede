import type { ReportHead, ReportTables } from '../columns.ts'

export interface Report {
  head: ReportHead
  tables: ReportTables
  /** The source text of a notice; null where this file does not hold it. */
  text(notice: number): Promise<string | null>
}

const TABLES = ['notices', 'comparison', 'records', 'metrics', 'deadlines', 'checks', 'fields'] as const

const element = (id: string): string => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`#${id}`)
  return found.textContent
}

/** Reads what the page holds, or asks the server that sent it. */
export async function loadReport(): Promise<Report> {
  const head = JSON.parse(element('head')) as ReportHead
  const served = head.block === 0
  const read = async (name: string) =>
    served
      ? (await ask(`report/${name}.json`)).json()
      : JSON.parse(new TextDecoder().decode(await inflate(element(`table-${name}`))))
  const parts = await Promise.all(TABLES.map(async (name) => [name, await read(name)] as const))
  const tables = Object.fromEntries(parts) as unknown as ReportTables
  return { head, tables, text: served ? serverText() : embeddedText(head) }
}

function embeddedText(head: ReportHead): (notice: number) => Promise<string | null> {
  const blocks = new Map<number, Promise<string[]>>()
  return async (notice) => {
    if (notice >= head.texts) return null
    const n = Math.floor(notice / head.block)
    let block = blocks.get(n)
    if (!block) blocks.set(n, (block = readBlock(n)))
    return (await block)[notice % head.block] ?? null
  }
}

async function readBlock(n: number): Promise<string[]> {
  const units = new Uint16Array((await inflate(element(`texts-${n}`))).buffer)
  // TextDecoder would replace lone surrogates, and offsets count them.
  const parts: string[] = []
  for (let i = 0; i < units.length; i += 8192) parts.push(String.fromCharCode(...units.subarray(i, i + 8192)))
  const whole = parts.join('')
  const line = whole.indexOf('\n')
  let at = line + 1
  return (JSON.parse(whole.slice(0, line)) as number[]).map((length) => whole.slice(at, (at += length)))
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
