import CHARACTERS from 'opencc-js/dict/TSCharacters'
import PHRASES from 'opencc-js/dict/TSPhrases'
import type { Edit } from '../offset-map.ts'
import type { Pass } from '../pass.ts'

/** OpenCC's own dictionaries as flat tables: the converter itself does not tell where it changed what. */
interface Tables {
  /** Simplified form of each character of one code unit, 0 where it has none of its own. */
  character: Uint16Array
  /** 1 for each of them that no simplified text has. */
  telling: Uint8Array
}
interface Phrases {
  phrases: Map<string, string>
  /** Longest phrase that starts with the character. */
  longest: Uint8Array
}

// Simplified texts use these too (乾县, 瞭望, 著名): alone they do not make a line traditional.
const SHARED = new Set('乾著藉瞭夥餘於徵衹祇麽么后里云余系发复干后面表范')

let tables: Tables | undefined
function loadTables(): Tables {
  const character = new Uint16Array(65536)
  const telling = new Uint8Array(65536)
  for (const pair of CHARACTERS.split('|')) {
    const [from, to] = pair.split(' ') as [string, string]
    if (from === to) continue
    if (from.length !== 1 || to.length !== 1) continue
    character[from.charCodeAt(0)] = to.charCodeAt(0)
    if (!SHARED.has(from)) telling[from.charCodeAt(0)] = 1
  }
  return { character, telling }
}

let known: Phrases | undefined
/** Most texts are simplified. */
function loadPhrases(): Phrases {
  const phrases = new Map<string, string>()
  const longest = new Uint8Array(65536)
  for (const pair of PHRASES.split('|')) {
    const [from, to] = pair.split(' ') as [string, string]
    phrases.set(from, to)
    const c = from.charCodeAt(0)
    if (from.length > longest[c]!) longest[c] = from.length
  }
  return { phrases, longest }
}

/** Traditional to simplified by character, a line at a time, and only in lines that are traditional. */
export const toSimplified: Pass = {
  name: 'traditional_chars',
  edits(text) {
    tables ??= loadTables()
    const { character, telling } = tables
    const edits: Edit[] = []
    let lineStart = 0
    while (lineStart < text.length) {
      let lineEnd = text.indexOf('\n', lineStart)
      if (lineEnd < 0) lineEnd = text.length
      if (isTraditional(text, lineStart, lineEnd, telling)) convert(lineStart, lineEnd)
      lineStart = lineEnd + 1
    }
    return edits

    function convert(start: number, end: number): void {
      known ??= loadPhrases()
      const { phrases, longest } = known
      let i = start
      outer: while (i < end) {
        const c = text.charCodeAt(i)
        for (let n = Math.min(longest[c]!, end - i); n > 1; n--) {
          const from = text.slice(i, i + n)
          const to = phrases.get(from)
          if (to === undefined) continue
          if (to !== from) edits.push({ start: i, end: i + n, text: to })
          i += n
          continue outer
        }
        const to = character[c]
        if (to) edits.push({ start: i, end: i + 1, text: String.fromCharCode(to) })
        i++
      }
    }
  },
}

function isTraditional(text: string, start: number, end: number, telling: Uint8Array): boolean {
  for (let i = start; i < end; i++) if (telling[text.charCodeAt(i)] === 1) return true
  return false
}
