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
  review_exported: [
    '已导出 {} 份通报、{} 条判断到 {}\n检验:tongbao eval {}',
    'exported {} notices, {} decisions to {}\nto score: tongbao eval {}',
  ],
  review_from_text: [
    '{}:原文件已不在或已改变,改用读出的文字',
    '{}: the file is gone or changed; its text as read is used',
  ],
  review_started: [
    '{}\n在浏览器中打开以上地址即可核对(仅限本机)。每一步都立即保存;按 G 导出到 {};Ctrl-C 结束。',
    '{}\nopen this address in a browser on this machine to review. Every step is kept at once; G exports to {}; Ctrl-C ends it.',
  ],
  port_in_use: [
    '本机的端口 {} 已被占用;用 --port 换一个,或用 --port 0 自动选择',
    'port {} is in use on this machine; choose another with --port, or --port 0 for a free one',
  ],
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
