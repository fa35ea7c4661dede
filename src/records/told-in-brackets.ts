import { saying } from '../lexicon/phrases.ts'
import type { HolderGroup } from '../resolve/holder.ts'
import { type Sentence, sentences } from '../resolve/sentence.ts'
import type { Span } from '../segment/line.ts'
import type { Reading } from './reading.ts'

/** What the holders are, between their names and the bracket: «甲县政府网站(…)». */
const NOUN = saying(
  (any) =>
    new RegExp(
      `^(?:\\([^()]{1,30}\\))?(?:等?\\d{0,3}[个家]?(?:[镇乡局]|${any('bodies')}))?(?:[^,。;:、()]{0,8}(?:${any('media', 'site')}|网|平台|号))?\\s{0,9}$`,
    ),
)

/** A bracket right behind a name, with a statement of its own: «甲县政府网站(13个栏目逾期未更新,另有6个空白栏目)». */
export interface ToldInBrackets {
  groups: HolderGroup[]
  inner: Sentence
}

const isIn = (outer: Span, { start, end }: Span): boolean => start >= outer.start && end <= outer.end

export function toldInBrackets(
  { text, kit }: Reading,
  sentence: Sentence,
  groups: readonly HolderGroup[],
): ToldInBrackets[] {
  const out: ToldInBrackets[] = []
  let from = sentence.start
  for (const aside of sentence.asides) {
    if (text[aside.start] !== '(') continue
    // «“A”微信公众号(甲局)(停更47天)»: the first only says whose it is.
    if (groups.some((g) => g.holders.some((h) => 'owner' in h && h.owner && isIn(aside, h.owner)))) continue
    const named = groups.flatMap((g) => {
      const holders = g.holders.filter((h) => h.start >= from && h.end <= aside.start)
      return holders.length > 0 && !g.bracketed ? [{ ...g, end: Math.min(g.end, aside.start), holders }] : []
    })
    from = aside.end
    const last = named.at(-1)
    const [inner] = sentences(text, aside.start + 1, aside.end - 1)
    if (!last || !inner || !NOUN(kit).test(text.slice(last.holders.at(-1)!.end, aside.start))) continue
    out.push({ groups: [last], inner: { ...inner, end: aside.end - 1 } })
  }
  return out
}
