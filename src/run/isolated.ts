import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Extracted } from '../records/result.ts'
import type { InputDocument } from './extract.ts'

/** What one document may cost. */
export interface ProcessLimits {
  /** Seconds of its process. */
  seconds: number
  /** MiB of resident memory of its process. */
  memory: number
}

export const PROCESS_LIMITS: ProcessLimits = { seconds: 60, memory: 1024 }

/** Problems that lie with the run as well as with the document. */
export const AGAIN: ReadonlySet<string> = new Set(['crash', 'timeout', 'memory'])

type Ended = 'crash' | 'timeout' | 'memory'

/**
 * Extracts documents in a process of their own, one after the other in the same one while it lives. Libraries for office
 * files and PDF run out of memory, loop and abort; threads would not keep that from us, processes do.
 */
export class Isolated {
  #process: ChildProcess | null = null

  constructor(private readonly limits: ProcessLimits) {}

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
      timeout: `not read in ${seconds} seconds (--max-seconds)`,
      memory: `more than ${memory} MiB of memory to read it (--max-memory)`,
    }[ended]
  }

  #try(document: InputDocument): Promise<Extracted | Ended> {
    const child = (this.#process ??= this.#start())
    return new Promise((resolve) => {
      let said = ''
      const end = (result: Extracted | Ended) => {
        clearTimeout(timer)
        child.removeAllListeners('message').removeAllListeners('exit').removeAllListeners('error')
        child.stderr!.removeAllListeners('data')
        if (typeof result === 'string') this.close()
        resolve(result)
      }
      const timer = setTimeout(() => end('timeout'), this.limits.seconds * 1000)
      child.stderr!.on('data', (bytes) => {
        said = (said + bytes).slice(-4096)
      })
      child.once('message', (result) => end(result as Extracted))
      child.once('error', () => end('crash'))
      child.once('exit', () => end(/tongbao: over memory|heap out of memory/.test(said) ? 'memory' : 'crash'))
      child.send(document)
    })
  }

  #start(): ChildProcess {
    const { memory } = this.limits
    const child = fork(fileURLToPath(new URL('./isolated-process.js', import.meta.url)), [String(memory)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memory}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    // An idle one keeps nobody waiting.
    child.unref()
    child.channel!.unref()
    ;(child.stderr as unknown as { unref(): void }).unref()
    return child
  }
}
