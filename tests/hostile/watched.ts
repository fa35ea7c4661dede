import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { documents, tongbao } from './command.ts'

/** What became of one document of a file. */
export interface Told {
  uri: string
  status: string
  codes: string[]
  /** Quotes that are not the characters at their span. */
  untrue: number
}
export interface Answer {
  told: Told[]
  ms: number
  rss: number
}

/** Larger than this, and the process has kept what it should have let go; told, and begun anew. */
const MOST_RSS = 1536 * 2 ** 20
const STATUSES = new Set(['ok', 'partial', 'failed', 'skipped'])

/** Milliseconds on the processor for one file; a PDF takes its program with it. */
const most = (path: string): number => (/\.pdf$/i.test(path) ? 10_000 : 2_000)
/** What takes longer in the process of the tests is asked of the command, which ends a step of a PDF before. */
const MOST_STEP = 7_500
/** The clock may run so many times as long, on a machine that has other things to do. */
const PATIENCE = 15

/** One process that reads file after file; one that dies or hangs over a file is named with it and begun anew. */
export class Watched {
  #process: ChildProcess | null = null
  readonly counts = new Map<string, number>()
  slowest = { ms: 0, path: '' }
  rss = 0
  #begun = 0

  private constructor(private readonly script: string) {}

  static async start(): Promise<Watched> {
    // Below the package, for its tables and the libraries that are not bundled.
    const outdir = 'node_modules/.cache/hostile'
    await build({
      entryPoints: ['tests/hostile/subject.ts'],
      outdir,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outExtension: { '.js': '.mjs' },
      logLevel: 'warning',
    })
    return new Watched(join(outdir, 'subject.mjs'))
  }

  /** What is wrong with how a file was read; nothing where all is well. */
  async read(path: string): Promise<string[]> {
    const answer = await this.#ask(path)
    const endless = typeof answer === 'string' ? /hangs/.test(answer) : answer.ms > MOST_STEP
    if (most(path) > MOST_STEP && endless) return this.#byCommand(path)
    if (typeof answer === 'string') return [`${path}: ${answer}`]
    const { told, ms, rss } = answer
    this.rss = Math.max(this.rss, rss)
    if (ms > this.slowest.ms) this.slowest = { ms: Math.round(ms), path }
    const wrong: string[] = []
    if (rss > MOST_RSS) {
      wrong.push(`${path}: ${Math.round(rss / 2 ** 20)} MiB after ${this.#begun} files`)
      this.close()
    }
    if (ms > most(path)) wrong.push(`${path}: ${Math.round(ms)} ms`)
    if (told.length === 0) wrong.push(`${path}: no status`)
    if (new Set(told.map((t) => t.uri)).size < told.length) wrong.push(`${path}: two statuses`)
    for (const { uri, status, codes, untrue } of told) {
      for (const of of [status, ...codes]) this.counts.set(of, (this.counts.get(of) ?? 0) + 1)
      if (!STATUSES.has(status)) wrong.push(`${uri}: status ${status}`)
      if ((status === 'ok') !== (codes.length === 0)) wrong.push(`${uri}: ${status}: ${codes}`)
      if (codes.some((c) => !/^[a-z_]+$/.test(c) || c === 'internal')) wrong.push(`${uri}: ${codes}`)
      if (untrue > 0) wrong.push(`${uri}: ${untrue} quotes are not at their span`)
    }
    return wrong
  }

  close(): void {
    this.#process?.kill('SIGKILL')
    this.#process = null
    this.#begun = 0
  }

  /** A library may go in circles: then the run names the file as one that takes too long, and takes no longer itself. */
  #byCommand(path: string): string[] {
    const out = mkdtempSync(join(tmpdir(), 'tongbao-'))
    try {
      const r = tongbao(['extract', path, '-o', out, '-q'], {
        node: ['--require', './tests/hostile/rss.cjs'],
      })
      const [row, ...others] = documents(out)
      const cpu = Number(/cpu=(\d+)/.exec(r.said)?.[1])
      this.counts.set('timeout', (this.counts.get('timeout') ?? 0) + 1)
      if (row?.code === 'timeout' && others.length === 0 && cpu < most(path)) return []
      return [`${path}: ${row?.status} ${row?.code}, by the command after ${cpu} ms`]
    } finally {
      rmSync(out, { recursive: true })
    }
  }

  async #ask(path: string): Promise<Answer | string> {
    if (!this.#process) {
      this.#process = fork(this.script, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
      if ((await this.#heard(this.#process, 300_000)) !== 'ready')
        throw new Error('the process did not begin')
    }
    this.#begun++
    this.#process.send(path)
    return (await this.#heard(this.#process, most(path) * PATIENCE)) as Answer | string
  }

  /** What the process says next, or in words how it ended. */
  #heard(child: ChildProcess, ms: number): Promise<unknown> {
    return new Promise((resolve) => {
      let said = ''
      const hear = (bytes: Buffer) => {
        said = (said + bytes).slice(-2000)
      }
      const settle = (answer: unknown) => {
        clearTimeout(timer)
        child.off('message', settle).off('close', ended)
        child.stderr!.off('data', hear)
        resolve(answer)
      }
      const ended = (code: number | null, signal: string | null) => {
        this.close()
        settle(`ended with ${code ?? signal}: ${said}`)
      }
      const timer = setTimeout(() => {
        this.close()
        settle(`hangs, ${ms / 1000} s by the clock`)
      }, ms)
      child.stderr!.on('data', hear)
      child.once('message', settle).once('close', ended)
    })
  }
}
