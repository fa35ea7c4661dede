import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { both } from '../messages.ts'
import { InputError } from '../run/discover.ts'
import { syncFolder } from '../run/durable.ts'
import { type Decision, decisionSchema } from './decision.ts'

/** The journal's name in an output folder; `extract` leaves it where it is. */
const JOURNAL = 'review.ndjson'

/**
 * Decisions of a review, a line each, in the order they were made; the last on an item counts. A line is on disk before
 * anyone is told that it is kept, and a line that a crash tore is no decision.
 */
export class Journal {
  readonly path: string
  readonly #last = new Map<string, Map<string, Decision>>()
  readonly #fd: number

  /** @throws InputError naming the line that is no decision */
  constructor(folder: string) {
    this.path = join(folder, JOURNAL)
    if (existsSync(this.path)) this.#read(readFileSync(this.path, 'utf8'))
    this.#fd = openSync(this.path, 'a')
    syncFolder(dirname(this.path))
  }

  /** Decisions of a notice that stand, in the order in which their items were first decided on. */
  of(notice: string): Decision[] {
    return [...(this.#last.get(notice)?.values() ?? [])].filter((d) => d.judgement !== 'withdrawn')
  }

  /** Notices with a decision that stands. */
  notices(): string[] {
    return [...this.#last.keys()].filter((notice) => this.of(notice).length > 0)
  }

  add(decisions: readonly Decision[]): void {
    const bytes = Buffer.from(decisions.map((d) => `${JSON.stringify(d)}\n`).join(''), 'utf8')
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at)
    fsyncSync(this.#fd)
    for (const d of decisions) this.#take(d)
  }

  close(): void {
    closeSync(this.#fd)
  }

  #read(text: string): void {
    const whole = text.lastIndexOf('\n') + 1
    for (const [i, line] of text.slice(0, whole).split('\n').entries()) {
      if (line === '') continue
      const decision = decisionSchema.safeParse(withKind(parsed(line)))
      if (!decision.success) throw new InputError(...both('no_decision', `${this.path}:${i + 1}`))
      this.#take(decision.data)
    }
    if (whole < text.length) truncateSync(this.path, Buffer.byteLength(text.slice(0, whole)))
  }

  #take(decision: Decision): void {
    let own = this.#last.get(decision.notice)
    if (!own) this.#last.set(decision.notice, (own = new Map()))
    own.set(decision.key, decision)
  }
}

/** Journals of before there were kinds hold records only. */
function withKind(line: unknown): unknown {
  const { record, ...rest } = (line ?? {}) as { record?: unknown }
  return record === undefined ? line : { kind: 'records', ...rest, value: record }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
