import type { Classified } from '../../resolve/category.ts'
import type { HolderGroup } from '../../resolve/holder.ts'
import type { Clause, Sentence } from '../../resolve/sentence.ts'
import type { Heading, Passage } from '../../segment/outline.ts'
import type { Finding } from '../finding.ts'
import { type Judging, judgingOf } from '../judging.ts'
import type { Reading } from '../reading.ts'
import { platformIn } from '../subject-family.ts'
import { aboutOf, headingCategories, headingHolders, headingTerms, topicOf } from '../under-heading.ts'

/** What words are told of, where that is known. */
export type About = 'media' | 'site' | null

/** A problem that is told, and of nobody yet. */
export interface Pending {
  category: Classified
  sentence: Sentence
  clause: Clause
}

/** How headings judge what is told under them: all of it, or what their bracket names («(网站评定:不合格)»). */
interface Judged {
  verdict: Finding['verdict']
  of: About
}

const BRACKET = /\([^()]{2,14}\)$/

export interface Stated {
  category: Classified
  groups: readonly HolderGroup[]
}

/** What is known of a passage while its sentences are read one after the other. */
export class PassageState {
  readonly out: Finding[] = []
  /** Terms of cues that its headings satisfy. */
  readonly governing: ReadonlySet<number>
  headingGroups: readonly HolderGroup[]
  carried: HolderGroup[] = []
  pending: Pending[] = []
  lastCategories: Pending[] = []
  /** What the sentence before states of somebody. */
  stated: readonly Stated[] = []
  /** Nouns of the sentence before. */
  readonly counted = new Set<number>()
  /** Names without a problem. */
  readonly unsaid: { groups: readonly HolderGroup[]; sentence: Sentence }[] = []
  /** «甲镇:“甲镇发布”停更;…»: whose the line is. */
  label: readonly HolderGroup[] = []
  /** What most passages are never asked: worked out when one is. */
  #underHeading: readonly Classified[] | null = null
  #topic: string | null | undefined = undefined
  #headingWords: string | null = null
  #judged: Judged | null = null
  #aboutSoFar: About | undefined = undefined

  constructor(
    readonly reading: Reading,
    readonly passage: Passage,
    readonly origin: number,
    readonly listedElsewhere: boolean,
  ) {
    this.governing = headingTerms(reading, passage)
    this.headingGroups = headingHolders(reading, passage)
  }

  get #headings(): readonly Heading[] {
    const { path, led } = this.passage
    return led ? path.slice(0, -1) : path
  }

  /** «(一)微信公众号»: the platform that the nearest heading names, of those that name one. */
  get platform(): string | null {
    for (const { text } of [...this.passage.path].reverse()) {
      const platform = platformIn(text, this.reading.kit)
      if (platform) return platform
    }
    return null
  }

  get topic(): string | null {
    if (this.#topic === undefined) this.#topic = topicOf(this.reading, this.passage)
    return this.#topic
  }

  get headingWords(): string {
    this.#headingWords ??= this.#headings.map((h) => h.text).join(' ')
    return this.#headingWords
  }

  get judging(): Judging {
    return judgingOf(this.reading.kit)
  }

  /** How its headings judge whatever it tells of. */
  get judged(): Judged {
    if (this.#judged) return this.#judged
    const { word, headed } = this.judging
    const vetoed = this.passage.path.find((h) => h.text.length <= 30 && word.test(h.text))
    const passed = vetoed ? undefined : this.#headings.find((h) => headed.test(h.text))
    const bracket = BRACKET.exec((vetoed ?? passed)?.text ?? '')?.[0] ?? ''
    this.#judged = {
      verdict: vetoed ? 'unqualified' : passed ? 'qualified' : null,
      of: aboutOf(bracket, this.reading.kit),
    }
    return this.#judged
  }

  /** What was told of last, its headings first. */
  get aboutSoFar(): About {
    if (this.#aboutSoFar === undefined) this.#aboutSoFar = aboutOf(this.headingWords, this.reading.kit)
    return this.#aboutSoFar
  }

  set aboutSoFar(about: About) {
    this.#aboutSoFar = about
  }

  /** What its heading says, where its own words name no problem. */
  get underHeading(): readonly Classified[] {
    this.#underHeading ??= headingCategories(this.reading, this.passage)
    return this.#underHeading
  }

  pendingOf(sentence: Sentence): Pending[] {
    return this.pending.filter((p) => p.sentence === sentence)
  }

  settlePendingOf(sentence: Sentence): void {
    this.pending = this.pending.filter((p) => p.sentence !== sentence)
  }
}

/** Of the sentence that is being read: whom its clause is told of, what is told of whom, what was told of names behind it. */
export class SentenceState {
  current: HolderGroup[]
  stated: Stated[] = []
  adopted: Pending[] = []
  /** The last clause that only counts what one before it told. */
  counts: Clause | null = null
  /** Terms that its own clauses satisfy. */
  readonly near = new Set<number>()
  /** No cue fits any of its clauses. */
  silent = true
  /** Clauses that name somebody and that no cue fits. */
  readonly unlike: { clause: Clause; own: HolderGroup[]; about: About; of: HolderGroup[] }[] = []

  constructor(
    readonly sentence: Sentence,
    readonly groups: readonly HolderGroup[],
    /** It leads the items of a list. */
    readonly lead: boolean,
    /** Whom the sentence before was told of, where this one goes on from it. */
    readonly begun: HolderGroup[],
    readonly terms: Set<number>,
  ) {
    this.current = begun
  }
}
