import type { Edit } from '../offset-map.ts'
import type { Pass } from '../pass.ts'

// What follows a place's name in a notice.
const AFTER =
  /^(?:人民政府|政府|[市县区州省](?!场|别|分|级|域|块)|办公室|各(?:级|部门|乡|镇|县|区|单位)|關于|关于)/
// Latin letters, digits and Chinese joined by low lines or single blanks: what mirrors paste in.
const PHRASE = /[A-Za-z0-9\u4e00-\u9fff.·-]{1,24}(?:[_ ][A-Za-z0-9\u4e00-\u9fff.·-]{1,24}){1,4}/y
const JOINT = /[_ ]/g
const PART = /[A-Za-z0-9\u4e00-\u9fff.·-]/
const LONGEST_PART = 24

/**
 * Mirrors print one advertising phrase wherever a name stood. What two such places share is the phrase; every occurrence of it becomes ■, for what the name was cannot be known.
 */
export const maskAdNames: Pass = {
  name: 'masked_names',
  edits(text, kit) {
    if (!text.includes('_') && !/[A-Za-z0-9] [\u4e00-\u9fff]|[\u4e00-\u9fff] [A-Za-z0-9]/.test(text))
      return []
    const words = kit.tables['ad-words'].map((row) => row.word).filter((word) => text.includes(word))
    if (words.length === 0) return []
    const edits: Edit[] = []
    for (const phrase of phrases(text, words))
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
        const end = at + phrase.length
        if (edits.some((e) => e.start < end && e.end > at)) continue
        edits.push({ start: at, end, text: '■', repair: 'name' })
      }
    return edits.sort((a, b) => a.start - b.start)
  },
}

/** Longest first: phrases that stand at least twice before what follows a name. */
function phrases(text: string, words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  let looked = 0
  for (let m = nextPhrase(text, 0); m && looked < 2000; m = nextPhrase(text, PHRASE.lastIndex), looked++) {
    if (!words.some((word) => m![0].includes(word))) continue
    const joint = m[0].search(/[_ ]/)
    const ends: number[] = []
    for (let end = joint + 2; end <= m[0].length; end++)
      if (AFTER.test(text.slice(m.index + end, m.index + end + 4))) ends.push(end)
    for (let start = joint; start >= 0; start--)
      for (const end of ends) {
        const phrase = m[0].slice(start, end)
        if (!tellsAd(phrase, words)) continue
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
      }
  }
  const repeated = [...counts]
    .filter(([p, n]) => n >= 2 || (p.includes('_') && text.split(p).length > 2))
    .map(([p]) => p)
  return repeated
    .filter((p) => !repeated.some((q) => q !== p && p.startsWith(q)))
    .filter((p, _, ends) => !ends.some((q) => q !== p && q.endsWith(p)))
    .sort((a, b) => b.length - a.length)
}

/** The first match from `from` on: what stands around the first joint tells where it begins, so that no other place need be tried. */
function nextPhrase(text: string, from: number): RegExpExecArray | null {
  JOINT.lastIndex = from + 1
  for (let joint = JOINT.exec(text); joint; joint = JOINT.exec(text)) {
    const { index } = joint
    if (!PART.test(text[index - 1]!) || !PART.test(text[index + 1] ?? '')) continue
    let start = index
    while (start > from && index - start < LONGEST_PART && PART.test(text[start - 1]!)) start--
    PHRASE.lastIndex = start
    return PHRASE.exec(text)
  }
  return null
}

/** A word of advertisements and a low line, or blanks and a digit grown onto a word: cells of a table have their digits alone. */
function tellsAd(phrase: string, words: readonly string[]): boolean {
  return /_|[a-z\u4e00-\u9fff]\d| v?\d+版/i.test(phrase) && words.some((word) => phrase.includes(word))
}
