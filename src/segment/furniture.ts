import type { Kit } from '../kit.ts'
import type { Line } from './line.ts'

const SHORT = 60

/** Is the line page chrome: a breadcrumb, a counter, a share widget, the foot of the page? */
export function isFurniture(line: Line, kit: Kit): boolean {
  const text = line.text
  if (/^[|\s>»·•\-—_/]*$/.test(text) && !/^[-—]{2,}/.test(text)) return true
  for (const row of kit.tables.furniture) {
    const word = row.word
    if (row.where === 'foot') continue
    if (
      row.where === 'whole'
        ? text === word
        : row.where === 'start'
          ? text.startsWith(word) && text.length < 200
          : row.where === 'end'
            ? text.endsWith(word) && text.length < SHORT
            : row.where === 'any'
              ? text.includes(word) && text.length < 400
              : text.length < SHORT && text.includes(word)
    )
      return true
  }
  return isMenu(text)
}

/** «首页 要闻动态 政务公开 政务服务»: many short words and not one sentence. */
function isMenu(text: string): boolean {
  if (/[。;]/.test(text) || /\d{3}/.test(text)) return false
  const words = text.split(/[\s|>»/·]+/).filter(Boolean)
  return (
    words.length >= 4 &&
    words.every((w) => w.length <= 8) &&
    /首页|政务公开|政务服务|互动交流|新闻中心/.test(text)
  )
}

/** Does the page itself end here: what follows is neighbours, sharing, the site's own foot? */
export function endsPage(line: Line, kit: Kit): boolean {
  if (line.text.length >= 200) return false
  const text = line.text.replace(/^[【[\s]+/, '')
  return kit.tables.furniture.some((row) => row.where === 'foot' && text.startsWith(row.word))
}
