import { head } from './ask.ts'

/** Words of the review page, in Chinese and English. `{}` is filled in. */
const WORDS = {
  title: ['核对', 'Review'],
  progress: ['已核对 {} 条,还有 {} 条', '{} judged, {} to go'],
  notices: ['通报', 'Notices'],
  find: ['查找标题、地区、文件…', 'Find a title, region, file…'],
  records: ['问题', 'Records'],
  metrics: ['指标', 'Figures'],
  deadlines: ['期限', 'Deadlines'],
  fields: ['文头', 'Header'],
  kinds: ['核对什么', 'What is judged'],
  none: ['没有读出。选中原文中的文字,按 M 添加。', 'None read. Mark text and press M to add one.'],
  accept: ['正确', 'Right'],
  correct: ['改正', 'Correct'],
  reject: ['没有此项', 'Not there'],
  undo: ['撤销', 'Undo'],
  add: ['添加', 'Add'],
  accept_all: ['其余都正确', 'All others right'],
  export: ['导出', 'Export'],
  save: ['保存', 'Save'],
  cancel: ['取消', 'Cancel'],
  accepted: ['正确', 'right'],
  corrected: ['已改正', 'corrected'],
  rejected: ['没有此项', 'not there'],
  added: ['补充', 'added'],
  gone: ['现在已不再提取', 'no longer extracted'],
  'records.unit': ['单位(原文写法)', 'Unit, as written'],
  'records.unit_name': ['单位全称', 'Full name of the unit'],
  'records.unit_function': ['单位职能', 'Function of the unit'],
  'records.subject': ['对象', 'Subject'],
  'records.subject_name': ['网站或账号', 'Site or account'],
  'records.problem': ['问题', 'Problem'],
  'records.category': ['类别', 'Category'],
  'records.verdict': ['结论', 'Verdict'],
  'records.pass_rate': ['合格率 %', 'Pass rate, %'],
  'records.deadline': ['整改期限', 'Deadline'],
  'metrics.subject': ['对象', 'Subject'],
  'metrics.measure': ['指标', 'Measure'],
  'metrics.value': ['数值', 'Value'],
  'metrics.unit': ['计量', 'Unit of measure'],
  'metrics.about': ['指哪个单位(全地区则空)', 'Of which unit (empty: the whole area)'],
  'metrics.as_of': ['截至', 'As of'],
  'metrics.label': ['原文名称', 'As the notice calls it'],
  'deadlines.due': ['到期日', 'Due'],
  'deadlines.kind': ['怎样规定', 'How it is set'],
  'deadlines.text': ['原文', 'As written'],
  'deadlines.actor': ['谁', 'Who'],
  'deadlines.action': ['做什么', 'Does what'],
  'deadlines.recipient': ['报给谁', 'For whom'],
  'fields.value': ['应为(没有则空)', 'Should be (empty: none)'],
  evidence: ['依据(在原文中另选文字可更换)', 'Evidence (mark other text to replace it)'],
  choose: ['请选择', 'choose'],
  unknown: ['—', '—'],
  mark_first: ['请先在原文中选中有关的文字。', 'First mark the text that states it.'],
  marking: [
    '标记:← → 换句,Shift+→ 扩展,Enter 确定,Esc 取消',
    'Marking: ← → by clause, Shift+→ extends, Enter takes it, Esc leaves',
  ],
  wrong: ['未能保存:{}', 'Not kept: {}'],
  unsaved: [
    '{} 条尚未写入磁盘(服务没有响应),会自动重试;刷新页面不会丢失。',
    '{} decisions are not on disk yet (the server does not answer); they are tried again, and a reload keeps them.',
  ],
  exported: [
    '已导出 {} 份通报、{} 条判断到 {}。检验:tongbao eval {}',
    'Exported {} notices, {} decisions to {}. To score: tongbao eval {}',
  ],
  from_text: [
    '{} 份的原文件已不在或已改变,改用读出的文字。',
    '{} documents are gone or changed; their text as read is used.',
  ],
  proposed: ['建议加入词表的行({})', 'Rows proposed for {}'],
  no_rows: ['没有要加入词表的行。', 'No rows to propose.'],
  no_token: [
    '请打开 tongbao review 在终端中显示的完整地址(包括 # 之后的部分)。',
    'Open the whole address that tongbao review printed, with what stands behind its #.',
  ],
  failed: ['无法读取:{}', 'Cannot be read: {}'],
  loading: ['正在读取…', 'Loading…'],
  language: ['English', '中文'],
  text_cut: ['原文很长,只显示出处附近。', 'A long text: only what is near the evidence is shown.'],
  original: ['原文', 'Source text'],
  keys: [
    '键盘:1 2 3 4 换类 · J K 上下条 · [ ] 上下份 · A 正确 · C 改正 · X 没有此项 · U 撤销 · M 标记添加 · Shift+A 其余都正确 · G 导出 · / 查找',
    'Keys: 1 2 3 4 kinds · J K items · [ ] notices · A right · C correct · X not there · U undo · M mark and add · Shift+A all others right · G export · / find',
  ],
} as const satisfies Record<string, readonly [string, string]>

export type Word = keyof typeof WORDS
export type Lang = 'zh' | 'en'

export function say(lang: Lang, word: Word, ...fill: (string | number)[]): string {
  let i = 0
  return WORDS[word][lang === 'zh' ? 0 : 1].replaceAll('{}', () => String(fill[i++] ?? ''))
}

/** A code of a list in words. */
export const nameOf = (lang: Lang, list: string, code: string): string =>
  head.terms[list]?.[code]?.[lang === 'zh' ? 0 : 1] ?? code
