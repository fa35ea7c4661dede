import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Extracted } from '../records/result.ts'
import type { InputDocument } from './extract.ts'

/** What one document may cost. */
export interface ProcessLimits {
  /** Seconds from when its process has the document. */
  seconds: number
  /** MiB of resident memory of its process. */
  memory: number
}

export const PROCESS_LIMITS: ProcessLimits = { seconds: 60, memory: 512 }

/** Seconds on the processor without a pause, after which nothing will come: long documents are read page by page. */
export const stepOf = (seconds: number): number => Math.min(seconds, Math.max(seconds / 8, 5))

/** Problems that lie with the run as well as with the document. */
export const AGAIN: ReadonlySet<string> = new Set(['crash', 'timeout', 'memory', 'reader_missing'])

/** What the process says once it has its tables: from then on the time is the document's. */
export const READY = 'ready'
const START_SECONDS = 60

type Ended = 'crash' | 'timeout' | 'memory'

/**
 * Extracts documents in a process of their own, one after the other in the same one while it lives. Libraries for office
 * files and PDF run out of memory, loop and abort; threads would not keep that from us, processes do.
 */
export class Isolated {
  #process: ChildProcess | null = null

  constructor(
    private readonly limits: ProcessLimits,
    private readonly lexicon: string | null = null,
  ) {}

  async extract(document: InputDocument): Promise<Extracted> {
    let ended = await this.#try(document)
    if (ended === 'crash') ended = await this.#try(document)
    if (typeof ended === 'object') return ended
    return {
      uri: document.uri,
      status: 'failed',
      notice: null,
      problems: [{ code: ended, message: this.#messageOf(ended) }],
    }
  }

  close(): void {
    this.#process?.kill('SIGKILL')
    this.#process = null
  }

  #messageOf(ended: Ended): string {
    const { seconds, memory } = this.limits
    return {
      crash: 'the document ended the process that read it, twice',
      timeout: `not read in ${seconds} seconds, or no step of it in ${stepOf(seconds)} (--max-seconds)`,
      memory: `more than ${memory} MiB of memory to read it (--max-memory)`,
    }[ended]
  }

  async #try(document: InputDocument): Promise<Extracted | Ended> {
    if (!this.#process?.connected) {
      this.#process = this.#start()
      const started = await this.#ask(this.#process, null, START_SECONDS)
      if (started !== READY) return started as Ended
    }
    return (await this.#ask(this.#process, document, this.limits.seconds)) as Extracted | Ended
  }

  /** The next thing that the process says, or how it ended; then it is gone. */
  #ask(child: ChildProcess, question: InputDocument | null, seconds: number): Promise<unknown> {
    return new Promise((resolve) => {
      let said = ''
      const hear = (bytes: Buffer) => {
        // Behind the cause V8 tells where in itself it was, over some thousand characters.
        said = (said + bytes).slice(-65_536)
      }
      const answered = (answer: unknown) => settle(answer)
      const ended = () => {
        const over = /tongbao: over (memory|time)|heap out of memory/.exec(said)
        lose(!over ? 'crash' : over[1] === 'time' ? 'timeout' : 'memory')
      }
      const lose = (how: Ended) => {
        this.close()
        settle(how)
      }
      const settle = (answer: unknown) => {
        clearTimeout(timer)
        child.off('message', answered).off('close', ended)
        child.stderr!.off('data', hear)
        resolve(answer)
      }
      const timer = setTimeout(() => lose('timeout'), seconds * 1000)
      child.stderr!.on('data', hear)
      child.once('message', answered).once('close', ended)
      if (question) child.send(question, (error) => error && lose('crash'))
    })
  }

  #start(): ChildProcess {
    const { memory, seconds } = this.limits
    const child = fork(
      fileURLToPath(new URL('./isolated-process.js', import.meta.url)),
      [String(memory), String(stepOf(seconds)), this.lexicon ?? ''],
      {
        serialization: 'advanced',
        execArgv: [`--max-old-space-size=${memory}`],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    )
    // What cannot be sent is told to whoever sends.
    child.on('error', () => {})
    // An idle one keeps nobody waiting.
    child.unref()
    child.channel!.unref()
    ;(child.stderr as unknown as { unref(): void }).unref()
    return child
  }
}
