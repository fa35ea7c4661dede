import { isUtf8, transcode } from 'node:buffer'
import { createRequire } from 'node:module'
import type { Problem } from './source.ts'

/** The most frequent characters of notices, simplified and traditional: text in the right charset is full of them. */
export const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严网站栏频媒检通报厅抽秘國務個時來們對會發產這為過種學經進應還與關無數機當點從業體質氣問題條實現變論運農區強決處據隊門導濟聯認證轉單風帶場務萬達議聲報類離華確張馬節話況傳許廣記觀織裝書復須際連斷難備辦習響約勞團歷構稱準維劃選標寫親廠識屬調滿縣參紅細聽該鐵價嚴網站欄頻媒檢廳',
)

interface Decoded {
  text: string
  charset: string
  /** Offset into the text of the first character that could not be decoded, and how many there are. */
  bad: { count: number; first: number } | null
  /** Lines that are text in another charset only: how many, in which, and where the first begins in the text. */
  strange?: { lines: number; charset: string; first: number }
  /** Why it may be in a charset that is none of those which are read, in words. */
  doubt?: string
}

/**
 * Bytes to text. BOM over valid UTF-8 over what the letters say; a declared charset only breaks a tie.
 * Every GB label is read as gb18030: Node 20 decodes the others without its four-byte characters.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The mark of UTF-32 begins like that of UTF-16, which would read a NUL beside every character.
  if (buffer.length >= 4) {
    const mark = buffer.readUInt32BE(0)
    if (mark === 0xfffe0000) return withLabel(buffer.subarray(4), 'utf-32le')
    if (mark === 0x0000feff) return withLabel(buffer.subarray(4), 'utf-32be')
  }
  if (buffer.length >= 2) {
    if (buffer[0] === 0xff && buffer[1] === 0xfe) return withLabel(buffer.subarray(2), 'utf-16le')
    if (buffer[0] === 0xfe && buffer[1] === 0xff) return withLabel(buffer.subarray(2), 'utf-16be')
  }
  const bom = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf
  const body = bom ? buffer.subarray(3) : buffer
  if (isUtf8(body) && !body.subarray(0, 4096).includes(0))
    return doubted(
      { text: transcode(body, 'utf8', 'ucs2').toString('ucs2'), charset: 'utf-8', bad: null },
      sevenBit,
    )
  if (bom) return withLabel(body, 'utf-8')
  return doubted(withLabel(buffer, guess(buffer, declared)), unfamiliar)
}

function doubted(decoded: Decoded, doubt: (text: string, charset: string) => string | null): Decoded {
  const found = doubt(decoded.text, decoded.charset)
  return found ? { ...decoded, doubt: found } : decoded
}

/** Ways to write Chinese in ASCII: 7-bit mail had them, and they are valid UTF-8. */
function sevenBit(text: string): string | null {
  if (/[^\0-\x7f]/.test(text)) return null
  if (/~\{(?:[!-~]{2}){4}/.test(text) && text.includes('~}')) return byteless('HZ')
  if (text.includes('\u001b$')) return byteless('ISO 2022')
  let han = 0
  let units = 0
  for (const [, base64] of text.matchAll(UTF7)) {
    const bytes = Buffer.from(base64!, 'base64')
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      const unit = bytes.readUInt16BE(i)
      units++
      if ((unit >= 0x3000 && unit < 0xa000) || unit >= 0xff00) han++
    }
  }
  return han >= LEAST_HAN && han > units * MOSTLY ? byteless('UTF-7') : null
}

const byteless = (charset: string) => `written in ${charset}, which is not read: save it as UTF-8`
const UTF7 = /\+([A-Za-z0-9+/]{3,4000})/g
const LEAST_HAN = 8
/** Of units that chance makes a third would be. */
const MOSTLY = 0.8

/** Almost any bytes are some characters; of Chinese text more than half are common ones, of other bytes hardly one in ten. */
function unfamiliar(text: string, charset: string): string | null {
  const head = text.slice(0, 65536)
  return familiarity(head) < STRANGE && head.replace(/[\0-\x7f\u00a0\u3000]+/g, '').length >= LONG_ENOUGH
    ? `hardly any common character in it as ${charset}: perhaps in a charset that is not read`
    : null
}

const STRANGE = 0.2
const LONG_ENOUGH = 30

function withLabel(bytes: Buffer, charset: string): Decoded {
  let text = charset.startsWith('utf-32')
    ? legacy(bytes, charset)
    : new TextDecoder(charset, { ignoreBOM: true }).decode(bytes)
  // Node 20 reads the Hong Kong part of Big5 («羣», «衆», «着») into the private area.
  if (charset === 'big5' && /[\uE000-\uF8FF]/.test(text)) text = legacy(bytes, 'big5-hkscs')
  const strange = strangeLines(bytes, text, charset)
  const first = text.indexOf('\uFFFD')
  if (first < 0) return { text, charset, bad: null, ...(strange && { strange }) }
  let count = 0
  for (let i = first; i >= 0; i = text.indexOf('\uFFFD', i + 1)) count++
  return { text, charset, bad: { count, first }, ...(strange && { strange }) }
}

/** Almost any bytes are some characters of GB18030 or Big5: a line in another charset is told by the rare characters it makes. */
function strangeLines(bytes: Buffer, text: string, charset: string): Decoded['strange'] {
  if (charset !== 'gb18030' && charset !== 'big5') return undefined
  let lines = 0
  let other = ''
  let first = 0
  let from = 0
  let at = 0
  for (const line of text.split('\n')) {
    const end = bytes.indexOf(10, from)
    const raw = bytes.subarray(from, end < 0 ? bytes.length : end)
    if (FOREIGN.test(line) && familiarity(line) < UNFAMILIAR) {
      const read = OTHERS.find((o) => o !== charset && familiarity(new TextDecoder(o).decode(raw)) > FAMILIAR)
      if (read && lines++ === 0) {
        other = read
        first = at
      }
    }
    from = end + 1
    at += line.length + 1
    if (end < 0) break
  }
  return lines > 0 ? { lines, charset: other, first } : undefined
}

const OTHERS = ['utf-8', 'gb18030', 'big5']
/** Long enough to be told. */
const FOREIGN = /[\u0080-\uffff]{6}/
const UNFAMILIAR = 0.25
const FAMILIAR = 0.5

/** What Node does not decode; the tables of the library are loaded with the first such page. */
function legacy(bytes: Buffer, charset: string): string {
  const { decode } = createRequire(import.meta.url)('iconv-lite') as typeof import('iconv-lite')
  return decode(bytes, charset)
}

function guess(bytes: Buffer, declared?: string): string {
  const head = bytes.subarray(0, 65536)
  let even = 0
  let odd = 0
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i & 1 ? odd++ : even++
  // The blank that opens Chinese paragraphs has its NUL where Latin letters do not.
  if (even + odd > head.length / 50) {
    const known = (charset: string) => familiarity(new TextDecoder(charset).decode(head))
    return known('utf-16le') - known('utf-16be') + (odd > even ? 0.02 : -0.02) > 0 ? 'utf-16le' : 'utf-16be'
  }
  const label = declared ? canonical(declared) : ''
  let best = 'utf-8'
  let bestScore = Number.NEGATIVE_INFINITY
  for (const charset of ['gb18030', 'big5', 'utf-16le', 'utf-16be', 'utf-8']) {
    const score = familiarity(new TextDecoder(charset).decode(head)) + (charset === label ? 0.02 : 0)
    if (score > bestScore) {
      best = charset
      bestScore = score
    }
  }
  return best
}

/** Share of frequent characters among the non-ASCII ones that are no blanks, less three for each that is broken or private. */
function familiarity(text: string): number {
  let seen = 0
  let known = 0
  let bad = 0
  for (const c of text) {
    const code = c.codePointAt(0)!
    // Blanks fill pages and tell nothing.
    if (code < 128 || code === 0xa0 || code === 0x3000) continue
    seen++
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) bad++
    else if (FREQUENT.has(c)) known++
  }
  return seen ? (known - 3 * bad) / seen : 0
}

/** Is this what the label means? GB2312 and GBK are read as what came after them. */
export const isLabelOf = (charset: string, label: string): boolean => canonical(label) === charset

function canonical(label: string): string {
  const l = label.trim().toLowerCase()
  if (l === 'utf8') return 'utf-8'
  if (l === 'utf-16') return 'utf-16le'
  if (/^(gb|x-gbk|cp936|hz)/.test(l)) return 'gb18030'
  if (/^(big5|cp950|x-x-big5)/.test(l)) return 'big5'
  return l
}

/** What of it is no text, or not in that charset. */
export function undecodable({ text, charset, bad, strange, doubt }: Decoded): Problem[] {
  const problems: Problem[] = []
  const say = (message: string, at: number) => problems.push({ code: 'undecodable', message, at })
  if (bad) say(`${bad.count} characters could not be decoded as ${charset}`, bad.first)
  else {
    const lost = text.split('\uFFFD').length - 1
    if (lost > 0)
      say(`${lost} characters were lost before the file was written (U+FFFD)`, text.indexOf('\uFFFD'))
  }
  // Where they are many, it is in another charset or none.
  const nuls = text.includes('\0') ? text.split('\0').length - 1 : 0
  if (nuls > text.length / MOST_NULS)
    say(`${nuls} NUL characters: this is no text in ${charset}`, text.indexOf('\0'))
  if (doubt) say(doubt, 0)
  if (strange) say(`lines in ${strange.charset} within a file of ${charset}: ${strange.lines}`, strange.first)
  return problems
}

/** A NUL among so many characters is a slip. */
const MOST_NULS = 10
