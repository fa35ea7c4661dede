import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import type { TableRow } from '../lexicon/tables.ts'
import { onceFor } from '../once.ts'
import type { Line, Span } from './line.ts'
import { tight } from './line.ts'

export interface Title extends Span {
  text: string
  /** 'other' where its words do not say. */
  genre: TableRow<'kinds'>['genre'] | 'other'
}

const SUBJECT = saying((any) => new RegExp(any('looks', 'titled', 'media', 'site')))
/** An agency over «关于…». */
const OVER = saying((any) => new RegExp(`(?:${any('agency')}|区)$`))
const LONGEST = 110

/**
 * The title among the lines above the body: one line, or up to four that were broken in the middle of a phrase,
 * ending in a kind word (通报, 自查报告 …). The last complete one wins, as pages print theirs before the document's own.
 * What is said of the document (`declared`, its title; `said`, whatever it may be) tells which of them it is, and stands for them where there is none.
 */
export function findTitle(
  lines: readonly Line[],
  kit: Kit,
  declared: Line | null,
  said: readonly string[],
): Title | null {
  const text = declared && clean(declared.text, kit)
  const printed = findPrinted(lines, kit, text)
  // «…2020年第季度…»: what the page lost of it is known from where it says what it is called.
  const whole = printed === null || (text !== null && lacks(printed.text, text))
  if (text === null || !declared || !whole) return printed ?? findRepeated(lines, said, kit)
  const genre = genreOf(text, kit)
  return genre && isTitle(text, kit)
    ? { start: declared.start, end: declared.end, text, genre }
    : (printed ?? findRepeated(lines, said, kit))
}

/** Is it the other with a few characters left out? */
function lacks(printed: string, declared: string): boolean {
  const lost = declared.length - printed.length
  if (lost < 1 || lost > MOST_LOST) return false
  let at = 0
  for (const c of declared) if (c === printed[at]) at++
  return at === printed.length && printed.length > SHORTEST_KNOWN
}

const MOST_LOST = 3
const SHORTEST_KNOWN = 12

/** A headline without a kind word («某州亮出政府网站“体检单”»): the page is called so elsewhere, too. */
function findRepeated(lines: readonly Line[], said: readonly string[], kit: Kit): Title | null {
  const known = lines.map((l) => clean(l.text, kit))
  for (const [k, line] of lines.entries()) {
    const text = known[k]!
    if (text.length < 10 || text.length > LONGEST || !SUBJECT(kit).test(text) || /[。;|>]/.test(text))
      continue
    const called = [...said, ...known.slice(0, k)].some(
      (other) => other.startsWith(text) && /^(?:[-—_:|]|$)/.test(other.slice(text.length)),
    )
    if (called) return { start: line.start, end: line.end, text, genre: 'other' }
  }
  return null
}

function findPrinted(lines: readonly Line[], kit: Kit, declared: string | null): Title | null {
  const found: (Title & { parts: number; order: number })[] = []
  for (let i = 0; i < lines.length; i++)
    for (let n = 1; n <= MOST_LINES && i + n <= lines.length; n++) {
      const part = lines.slice(i, i + n)
      if (n > 1 && part.slice(1).some((l) => l.gap > 2)) break
      const text = clean(part.map((l) => l.text).join(''), kit)
      if (text.length > LONGEST) break
      const genre = genreOf(text, kit)
      if (genre && isTitle(text, kit) && (n === 1 || joins(part, kit)))
        found.push({ start: part[0]!.start, end: part.at(-1)!.end, text, genre, parts: n, order: i })
    }
  if (found.length === 0) return null
  const same = declared === null ? undefined : found.find((t) => t.text === declared)
  if (same) return { start: same.start, end: same.end, text: same.text, genre: same.genre }
  // A page that also prints the title without its agency means that one; a split title counts where none of its lines is one.
  const alone = (t: (typeof found)[number]) =>
    t.parts > 1 && found.some((o) => o.parts < t.parts && o.end < t.start && t.text.endsWith(o.text))
  const best = found
    .filter((t) => !alone(t))
    .sort(
      (x, y) => score(y, kit) - score(x, kit) || (x.end === y.end ? x.start - y.start : y.order - x.order),
    )[0]!
  const fuller =
    found
      .filter((t) => t.parts === 1 && t.text.length > best.text.length && t.text.endsWith(best.text))
      .sort((x, y) => y.text.length - x.text.length)[0] ?? best
  return { start: fuller.start, end: fuller.end, text: fuller.text, genre: fuller.genre }
}

/** A title is broken over. */
const MOST_LINES = 4

function score(t: { text: string; parts: number }, kit: Kit): number {
  return (
    (SUBJECT(kit).test(t.text) ? 4 : 0) +
    (t.text.includes('关于') ? 2 : 0) +
    (t.text.length >= 12 ? 2 : 0) +
    (/\d{4}年|季度|半年|月份/.test(t.text) ? 1 : 0) +
    (t.parts > 1 ? 0.5 : 0)
  )
}

/** Does a line run on into the next: agency over «关于…», or a phrase broken in its middle? */
function joins(part: readonly Line[], kit: Kit): boolean {
  return part.slice(0, -1).every((l, k) => {
    const next = part[k + 1]!.text
    const own = clean(l.text, kit)
    if (/^[·•◆■]|[>»]|[:。;,?!|]$/.test(l.text) || l.text.length < 4 || /^[\d首您当]|:/.test(own))
      return false
    if (genreOf(own, kit) && isTitle(own, kit)) return false
    if (
      k === part.length - 2 &&
      next.includes('关于') &&
      !next.startsWith('关于') &&
      genreOf(clean(next, kit), kit)
    )
      return false
    return next.startsWith('关于')
      ? !/[主承协]办$/.test(own) && OVER(kit).test(own)
      : /关于|\d年/.test(own) || part.slice(0, k).some((before) => before.text.includes('关于'))
  })
}

const NO_TITLE = saying((any) => new RegExp(`[。;!?]|^${any('no_title')}|如下|:$`))

function isTitle(text: string, kit: Kit): boolean {
  return (
    text.length >= 6 &&
    !/^[·•◆■]/.test(text) &&
    !NO_TITLE(kit).test(text) &&
    !/[,:].*[,:]/.test(text) &&
    (text.includes('关于') || SUBJECT(kit).test(text))
  )
}

export function genreOf(text: string, kit: Kit): TableRow<'kinds'>['genre'] | null {
  if (!endings(kit).has(text.at(-1) ?? '')) return null
  const body = text.replace(/\([^()]*\)$/, '').replace(/[》”"]$/, '')
  let best: TableRow<'kinds'> | null = null
  for (const row of kit.tables.kinds)
    if (body.endsWith(row.word) && row.word.length > (best?.word.length ?? 0)) best = row
  return best?.genre ?? null
}

/** The last characters of words of kinds, and marks that may stand behind one. */
const endings = onceFor(
  (kit: Kit) => new Set([...kit.tables.kinds.map((row) => row.word.at(-1)!), ...')》”"']),
)

/** «…的通报 资府办函〔2021〕35号» */
const NUMBER_BEHIND = /(?<=[\u4e00-\u9fff])\s{1,9}[\u4e00-\u9fff]{2,12}[〔[(]\d{4}[〕\])]\d{1,9}号\s{0,9}$/
/** «资府办函〔2021〕35号 资阳市人民政府办公室关于…» */
const NUMBER_BEFORE = /^[\u4e00-\u9fff]{2,12}[〔[(]\d{4}[〕\])]\d{1,9}号(?=[^《]{10})/
/** «…的通报-资阳市人民政府门户网站» */
const SITE_BEHIND = saying(
  (any) => new RegExp(`[-—–]{1,2}[\\u4e00-\\u9fff·]{2,24}(?<=${any('agency', 'site')}|网|公开|平台|在线)$`),
)
/** «…的通报(全文公开)», «…的通报(发布日期:2021-05-12 字号:大中小)» */
const NOTE_BEHIND = saying(
  (any) =>
    new RegExp(
      `\\((?:此件|全文|主动|依申请)?(?:公开|公开发布|转载|全文)\\)$|\\([^()]{0,12}${any('byline')}[^()]{0,60}\\)$`,
    ),
)
const LABEL = saying((any) => new RegExp(`^${any('title_key')}:`))

/** A title with «(发布日期:…)» behind it? */
export const endsInNote = (text: string, kit: Kit): boolean =>
  NOTE_BEHIND(kit).test(tight(text)) && genreOf(clean(text, kit), kit) !== null

/** Without blanks, a site name glued on («_某某网»), a column name in front («_政务公告_»), a document number. */
export function clean(text: string, kit: Kit): string {
  let t = tight(text.replace(NUMBER_BEHIND, ''))
    .replace(/^[【[][^】\]]{1,8}[】\]]/, '')
    .replace(SITE_BEHIND(kit), '')
    .replace(NOTE_BEHIND(kit), '')
    .replace(NUMBER_BEFORE, '')
  const pieces = t
    .split(/[_|]/)
    .map((p) => p.trim())
    .filter(Boolean)
  if (pieces.length > 1) t = pieces.find((p) => /关于|通报|报告/.test(p)) ?? t
  t = t.replace(LABEL(kit), '').replace(/\s{0,9}\(?[\u4e00-\u9fff]{2,10}[〔[(]\d{4}[〕\])]\d{1,9}号\)?$/, '')
  const quoted = /^[^《]*〔\d{4}〕\d+号《(.+)》$/.exec(t)
  return quoted ? quoted[1]! : t
}
