import type { Kit } from '../kit.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { onceFor } from '../once.ts'

type Says = TableRow<'timing'>['says']
type Place = TableRow<'timing'>['place']

/** What stands around a time: the words of its clause before and behind it, and of its sentence before it. */
interface Around {
  before: string
  behind: string
  sentence: string
}

/** What the words around a time say of it; the words come from timing.tsv. */
export interface Timing {
  /** Has it passed, or was it missed: done by then, or should have been? */
  isOver(around: Around): boolean
  /** Is it a norm, which no day is due by? */
  isStanding(around: Around): boolean
  isRepeated(around: Around): boolean
  /** Is a length of time counted from this notice («收到通报之日起»)? The words before it, up to it. */
  isFromNotice(before: string): boolean
  /** The label right in front of a time («整改时限:»), or null. */
  labelIn(before: string): string | null
  isLatest(before: string): boolean
  /** How long somebody is given («放宽到»), as written, or null. */
  givenIn(before: string): string | null
}

/** What may stand between a word and the time it touches. */
const NEAR = '(?:[于在为是至到]|要|应|须|请|:|前|之前){0,3}\\s{0,9}$'
const GAP = '[^,。;:]{0,12}?'
const FAR = 24

export const timingOf = onceFor(compile)

const NEVER = /(?!)/

function compile({ tables: { timing } }: Kit): Timing {
  const of = (says: Says, place: Place, build: (any: string) => string = (any) => any): RegExp => {
    const rows = timing.filter((row) => row.says === says && row.place === place)
    return rows.length ? new RegExp(build(`(?:${rows.map((row) => pattern(row.words)).join('|')})`)) : NEVER
  }
  const readers = (says: Says, reach: number) => {
    const touching = of(says, 'touching', (any) => `${any}${NEAR}`)
    const before = of(says, 'before')
    const behind = of(says, 'behind', (any) => `^${any}`)
    const after = of(says, 'after', (any) => `^[^,。;]{0,10}?${any}`)
    const around = of(says, 'around')
    const sentence = of(says, 'sentence')
    return (a: Around): boolean =>
      touching.test(a.before.slice(-FAR)) ||
      before.test(a.before) ||
      behind.test(a.behind) ||
      after.test(a.behind) ||
      around.test(`${a.before.slice(-reach)}｜${a.behind}`) ||
      sentence.test(a.sentence)
  }
  const named = of('notice', 'touching')
  const notice = named.source
  const other = of('other', 'touching')
  const got = of('received', 'touching').source
  const issued = of('issued', 'touching').source
  const received = new RegExp(
    `(?:(?:${got}[^,。;]{0,10}?(?:${notice})?|(?:收|接|见|来)文|文到|收函|[自从]?即日)(?:${issued})?(?:之日起|日起|起|后|之日|之后)|(?:${got}|自)[^,。;]{0,4}(?:${notice})|(?:收|接|见|来|发)文(?:之日)?起?|(?:${notice})之日|(?:本|此|该)(?:次)?(?:${notice})[^,。;]{0,8}|(?:${notice})${issued}[^,。;]{0,6})(?:之日起|日起|起|后|之日|之后)?[^,。;]{0,4}$`,
  )
  const label = of(
    'label',
    'touching',
    (any) =>
      `(?:^|[,;:、()])\\s{0,9}([^,;:、()\\d]{0,8}${any})(?:要求)?(?:为|是|至)?:?(?:[^,。;:]{0,10}${got}[^,。;:]{0,8}[后起]|自?即日起至)?\\s{0,9}$`,
  )
  const noLabel = of('no_label', 'touching')
  const latest = of('latest', 'touching', (any) => `${any}(?:于|在|不超过|应[于在])?\\s{0,9}$`)
  const given = of('given', 'touching', (any) => `(?<!已)${any}\\s{0,9}$`)
  return {
    isOver: readers('over', 6),
    isStanding: readers('standing', 20),
    isRepeated: readers('repeated', 20),
    isFromNotice(before) {
      const event = received.exec(before)
      if (event === null) return false
      return !other.test(named.test(event[0]) ? event[0] : before.slice(Math.max(0, event.index - 8)))
    },
    labelIn(before) {
      const found = label.exec(before)?.[1]
      return found && !noLabel.test(found) ? found : null
    },
    isLatest: (before) => latest.test(before),
    givenIn: (before) => given.exec(before)?.[0] ?? null,
  }
}

/** «收到|接到 后»: either word, and the other within twelve characters behind it. */
function pattern(words: string): string {
  return words
    .split('|')
    .map((any) =>
      any
        .split(' ')
        .map((word) => word.replace(/[.*+?^${}()[\]\\]/g, '\\$&'))
        .join(GAP),
    )
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .join('|')
}
