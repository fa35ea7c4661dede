import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { linesOf } from '../lines.ts'

/** Gives the path of a file that is ours until the run ends; the same name is the same file. */
export type Spill = (name: string) => string

/** Characters held in memory, and what a waiting value costs besides. */
const HELD = 3 * 2 ** 20
const EACH = 48
/** More files at once than this are first made one. */
const MOST_RUNS = 64
const CHUNK = 1 << 18

interface Entry {
  key: string
  json: string
}

/**
 * Values in the order of their keys, those of one key in the order they came (an external merge sort). Values are kept as JSON:
 * in memory as far as they fit, the rest on disk where a place for it is given.
 */
export class Sorted<T> {
  #waiting: Entry[] = []
  #size = 0
  #runs: string[] = []
  #made = 0

  constructor(
    private readonly name: string,
    private readonly spill: Spill | null = null,
    private readonly held = HELD,
  ) {}

  add(key: string, value: T): void {
    const json = JSON.stringify(value)
    this.#waiting.push({ key, json })
    this.#size += key.length + json.length + EACH
    if (this.spill && this.#size > this.held) this.#release(this.spill)
  }

  /** Each key once, with its values; may be asked for again. */
  *groups(): Generator<[key: string, values: T[]]> {
    for (const { key, jsons } of this.#merged()) yield [key, jsons.map((json) => JSON.parse(json) as T)]
  }

  #release(spill: Spill): void {
    this.#inOrder()
    this.#runs.push(this.#write(spill, this.#waiting))
    this.#waiting = []
    this.#size = 0
    if (this.#runs.length < MOST_RUNS) return
    const runs = this.#runs
    const one = this.#write(spill, ungrouped(this.#merged()))
    for (const run of runs) rmSync(run)
    this.#runs = [one]
  }

  #inOrder(): void {
    this.#waiting.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  }

  #write(spill: Spill, entries: Iterable<Entry>): string {
    const path = spill(`${this.name}.${this.#made++}`)
    const fd = openSync(path, 'w')
    try {
      let text = ''
      // A tab in a key is escaped, so that the first one ends it.
      for (const { key, json } of entries) {
        text += `${JSON.stringify(key)}\t${json}\n`
        if (text.length > CHUNK) text = written(fd, text)
      }
      written(fd, text)
    } finally {
      closeSync(fd)
    }
    return path
  }

  *#merged(): Generator<{ key: string; jsons: string[] }> {
    this.#inOrder()
    // Earlier values first: runs in the order they were written, then what is still in memory.
    const sources: Iterator<Entry>[] = [...this.#runs.map(entriesOf), this.#waiting[Symbol.iterator]()]
    const heads = sources.map((source) => source.next().value as Entry | undefined)
    try {
      for (;;) {
        let key: string | undefined
        for (const head of heads) if (head && (key === undefined || head.key < key)) key = head.key
        if (key === undefined) return
        const jsons: string[] = []
        for (const [i, source] of sources.entries())
          while (heads[i]?.key === key) {
            jsons.push(heads[i]!.json)
            heads[i] = source.next().value as Entry | undefined
          }
        yield { key, jsons }
      }
    } finally {
      for (const source of sources) source.return?.()
    }
  }
}

function* entriesOf(run: string): Generator<Entry> {
  for (const line of linesOf(run)) {
    const tab = line.indexOf('\t')
    yield { key: JSON.parse(line.slice(0, tab)) as string, json: line.slice(tab + 1) }
  }
}

function* ungrouped(groups: Iterable<{ key: string; jsons: string[] }>): Generator<Entry> {
  for (const { key, jsons } of groups) for (const json of jsons) yield { key, json }
}

function written(fd: number, text: string): '' {
  for (let bytes: Buffer = Buffer.from(text); bytes.length > 0; ) bytes = bytes.subarray(writeSync(fd, bytes))
  return ''
}
