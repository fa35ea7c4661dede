import { FREQUENT } from '../../read/charset.ts'
import type { Edit } from '../offset-map.ts'
import type { Pass } from '../pass.ts'

// What paragraphs of notices begin with after their mark: where the shift pushed a pair of bytes into the private
// area, that pair is gone, and only a known word can say what it was.
const WORDS =
  '政府網站 政府网站 政務新媒體 政务新媒体 政務網站 政务网站 政府門戶網站 政府门户网站 網站 网站 新媒體 新媒体 存在 問題 问题 檢查 检查 抽查 總體情況 总体情况 基本情況 基本情况 工作 整改 加強 加强 提高 強化 强化 落實 落实 及時 及时 信息 內容 内容 部分 個別 个别 欄目 栏目 網民留言 网民留言 政務公開 政务公开 互動交流 互动交流 監管 监管'.split(
    ' ',
  )
const MARKS = [...'一二三四五六七八九十'].map((n) => `（${n}）`)
// Traditional characters that the frequent ones lack.
const COMMON = new Set([
  ...FREQUENT,
  ...'總說錯縣鄉鎮號賬現欄檢監頁開東雲銀將領導織針該項測評議訂審讀輯據點統計劃財農業衛環資訊響應戶',
])
const LEADS = [0xa1, 0xa3, 0xa2]
const LONGEST = 60

interface Bytes {
  of: ReadonlyMap<string, number>
  character: (lead: number, trail: number) => string
}

interface Token {
  bytes: number[]
  text: string
  mark: boolean
}

interface Reading {
  text: string
  end: number
  score: number
}

let bytes: Bytes | undefined
let tokens: Token[] | undefined

/** Both ways between GBK and Unicode; pairs of the private and of the undefined area read as ''. */
function loadBytes(): Bytes {
  const decoder = new TextDecoder('gb18030')
  const of = new Map<string, number>()
  const characters = new Map<number, string>()
  const pair = new Uint8Array(2)
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      pair[0] = lead
      pair[1] = trail
      const c = decoder.decode(pair)
      if (c.length !== 1 || c === '\uFFFD' || (c >= '\uE000' && c <= '\uF8FF')) continue
      characters.set(lead * 256 + trail, c)
      if (!of.has(c)) of.set(c, lead * 256 + trail)
    }
  return { of, character: (lead, trail) => characters.get(lead * 256 + trail) ?? '' }
}

function tokenOf(text: string, mark: boolean, { of }: Bytes): Token {
  return { text, mark, bytes: [...text].flatMap((c) => [of.get(c)! >> 8, of.get(c)! & 255]) }
}

/**
 * Text that was GBK, and lost one byte where a paragraph began: every pair after it is read one byte late
 * («?。ㄒ唬┱W站» for «（一）政府網站») until a byte stands alone again. The lost byte is put back and the run read anew.
 */
export const repairByteShift: Pass = {
  name: 'byte_shift',
  edits(text) {
    const edits: Edit[] = []
    for (let at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
      if (!mayBeShifted(text, at)) continue
      bytes ??= loadBytes()
      const reading = readShifted(text, at, bytes)
      if (!reading) continue
      edits.push({ start: at, end: reading.end, text: reading.text, repair: 'garbled' })
      at = reading.end - 1
    }
    return edits
  },
}

/** The second half of the lost pair opens a symbol of rows A1 or A3, or an ASCII sign that was one before folding. */
function mayBeShifted(text: string, at: number): boolean {
  const next = text[at + 1]
  if (next === undefined) return false
  if (/[\u4e00-\u9fff\s\w]/.test(next)) return false
  return next > '\x7f' || /[!-?]/.test(next)
}

function readShifted(text: string, at: number, b: Bytes): Reading | null {
  const list = (tokens ??= [
    ...MARKS.map((m) => tokenOf(m, true, b)),
    ...WORDS.map((w) => tokenOf(w, false, b)),
  ])
  const limit = Math.min(text.length, at + LONGEST)
  const readings: Reading[] = []
  let steps = 0
  const first = pairAt(at + 1)
  if (first < 0) return null
  // Row A1 has the spaces and stops that are lost most; the others are asked only where it gives no reading.
  for (const lead of LEADS) {
    if (readings.length > 0) break
    const c = b.character(lead, first >> 8)
    if (c && isPlain(c)) walk(at + 1, first >> 8, c, false, 0, 0)
  }
  readings.sort((x, y) => y.score - x.score)
  const best = readings[0]
  if (!best || readings.some((r) => r.score === best.score && r.text !== best.text)) return null
  const lineStart = at === 0 || text[at - 1] === '\n'
  return { ...best, text: lineStart ? best.text.replace(/^\u3000/, '') : best.text }

  /** The pair of bytes of the character at i; signs below @ cannot be trail bytes, so they are folded ones. */
  function pairAt(i: number): number {
    if (i >= limit) return -1
    const code = text.charCodeAt(i)
    if (code >= 0x21 && code <= 0x3f) return 0xa380 + code
    return b.of.get(text[i]!) ?? -1
  }

  /** `trail` is the byte read last: the character at i must begin with it, or the pair it began is lost. */
  function walk(
    i: number,
    trail: number,
    made: string,
    afterMark: boolean,
    score: number,
    known: number,
  ): void {
    if (++steps > 500) return
    for (const t of list) {
      const s = spell(t, i, trail)
      if (!s || s.seen === 0 || (t.mark ? made.length > 1 : !afterMark && s.seen < 2)) continue
      const to = made + t.text.slice(0, s.count)
      const sum = score + 2 * s.count + (t.mark ? 4 : 0)
      if (s.end) accept(to, s.i, sum, known + s.count)
      else walk(s.i, s.trail, to, t.mark, sum, known + s.count)
    }
    const here = pairAt(i)
    if (here < 0 || here >> 8 !== trail) return
    const code = i + 1 < limit ? text.charCodeAt(i + 1) : 0
    if (code >= 0x40 && code <= 0x7e) {
      const c = b.character(here & 255, code)
      if (c) accept(made + c, i + 2, score + worth(c), known)
    }
    const next = pairAt(i + 1)
    if (next < 0) return
    const c = b.character(here & 255, next >> 8)
    if (c) walk(i + 1, next >> 8, made + c, false, score + worth(c), known)
  }

  /** How a known word would look after the shift, held against the text from i on. */
  function spell(
    t: Token,
    from: number,
    before: number,
  ): { i: number; trail: number; count: number; seen: number; end: boolean } | null {
    let i = from
    let trail = before
    let seen = 0
    for (let k = 0; k < t.bytes.length; k += 2) {
      const lead = t.bytes[k]!
      if (b.character(trail, lead) && trail !== 0xfe) {
        if (pairAt(i) !== trail * 256 + lead) return null
        i++
        seen++
      } else if (pairAt(i) === trail * 256 + lead) i++
      trail = t.bytes[k + 1]!
      if (trail > 0x7e) continue
      if (text.charCodeAt(i) !== trail) return null
      const rest = t.text.slice(k / 2 + 1)
      const follows = text.slice(i + 1, i + 24).replace(/\([^()]{1,7}\)/g, '')
      return follows.startsWith(rest)
        ? { i: i + 1, trail, count: k / 2 + 1, seen: seen + 1, end: true }
        : null
    }
    return { i, trail, count: t.text.length, seen, end: false }
  }

  function accept(made: string, end: number, score: number, known: number): void {
    if (known === 0 && /[A-Za-z0-9]/.test(text[end] ?? '')) return
    const letters = [...made].filter((c) => c >= '\u3400')
    if (letters.length === 0) return
    const familiar = letters.filter((c) => COMMON.has(c)).length
    if ([...made].some((c) => c < '\u3400' && !isPlain(c))) return
    // Two words seen are proof enough; a short run must be familiar to the last character.
    const share = (familiar + known) / (letters.length + known)
    if (share < (letters.length < 5 && known === 0 ? 1 : 0.75)) return
    const before = [...text.slice(at + 1, end)]
    const was = before.filter((c) => COMMON.has(c) || isPlain(c)).length / before.length
    if (was < 0.8 || letters.length === 1) readings.push({ text: made, end, score })
  }

  function worth(c: string): number {
    return COMMON.has(c) || isPlain(c) ? 1 : -2
  }
}

function isPlain(c: string): boolean {
  return /[\u3000-\u3002“”‘’《》〈〉〔〕【】—…·，。：；！？（）、０-９]/.test(c)
}
