/** What a plain sentence says of a time; what it leaves out stays out. Offsets count from the day it was said on. */
export interface When {
  /** Ten or a hundred years from its first one. */
  decade?: number
  century?: number
  year?: number
  /** The year of a reign, whose months are lunar. */
  era?: true
  yearOffset?: number
  half?: 1 | 2
  quarter?: number
  quarterTo?: number
  quarterOffset?: number
  /** 1 spring … 4 winter. */
  season?: number
  month?: number
  monthTo?: number
  monthOffset?: number
  tenDays?: 1 | 2 | 3
  edge?: 'start' | 'middle' | 'end'
  weekOffset?: number
  /** 1 Monday … 7 Sunday. */
  weekday?: number
  weekdayTo?: number
  weekend?: true
  /** «10月第二个周一», «本月最后一天», «2024年第18周»: the n-th such day or week of the month or year, -1 the last. */
  nth?: { n: number; weekday?: number; weekend?: true; week?: true }
  /** «中秋节前一天», «国庆节后两天»: so many days from the one said. */
  shift?: number
  day?: number
  dayTo?: number
  dayOffset?: number
  /** Name of a festival in festivals.tsv. */
  festival?: string
  /** A month of the lunar calendar without its day is the whole month. */
  lunar?: { month: number; day?: number; leap: boolean }
  clock?: Clock
  part?: string
  now?: true
  /** 近期, 日前: no days are said. */
  vague?: true
}

export interface Clock {
  hour: number
  minute: number
  second?: number
  /** The later of «七八点». */
  hourTo?: number
  /** am or pm is said: 12 hours or 24, it is settled. */
  settled?: true
}

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year'

/** Lengths by unit; null where the text does not say how many («几天»). */
export type Amounts = Partial<Record<Unit, number | null>>

export interface Length {
  amounts: Amounts
  /** The greater end of «三四天», of its last unit. */
  to?: number
  /** The other end of «13天到8周». */
  until?: Amounts
  /** «两个多月» is more than two. */
  more?: true
}

export type PlainValue =
  | { kind: 'when'; from: When; to?: When; bound?: string }
  | {
      kind: 'length'
      length: Length
      toward?: 'past' | 'future'
      point?: boolean
      at?: When
      operator?: string
    }
  | { kind: 'recurrence'; every: Length; at?: When; until?: When; nth?: { n: number; unit: Unit } }
  | { kind: 'number'; value: number | null; to?: number; operator: string; unit?: string; vague?: boolean }
  | { kind: 'ratio'; value: number; to?: number; operator: string; unit: 'share' | 'points' | 'discount' }
  | { kind: 'ordinal'; value: number; to?: number }
