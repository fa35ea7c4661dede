import type { Lang } from './words.ts'

/** Messages of checks are written as «中文 (English)»: the half in the language of the page, or the whole where it has no halves. */
export function messageIn(lang: Lang, message: string): string {
  const at = message.lastIndexOf(' (')
  if (at < 0 || !message.endsWith(')')) return message
  return lang === 'zh' ? message.slice(0, at) : message.slice(at + 2, -1)
}
