import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { loadKit } from '../kit.ts'
import { both } from '../messages.ts'
import { pageAssets } from '../report/assets.ts'
import { pageOf } from '../report/document.ts'
import { everything } from '../report/shown.ts'
import { loadTerms } from '../report/terms.ts'
import { InputError } from '../run/discover.ts'
import { LOOPBACK, ownHost, send, write } from '../serve/server.ts'
import { StoredNotices } from '../serve/stored-notices.ts'
import type { Exported } from './export.ts'
import { Journal } from './journal.ts'
import { DecisionError, Session } from './session.ts'
import type { ReviewHead } from './wire.ts'

interface ReviewOptions {
  port: number
  tool: string
  lexicon: string | null
  /** Where gold, documents and proposed rows go. */
  gold: string
  /** The notice to open, by its id. */
  notice?: string
}

/** The folder that an export goes to where no other is named. */
export const goldFolder = (out: string): string => join(out, 'review')

/** What `--export` does: writes gold, documents and rows of what was decided, without a server. @throws InputError */
export async function exportDecided(folder: string, gold: string, lexicon: string | null): Promise<Exported> {
  const kit = loadKit(undefined, lexicon)
  const stored = await StoredNotices.open(folder, kit, everything)
  const journal = new Journal(folder)
  try {
    return await new Session(stored, journal, kit).export(gold, lexicon)
  } finally {
    journal.close()
    await stored.close()
  }
}

const MOST_BYTES = 8 * 2 ** 20

/**
 * Serves the review of an output folder on the loopback address. The page itself holds nothing; every request for a notice and
 * every decision must bear the token that stands in the printed address, behind its `#`, which no browser sends along.
 * @throws InputError where the folder is none; EADDRINUSE where the port is taken
 */
export async function review(
  folder: string,
  options: ReviewOptions,
): Promise<{ server: Server; url: string }> {
  const kit = loadKit(undefined, options.lexicon)
  const stored = await StoredNotices.open(folder, kit, everything)
  if (options.notice !== undefined && !stored.indexOf.has(options.notice)) {
    await stored.close()
    throw new InputError(...both('review_no_notice', folder, options.notice))
  }
  const journal = new Journal(folder)
  const session = new Session(stored, journal, kit)
  const token = randomBytes(18).toString('base64url')
  const head: ReviewHead = {
    tool: options.tool,
    folder: createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16),
    terms: loadTerms(kit),
    categories: kit.tables.categories.map((row) => ({ code: row.category, severity: row.severity })),
    functions: kit.tables.functions.map((row) => row.function),
  }
  const page = [
    ...pageOf({
      ...pageAssets('review'),
      head,
      first: [],
      data: [],
      served: true,
      title: '核对 review · tongbao',
    }),
  ].join('')
  const served: Served = { session, page, token, options }
  const server = createServer((request, response) => {
    handle(request, response, served).catch((error: unknown) => {
      process.stderr.write(`tongbao review: ${error instanceof Error ? error.stack : String(error)}\n`)
      if (!response.headersSent) send(response, request, 500, { error: String(error) })
      else response.destroy()
    })
  })
  const close = async () => {
    journal.close()
    await stored.close()
  }
  server.on('close', () => void close())
  try {
    await new Promise<void>((listening, reject) => {
      server.once('error', reject)
      server.listen(options.port, LOOPBACK, listening)
    })
  } catch (error) {
    await close()
    throw error
  }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    server,
    url: `http://${LOOPBACK}:${port}/#${token}${options.notice ? `&notice=${options.notice}` : ''}`,
  }
}

interface Served {
  session: Session
  page: string
  token: string
  options: ReviewOptions
}

async function handle(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const port = request.socket.localPort
  const refuse = (status: number, error: string) => send(response, request, status, { error })
  if (!ownHost(request.headers.host, port)) return refuse(403, 'localhost and 127.0.0.1 only')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${request.headers.host}`)
    return refuse(403, 'pages of other origins may ask nothing here')
  const path = (request.url ?? '/').split('?', 1)[0]!
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (path === '/' && reads) return write(response, request, 200, 'text/html; charset=utf-8', served.page)
  if (!holds(request.headers['x-tongbao-token'], served.token))
    return refuse(403, 'the address that `tongbao review` printed is wanted, whole')
  const { session, options } = served
  if (reads) {
    const found =
      path === '/review/notices'
        ? await session.list()
        : path.startsWith('/review/notices/')
          ? await session.notice(path.slice('/review/notices/'.length))
          : undefined
    return found === undefined ? refuse(404, 'nothing here') : send(response, request, 200, found)
  }
  if (request.method !== 'POST') return refuse(405, 'GET and POST only')
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return refuse(415, 'JSON is wanted')
  const body = await bodyOf(request)
  if (body === null) return refuse(413, 'too long')
  if (path === '/review/export')
    return send(response, request, 200, await session.export(options.gold, options.lexicon))
  if (path !== '/review/decisions') return refuse(404, 'nothing here')
  try {
    await session.decide(parsed(body))
    send(response, request, 200, { kept: true })
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error
    refuse(400, error.message)
  }
}

function holds(given: string | string[] | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(String(given ?? '')), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes <= MOST_BYTES) parts.push(part)
  }
  return bytes > MOST_BYTES ? null : Buffer.concat(parts).toString('utf8')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
