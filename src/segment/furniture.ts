import type { Kit } from '../kit.ts'
import { onceFor } from '../once.ts'
import type { Line } from './line.ts'
import { columnOf } from './tables/columns.ts'

const SHORT = 60

/** The rows of furniture.tsv by where a line must have the word. */
interface Chrome {
  whole: ReadonlySet<string>
  start: ReadonlyMap<string, readonly string[]>
  end: ReadonlyMap<string, readonly string[]>
  any: readonly string[]
  short: readonly string[]
  foot: ReadonlyMap<string, readonly string[]>
  menu: readonly string[]
}

const chromeOf = onceFor((kit: Kit): Chrome => {
  const words = (where: string) => kit.tables.furniture.filter((r) => r.where === where).map((r) => r.word)
  const by = (list: readonly string[], at: number) => {
    const map = new Map<string, string[]>()
    for (const word of list) map.set(word.at(at)!, [...(map.get(word.at(at)!) ?? []), word])
    return map
  }
  return {
    whole: new Set(words('whole')),
    start: by(words('start'), 0),
    end: by(words('end'), -1),
    any: words('any'),
    short: words('short'),
    foot: by(words('foot'), 0),
    menu: words('menu'),
  }
})

/** «— 3 —», «第3页 共5页»: between the lines of whatever the page's end broke. */
export const isPageNumber = ({ text }: Line): boolean => PAGE_NUMBER.test(text)
const PAGE_NUMBER = /^(?:[-—–]\s?\d{1,3}\s?[-—–]|第\s?\d{1,3}\s?页(?:[,/\s]?共\s?\d{1,3}\s?页)?)$/

/** Is the line page chrome: a breadcrumb, a counter, a share widget, the foot of the page? */
export function isFurniture(line: Line, kit: Kit): boolean {
  const text = line.text
  if (/^[|\s>»·•\-—_/]*$/.test(text) && !/^\|?[-—]{2,}/.test(text)) return true
  if (isPageNumber(line)) return true
  if (heads(text, kit)) return false
  const chrome = chromeOf(kit)
  return (
    chrome.whole.has(text) ||
    (text.length < 200 && has(chrome.start.get(text[0] ?? ''), (word) => opensWith(text, word))) ||
    (text.length < SHORT && has(chrome.end.get(text.at(-1) ?? ''), (word) => text.endsWith(word))) ||
    (text.length < 400 && chrome.any.some((word) => text.includes(word))) ||
    (text.length < SHORT && chrome.short.some((word) => text.includes(word))) ||
    isMenu(text, kit)
  )
}

function has(words: readonly string[] | undefined, fits: (word: string) => boolean): boolean {
  return words?.some(fits) ?? false
}

/** «首页 要闻动态 政务公开 政务服务»: many short words and not one sentence; and not «9|某局|首页打不开|李某». */
function isMenu(text: string, kit: Kit): boolean {
  if (/[。;]/.test(text) || /\d{3}/.test(text)) return false
  const words = text.split(/[\s|>»/·]+/).filter(Boolean)
  return (
    words.length >= 4 &&
    words.every((w) => w.length <= 8) &&
    chromeOf(kit).menu.some((menu) => words.some((w) => w.endsWith(menu)))
  )
}

/** «上一条:关于…», «网站首页 > …», and not «上一条信息发布于2019年», «网站首页无法打开», «友情链接失效». */
const opensWith = (text: string, word: string): boolean =>
  text.startsWith(word) && !(TURNS.test(word) && /^[\u4e00-\u9fff]/.test(text.slice(word.length)))
const TURNS = /^[上下]一|(?:首页|链接|地图|我们)$/

/** «网站标识码» or «主办单位» alone in its line, «主办单位 | 主要问题 | 得分»: headers of a table; the foot of a page says what they are. */
function heads(text: string, kit: Kit): boolean {
  const cells = text.split(/[\t|]| {2,}/).filter(Boolean)
  if (cells.length > MOST_HEADERS || cells.some((cell) => cell.length > LONGEST_HEADER)) return false
  const roles = cells.map((cell) => columnOf(cell.trim(), kit)?.role)
  return cells.length > 1 ? roles.filter(Boolean).length * 2 > cells.length : HEAD_ALONE.has(roles[0])
}
const LONGEST_HEADER = 10
const MOST_HEADERS = 12
const HEAD_ALONE: ReadonlySet<string | undefined> = new Set(['site_code', 'unit'])

/** Does the page itself end here: what follows is neighbours, sharing, the site's own foot? */
export function endsPage(line: Line, kit: Kit): boolean {
  if (line.text.length >= 200 || heads(line.text, kit)) return false
  const text = line.text.replace(/^[【[\s]+/, '')
  return has(chromeOf(kit).foot.get(text[0] ?? ''), (word) => opensWith(text, word))
}
