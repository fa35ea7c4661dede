import { SCHEMA_VERSION } from '../records/contract.ts'
import type { Lang, Result } from './form.ts'
import { REDACTED, type RedactedCounts, type RedactedKind } from './redact.ts'
import type { OutputTable } from './tables.ts'
import type { SheetColumn } from './xlsx.ts'

type Words = Record<Lang, string>
const say = (zh: string, en: string): Words => ({ zh, en })

const HEAD: Words[] = [
  say('工作表', 'sheet'),
  say('列', 'column'),
  say('名称', 'name'),
  say('说明', 'meaning'),
]

const GENERAL: [Words, Words][] = [
  [
    say('来源', 'evidence'),
    say(
      '每一条都有原文(evidence_quote)和位置;通报编号加序号指向 notices.ndjson 中的同一条。空格表示通报没有写明,不代表零。',
      'Every row has its quote and place; notice and number lead to the same item in notices.ndjson. An empty cell means that the notice does not say, not zero.',
    ),
  ],
  [
    say('依据', 'state'),
    say(
      'stated 原文写明;implied 由上下文得出(年份、共用的前缀、全覆盖检查);repaired 原文缺字,经修复。',
      'stated: as written; implied: from context (a year, a shared prefix, full coverage); repaired: the scrape had lost characters.',
    ),
  ],
  [
    say('严重程度', 'severity'),
    say('veto 单项否决;deduction 扣分;management 管理。', 'veto, deduction, management.'),
  ],
  [
    say('对象', 'subject'),
    say(
      '比较中的 website 含网站、栏目、办事服务和留言;new_media 含各平台账号;disclosure 政务公开;data 数据;other 未写明。',
      'In the comparison, website holds sites, columns, services and messages; new_media all platforms; disclosure; data; other where not stated.',
    ),
  ],
  [
    say('可比', 'comparable'),
    say(
      '合格率能否与其他地区直接并列。原因代码见下。比较单元格的依据见 comparison_sources.csv 或 comparison.json 的 from。',
      'Whether the pass rate can stand beside others as it is; the codes are below. What stands behind a cell: comparison_sources.csv, or `from` in comparison.json.',
    ),
  ],
  [
    say('逐级汇总', 'rollups'),
    say(
      '只汇总可比的下级;parts 是下级总数,parts_in 是计入的个数,未计入的写明原因。汇总不是全区域的合格率。',
      'Only comparable parts are summed; parts says how many there are, parts_in how many are in, and why others are not. It is not the rate of the whole region.',
    ),
  ],
]

/** Codes of `why_not` and `notes`, in the comparison; what follows a colon there are the values. */
const COMPARABILITY: Record<string, Words> = {
  self_reported: say('本单位自查自报', 'the body reports on itself'),
  rate_does_not_fit_its_counts: say('合格率与其数字不符', 'the stated rate does not fit its counts'),
  rate_is_of_total_not_of_checked: say(
    '合格率以运行总数为分母,不是检查数',
    'the rate is of all in operation, not of those checked',
  ),
  several_values_of_checked: say('同一通报有多个检查数', 'one notice states several numbers checked'),
  several_values_of_qualified: say('同一通报有多个合格数', 'one notice states several numbers qualified'),
  several_values_of_unqualified: say(
    '同一通报有多个不合格数',
    'one notice states several numbers unqualified',
  ),
  several_rates_stated: say('写有多个合格率', 'several rates are stated'),
  notices_differ_in_checked: say('各通报的检查数不同', 'notices differ in the number checked'),
  notices_differ_in_unqualified: say('各通报的不合格数不同', 'notices differ in the number unqualified'),
  counts_do_not_add_up: say('合格数加不合格数不等于检查数', 'qualified and unqualified do not make checked'),
  sample_of: say('抽查,不是全部检查', 'a sample, not all'),
  no_rate_stated: say('没有写合格率,也不能由数字算出', 'no rate is stated, nor do counts give one'),
  number_checked_not_stated: say(
    '没有写检查数,合格率的分母不明',
    'the number checked is not stated: the denominator is unknown',
  ),
  period_not_stated: say('没有写检查期', 'the period is not stated'),
  counts_not_stated: say('可比,但没有可相加的数字', 'comparable, but without counts that could be summed'),
  figures_stated_by: say('数字出自上级通报', 'the figures are in the notice of a higher level'),
  coverage_not_stated: say('没有写检查比例', 'the share that was checked is not stated'),
  rate_only_recomputed: say('合格率只由数字算出', 'the rate is only computed from counts'),
  copy_left_out: say('转载或重复的通报未重复计算', 'a copy of a notice was not counted again'),
  round_numbers_are_local: say(
    '期号是本地编号,不能跨地区对照',
    'rounds are numbered locally and do not line up between regions',
  ),
}

const REDACTED_NAMES: Record<RedactedKind, Words> = {
  identity_number: say('已遮盖身份证号', 'identity numbers masked'),
  bank_card: say('已遮盖银行卡号', 'bank cards masked'),
  mobile: say('已遮盖手机号', 'mobile numbers masked'),
  landline: say('已遮盖电话', 'telephone numbers masked'),
  email: say('已遮盖邮箱', 'e-mail addresses masked'),
  contact_name: say('已遮盖联系人姓名', 'names of contacts masked'),
}

/** The sheet that explains the others; no time of writing, so that the same input gives the same bytes. */
export const introduction = {
  columns: (lang: Lang): SheetColumn[] => HEAD.map((words) => ({ header: words[lang], type: 'string' })),

  *rows(tables: readonly OutputTable<never>[], { lang, made }: Result): Iterable<(string | null)[]> {
    yield ['tongbao', null, made.tool, lang === 'zh' ? '政府网站与政务新媒体检查通报' : 'inspection notices']
    yield ['schema_version', null, SCHEMA_VERSION, null]
    yield [
      'lexicon',
      null,
      made.tables,
      lang === 'zh' ? '词表校验 (SHA-256)' : 'SHA-256 of the tables of knowledge',
    ]
    for (const [about, words] of GENERAL) yield [null, null, about[lang], words[lang]]
    for (const [code, words] of Object.entries(COMPARABILITY))
      yield ['comparison', 'why_not, notes', code, words[lang]]
    for (const table of tables) {
      yield [table.name, null, table.name, table[lang]]
      for (const c of table.columns) yield [table.name, c[lang], c.name, lang === 'zh' ? c.en : c.zh]
    }
  },

  /** What was masked in the texts that the sheets are made of. */
  *redacted(counts: RedactedCounts, { lang, redact }: Result): Iterable<(string | null)[]> {
    if (redact === false) return
    for (const kind of REDACTED)
      yield ['redacted', null, REDACTED_NAMES[kind][lang], `${counts[kind]}${lang === 'zh' ? ' 处' : ''}`]
  },
}
