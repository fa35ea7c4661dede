/**
 * What tongbao tells people, in Chinese and English: the one place for it. `{}` is filled in, in the same order in both.
 * Descriptions of commands and options stand in English where they are defined and in Chinese in commands/help.zh.ts.
 */
export const MESSAGES = {
  gold_document: [
    '{}:找不到它的文档 {}(应在 docs/ 中)',
    '{}: its document {} is not beside it (looked in docs/)',
  ],
  no_json: ['{}:不是有效的 JSON:{}', '{}: is no JSON: {}'],
  no_gold: ['{}:不是人工核对文件(缺 doc)', '{}: is no gold file (it has no doc)'],
  no_golds: ['{}:没有人工核对文件(.json)', '{}: no gold files (.json) in it'],
  no_folder: ['{}:没有这个文件夹', '{}: no such folder'],
  not_read: ['{}:未能读取:{}', '{}: could not be read: {}'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type Message = keyof typeof MESSAGES
export type MessageLanguage = 'zh' | 'en'

export function say(lang: MessageLanguage, message: Message, ...fill: (string | number)[]): string {
  let i = 0
  return MESSAGES[message][lang === 'zh' ? 0 : 1].replaceAll('{}', () => String(fill[i++] ?? ''))
}

/** Both languages, English first: what errors are made of. */
export function both(message: Message, ...fill: (string | number)[]): [en: string, zh: string] {
  return [say('en', message, ...fill), say('zh', message, ...fill)]
}
