import type { Classified } from '../../resolve/category.ts'
import type { Holder, HolderGroup } from '../../resolve/holder.ts'
import { nounOf } from '../../resolve/holders.ts'
import type { Sentence } from '../../resolve/sentence.ts'
import { type Span, tight } from '../../segment/line.ts'
import { judges, OTHERS } from '../judging.ts'
import { type OwnersBracket, ownAccounts } from '../owners-in-brackets.ts'
import { evidenceOf, stateOf, whereOf } from '../reading.ts'
import { isMedia, platformIn } from '../subject-family.ts'
import { ELSEWHERE, whoOf } from '../told-of.ts'
import { subjectFor } from '../under-heading.ts'
import type { About, PassageState, Stated } from './passage-state.ts'

const isOf = (about: About, subject: string | null, holder: Holder): boolean =>
  about === null || (about === 'media') === (holder.kind === 'account' || isMedia(subject))

/** A finding for each holder of `groups`. `within` is where the words stand that are the problem. */
export function emit(
  p: PassageState,
  category: Classified,
  groups: readonly HolderGroup[],
  sentence: Sentence,
  lead: boolean,
  within: Sentence = sentence,
): void {
  if (groups.length === 0) return
  const { reading, passage } = p
  const { text } = reading
  const words = text.slice(sentence.start, sentence.end)
  const headed = p.judged.verdict === 'unqualified' && OTHERS(reading.kit).test(words) ? null : p.judged
  const veto = judges(words, reading.kit)
  const told = clausesAround(within, category)
  const problem = tight(text.slice(told.start, told.end).replace(/^[\s,;、]+/, ''))
  for (const group of groups)
    for (const holder of group.holders) {
      // A place that is the notice's own area is told of only where nothing narrower is.
      const who = whoOf(holder, reading.own)
      if (who.vague && p.listedElsewhere && ELSEWHERE(reading.kit).test(words)) continue
      const subject =
        nounBehind(p, group, holder) ??
        subjectFor(holder, group, category, words, p.headingWords, reading.kit)
      p.out.push({
        written: who.written,
        unit: who.unit,
        vague: who.vague,
        subjectName: who.subjectName,
        subject:
          subject === 'new_media'
            ? (platformIn(around(text, told, holder, sentence), reading.kit) ?? p.platform ?? subject)
            : subject,
        category: category.category,
        likely: category.likely !== null,
        problem,
        verdict: veto ? 'unqualified' : headed && isOf(headed.of, subject, holder) ? headed.verdict : null,
        deadline: null,
        subjectUrl: null,
        state: stateOf(reading, sentence.start, sentence.end, holder.kind === 'unit' && holder.unit.restored),
        evidence: evidenceOf(
          reading,
          Math.min(
            holder.start >= sentence.start && holder.end <= sentence.end ? holder.start : category.start,
            category.start,
          ),
          Math.max(
            holder.end <= sentence.end && holder.start >= sentence.start ? holder.end : category.end,
            category.end,
          ),
          whereOf(passage),
        ),
        annex: passage.annex,
        origin: lead && passage.annex === 0 ? -1 - p.origin : p.origin,
        sentence: sentence.start,
        role: passage.role,
        table: false,
      })
    }
}

/** What a bracket's owners answer for: all of the sentence, or what stands between the bracket before and theirs. */
export function answer(
  p: PassageState,
  bracket: OwnersBracket,
  told: readonly Stated[],
  sentence: Sentence,
  lead: boolean,
): void {
  const { topic } = p
  const { start, from, end, owners } = bracket
  const last = end >= sentence.clauses.at(-1)!.start
  const whole = from === sentence.start && last
  const those = told.filter(({ category: c }) => whole || (c.start >= from && c.start < start))
  const categories = those.map((t) => t.category)
  if (told.length === 0 && topic)
    categories.push({
      category: topic,
      cue: null,
      likely: null,
      stated: sentence.start,
      start: sentence.start,
      end: sentence.end,
    })
  const first = new Map(categories.map((c) => [c.category, c] as const))
  const strongest = topic ? [...first.values()].slice(0, 1) : [...first.values()]
  for (const category of strongest) {
    const groups = those.filter((t) => t.category.category === category.category).flatMap((t) => t.groups)
    emit(p, category, ownAccounts(groups, bracket) ? groups : owners, sentence, lead)
  }
}

/** The clause (or clauses) that a category was read from. */
function clausesAround(sentence: Sentence, category: Classified): Span {
  const clauses = sentence.clauses.filter((c) => c.start < category.end && c.end > category.start)
  return { start: clauses[0]?.start ?? category.start, end: clauses.at(-1)?.end ?? category.end }
}

/** A stretch, with what stands between it and a holder of the sentence. */
const around = (text: string, told: Span, holder: Span, sentence: Span): string =>
  holder.start >= sentence.start && holder.end <= sentence.end
    ? text.slice(Math.min(told.start, holder.start), Math.max(told.end, holder.end))
    : text.slice(told.start, told.end)

/** «市教育局微信公众号、市水利局微博»: of several that share a problem, each has a noun of its own. */
function nounBehind({ reading }: PassageState, group: HolderGroup, holder: Holder): string | null {
  if (holder.kind !== 'unit' || group.holders.length < 2) return null
  const own = reading.text.slice(holder.end, holder.end + LONGEST_NOUN).split(/[、,和及与]/)[0]!
  const noun = nounOf(own, reading.kit)
  return noun?.kind === 'platform' && own.endsWith(noun.word) ? noun.subject : null
}

const LONGEST_NOUN = 12
