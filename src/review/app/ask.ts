import type { Asked, ExportTold, NoticeEntry, NoticeToReview, ReviewHead } from '../wire.ts'

export const head = JSON.parse(document.getElementById('head')!.textContent) as ReviewHead

const [token, opened] = location.hash.slice(1).split('&notice=')
export const hasToken = (): boolean => Boolean(token)

/** The notice that the address names, the first time it is asked for: afterwards a reload stays where one was. */
export function noticeAsked(): string | null {
  if (opened === undefined) return null
  history.replaceState(null, '', `#${token}`)
  return opened
}

/** A refusal of the server, as against a server that does not answer. */
class Refused extends Error {}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'x-tongbao-token': token ?? '',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as T & { error?: string }
  if (!response.ok) throw new Refused(answer.error ?? `${response.status}`)
  return answer
}

export const askNotices = () => ask<NoticeEntry[]>('review/notices')
export const askNotice = (id: string) => ask<NoticeToReview>(`review/notices/${id}`)
export const askExport = () => ask<ExportTold>('review/export', {})

/** What this browser keeps for this output folder; a browser that keeps nothing loses only what is not on disk yet. */
export function kept<T>(name: string, otherwise: T): T {
  try {
    return (JSON.parse(localStorage.getItem(`${head.folder}.${name}`) ?? 'null') as T | null) ?? otherwise
  } catch {
    return otherwise
  }
}

export function keep(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`${head.folder}.${name}`)
    else localStorage.setItem(`${head.folder}.${name}`, JSON.stringify(value))
  } catch {}
}

/**
 * Decisions on their way to the disk. They are sent at once, in their order; what the server does not answer is kept in the
 * browser and sent again, also after a reload. What it refuses is told and dropped.
 */
export class Outbox {
  #waiting = kept<Asked[][]>('outbox', [])
  #sending = false

  constructor(
    private readonly told: (waiting: number) => void,
    private readonly refused: (why: string) => void,
  ) {
    void this.#send()
  }

  put(asked: Asked[]): void {
    this.#waiting.push(asked)
    keep('outbox', this.#waiting)
    void this.#send()
  }

  async #send(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    while (this.#waiting.length > 0) {
      try {
        await ask('review/decisions', this.#waiting[0])
      } catch (error) {
        if (!(error instanceof Refused)) {
          this.told(this.#waiting.flat().length)
          await new Promise((later) => setTimeout(later, 1500))
          continue
        }
        this.refused(error.message)
      }
      this.#waiting.shift()
      keep('outbox', this.#waiting.length > 0 ? this.#waiting : null)
    }
    this.told(0)
    this.#sending = false
  }
}
