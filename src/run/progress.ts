import type { SingleBar } from 'cli-progress'
import { say } from '../messages.ts'
import type { Totals } from './plan.ts'
import type { Told } from './shard.ts'

/** Where a run stands. `left` is in seconds, null where nobody can tell yet. */
interface Standing {
  documents: number
  of: number
  reused: number
  failed: number
  seconds: number
  notices_per_second: number
  mb_per_second: number
  left: number | null
}

type RunEvent =
  | { event: 'planned'; shards: number; documents: number; bytes: number; done: number }
  | ({ event: 'progress' } & Standing)
  | {
      event: 'done'
      documents: Record<string, number>
      notices: number
      reused: number
      extracted: number
      seconds: number
      out: string
    }

export type ProgressStyle = 'none' | 'person' | 'events'

/** A run shorter than this needs no telling. */
const QUIET_MS = 2_000
const LINE_MS = 10_000
const EVENT_MS = 2_000
const BAR_MS = 200

/** Tells how far a run is: a bar on a terminal, else a line every ten seconds, or events for programs on standard output. */
export class Progress {
  #totals: Totals = { shards: 0, documents: 0, bytes: 0 }
  #done = 0
  #extracted = 0
  #extractedBytes = 0
  #reused = 0
  #doneBytes = 0
  #failed = 0
  readonly #begun = performance.now()
  #started = this.#begun
  #timer: NodeJS.Timeout | undefined
  #bar: SingleBar | null = null

  constructor(private readonly style: ProgressStyle) {}

  /** A new plan: what was done before is told again, as kept. */
  reset(): void {
    clearInterval(this.#timer)
    this.#done = this.#doneBytes = this.#reused = this.#failed = 0
  }

  begin(totals: Totals): void {
    this.#totals = totals
    this.#started = performance.now()
    if (this.style === 'events') this.#emit({ event: 'planned', ...totals, done: this.#done })
    if (this.style === 'none') return
    const terminal = this.style === 'person' && process.stderr.isTTY
    const every = terminal ? BAR_MS : this.style === 'events' ? EVENT_MS : LINE_MS
    this.#timer = setInterval(() => void this.#show(terminal), every).unref()
  }

  /** Documents that an earlier run has done. */
  kept(documents: number, bytes: number): void {
    this.#done += documents
    this.#reused += documents
    this.#doneBytes += bytes
  }

  tell({ bytes, status, reused }: Told): void {
    this.#done++
    this.#doneBytes += bytes
    if (reused) this.#reused++
    else {
      this.#extracted++
      this.#extractedBytes += bytes
    }
    if (status === 'failed' || status === 'partial') this.#failed++
  }

  /** A shard is begun anew: what was told of it does not count. */
  untell(told: readonly Told[]): void {
    for (const { bytes, status, reused } of told) {
      this.#done--
      this.#doneBytes -= bytes
      if (reused) this.#reused--
      if (status === 'failed' || status === 'partial') this.#failed--
    }
  }

  end(): void {
    clearInterval(this.#timer)
    this.#bar?.stop()
    this.#bar = null
  }

  finish(documents: Record<string, number>, notices: number, out: string): void {
    this.end()
    if (this.style === 'events')
      this.#emit({
        event: 'done',
        documents,
        notices,
        reused: this.#reused,
        extracted: this.#extracted,
        seconds: round((performance.now() - this.#begun) / 1000),
        out,
      })
  }

  standing(): Standing {
    const seconds = (performance.now() - this.#started) / 1000
    const { documents, bytes } = this.#totals
    // Bytes tell the time that is left better than documents do; where there are none, nobody can tell.
    const left =
      this.#extractedBytes > 0 ? ((bytes - this.#doneBytes) * seconds) / this.#extractedBytes : null
    return {
      documents: this.#done,
      of: documents,
      reused: this.#reused,
      failed: this.#failed,
      seconds: round(seconds),
      notices_per_second: round(this.#extracted / seconds),
      mb_per_second: round(this.#extractedBytes / seconds / 1e6),
      left: left === null ? null : Math.max(0, Math.round(left)),
    }
  }

  async #show(terminal: boolean): Promise<void> {
    const at = this.standing()
    if (this.style === 'events') this.#emit({ event: 'progress', ...at })
    else if (!terminal)
      process.stderr.write(`tongbao: ${say('progress_line', at.documents, at.of, rates(at))}\n`)
    else if (this.#bar) this.#bar.update(at.documents, { rates: rates(at) })
    else if (performance.now() - this.#begun > QUIET_MS) {
      const { SingleBar, Presets } = (await import('cli-progress')).default
      if (!this.#timer || this.#bar) return
      this.#bar = new SingleBar(
        { format: '{bar} {value}/{total} {rates}', hideCursor: false, stopOnComplete: false },
        Presets.shades_classic,
      )
      this.#bar.start(at.of, at.documents, { rates: rates(at) })
    }
  }

  #emit(event: RunEvent): void {
    process.stdout.write(`${JSON.stringify(event)}\n`)
  }
}

const round = (n: number): number => Math.round(n * 100) / 100

function rates(at: Standing): string {
  const parts = [
    say('progress_rate', at.notices_per_second.toFixed(0)),
    `${at.mb_per_second.toFixed(2)} MB/s`,
  ]
  if (at.failed > 0) parts.push(say('progress_failed', at.failed))
  if (at.left !== null) parts.push(say('progress_left', time(at.left)))
  return parts.join(', ')
}

function time(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
