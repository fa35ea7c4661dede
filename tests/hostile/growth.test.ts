import { expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { READ_LIMITS } from '../../src/read/limits.ts'
import { extractOne } from '../../src/run/extract.ts'
import { LONG } from './full.ts'
import { SHAPES, shaped } from './shapes.ts'

/** Characters; the last is the most that is read. */
const SIZES = LONG ? [10_000, 100_000, READ_LIMITS.maxText] : [10_000]
/** Seconds on the processor for a text of the most characters: seventy thousand records take their time. */
const MOST_SECONDS = 6
/** So many times the time for a character of a text that is twenty times as short: what grows with the square takes twenty. */
const MOST_GROWTH = 4
/** Below this the start of the code counts more than the text. */
const LEAST_MS = 200

const kit = loadKit()

async function msFor(text: string): Promise<number> {
  const [clock, cpu] = [performance.now(), process.cpuUsage()]
  const { problems } = await extractOne({ uri: 'a.txt', content: text }, kit)
  expect(problems.map((p) => p.code).filter((code) => code !== 'undecodable')).toEqual([])
  const { user, system } = process.cpuUsage(cpu)
  // The clock counts the neighbours, the processor the threads that clean up beside.
  return Math.min(performance.now() - clock, (user + system) / 1000)
}

test.for(SHAPES)(
  'the time for a character does not grow with the text: $name',
  async (shape) => {
    const took: number[] = []
    for (const size of SIZES) took.push(await msFor(shaped(shape, size)))
    if (!LONG) return
    console.log(`${shape.name}: ${took.map((ms, i) => `${SIZES[i]} in ${Math.round(ms)} ms`).join(', ')}`)
    expect(took[2]! / 1000).toBeLessThan(MOST_SECONDS)
    const each = (i: number) => Math.max(took[i]!, LEAST_MS) / SIZES[i]!
    expect(each(2) / each(1)).toBeLessThan(MOST_GROWTH)
  },
  300_000,
)
