import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gzip } from 'node:zlib'
import { loadKit } from '../kit.ts'
import { pageAssets } from '../report/assets.ts'
import type { ReportHead } from '../report/columns.ts'
import { pageOf } from '../report/document.ts'
import type { Shown } from '../report/shown.ts'
import { loadTerms } from '../report/terms.ts'
import { QueryError } from './query.ts'
import { answer } from './routes.ts'
import { StoredNotices } from './stored-notices.ts'

interface ServeOptions {
  port: number
  /** A folder of the user's own rows: names of their categories and functions. */
  lexicon?: string | null
  /** Written to the head of the page. */
  tool: string
  /** Origins, besides its own, whose pages may read the answers: `http://localhost:3000`. */
  origins: readonly string[]
  /** Personal data is masked unless this says otherwise. */
  shown?: Shown
}

export const LOOPBACK = '127.0.0.1'

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-frame-options': 'DENY',
  vary: 'origin, accept-encoding',
}

/**
 * Serves the report and the JSON of an output folder on the loopback address.
 * Nothing is looked up in the file system by what a request says, so no address leads out of the folder.
 * @throws InputError where the folder is none; EADDRINUSE where the port is taken.
 */
export async function serve(folder: string, options: ServeOptions): Promise<{ server: Server; url: string }> {
  const kit = loadKit(undefined, options.lexicon ?? null)
  const stored = await StoredNotices.open(folder, kit, options.shown)
  const head: ReportHead = {
    tool: options.tool,
    notices: stored.count,
    terms: loadTerms(kit),
    texts: null,
    folder,
  }
  const page = [...pageOf({ ...pageAssets(), head, first: [], data: [], served: true })].join('')
  const server = createServer((request, response) => {
    handle(request, response, { stored, page, options }).catch((error: unknown) => {
      process.stderr.write(`tongbao serve: ${error instanceof Error ? error.stack : String(error)}\n`)
      if (!response.headersSent)
        send(response, request, 500, { error: 'internal error, told on the terminal' })
      else response.destroy()
    })
  })
  server.on('close', () => void stored.close())
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(options.port, LOOPBACK, resolve)
    })
  } catch (error) {
    await stored.close()
    throw error
  }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return { server, url: `http://${LOOPBACK}:${port}/` }
}

interface Served {
  stored: StoredNotices
  page: string
  options: ServeOptions
}

async function handle(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  // A page elsewhere may have its own name resolve to this machine; then the browser names that host here.
  if (!ownHost(request.headers.host, request.socket.localPort)) {
    send(response, request, 403, { error: 'this server answers to localhost and 127.0.0.1 only' })
    return
  }
  const { origin } = request.headers
  if (origin !== undefined && served.options.origins.includes(origin))
    response.setHeader('access-control-allow-origin', origin)
  else response.setHeader('cross-origin-resource-policy', 'same-origin')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    send(response, request, 405, { error: 'GET and HEAD only' })
    return
  }
  let url: URL
  try {
    url = new URL(request.url ?? '/', 'http://localhost')
  } catch {
    send(response, request, 400, { error: 'the address cannot be read' })
    return
  }
  if (url.pathname === '/') {
    write(response, request, 200, 'text/html; charset=utf-8', served.page)
    return
  }
  try {
    const found = await answer(url.pathname, url.searchParams, served.stored)
    if (found === undefined) send(response, request, 404, { error: 'nothing here; see /openapi.json' })
    else send(response, request, 200, found)
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    send(response, request, 400, { error: error.message })
  }
}

export function ownHost(host: string | undefined, port: number | undefined): boolean {
  return ['localhost', LOOPBACK].some((name) => host === `${name}:${port}` || (port === 80 && host === name))
}

export function send(
  response: ServerResponse,
  request: IncomingMessage,
  status: number,
  body: unknown,
): void {
  write(response, request, status, 'application/json; charset=utf-8', JSON.stringify(body))
}

export function write(
  response: ServerResponse,
  request: IncomingMessage,
  status: number,
  type: string,
  text: string,
): void {
  const bytes = Buffer.from(text, 'utf8')
  const end = (body: Buffer, more: Record<string, string> = {}) => {
    response.writeHead(status, { ...HEADERS, 'content-type': type, 'content-length': body.length, ...more })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  const packs = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (!packs || bytes.length < 1024) end(bytes)
  else
    gzip(bytes, { level: 4 }, (error, packed) =>
      error ? end(bytes) : end(packed, { 'content-encoding': 'gzip' }),
    )
}
