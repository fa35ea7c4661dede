import { createToken, type ITokenConfig, Lexer, type TokenType } from 'chevrotain'

/** The one vocabulary of all grammars. Longer words stand before shorter ones that begin alike. */
const all: TokenType[] = []
function token(name: string, pattern: RegExp, hints: string, more: Partial<ITokenConfig> = {}): TokenType {
  const made = createToken({ name, pattern, start_chars_hint: [...hints], ...more })
  all.push(made)
  return made
}
/** The words of the tokens that are nothing but words, the longest first. */
export const wordsOf = new Map<TokenType, readonly string[]>()
/** A token for any of some literals; the first-character table keeps the lexer fast on Chinese. */
function words(name: string, list: string): TokenType {
  const sorted = list.split(' ').sort((a, b) => b.length - a.length)
  const escaped = sorted.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const made = token(name, new RegExp(escaped.join('|')), [...new Set(sorted.map((w) => w[0]))].join(''))
  wordsOf.set(made, sorted)
  return made
}
const DIGITS = '0123456789'
const HAN_DIGITS = '零〇○一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟'

export const Space = token('Space', /[ \t]+/, ' \t', { group: Lexer.SKIPPED })
export const Newline = token('Newline', /\n/, '\n', { line_breaks: true })
export const Grouped = token('Grouped', /\d{1,3}(?:,\d{3}){1,5}(?![\d年月日.%])/, DIGITS)
export const Int = token('Int', /\d+/, DIGITS)

/** Words that only look like pieces of a date or a count. */
export const Prose = words(
  'Prose',
  '今日头条 分别 分布 分类 分管 分局 分公司 分中心 分为 分成 分工 日常 日益 日志 月度 前期 前述 前台 前后 前列 前往 后台 后续 内容 内部 内设 内外 点击 点评 点名 点赞 时代 时刻 时事 年报 年鉴 年终 名单 名称 名义 位于 位列 位居 项目 人员 人民 人事 人社 条件 条例 条款 家庭 家长 家园 件数 份额 单位 单项 单一 多次 多种 多个部门 近期 近日 近年 要求 要闻 要素 是否 号召 底线 底部 末端 末位 初审 初步 天气 天津 周边 周期 周末 周年 周一至 起草 起到 部门 部分 台账 站点 站群 期间 期限 批准 批评 批复 度假 位置 类型 类别 种类 组织 组成 户籍 场所 座谈 幅度 所属 所有 所在 处理 处置 处分 篇幅 封面 则是 款项 半数 两微一端 一网通 一图读懂 一把手 一站式 一律 一致 一些 一般 一定 一直 一旦 一并 一次性 一方面 十分 万一 千万要 百姓 三审三校 三审 四个意识 四个自信 两个维护 一岗双责 三公 五公开 六稳 六保 三农',
)

export const Half = words('Half', '上半年 下半年')
export const ThisQuarter = words('ThisQuarter', '本季度 当季度 这季度')
export const LastQuarter = words('LastQuarter', '上季度 上一季度 上个季度')
export const NextQuarter = words('NextQuarter', '下季度 下一季度 下个季度')
export const RelativeYear = words(
  'RelativeYear',
  '今年 本年度 本年 当年 去年 上年度 上年 明年 次年 前年 来年',
)
export const RelativeMonth = words('RelativeMonth', '本月 当月 上月 上个月 下月 下个月 次月 这个月')
export const WeekWord = words('WeekWord', '本周 这周 下周 上周 本星期 下星期 上星期')
export const WeekdayWord = words(
  'WeekdayWord',
  '星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 周天',
)
export const RelativeDay = words('RelativeDay', '今天 明天 后天 昨天 前天 今日 明日 次日 昨日 当日')
export const DayPart = words('DayPart', '上午 下午 中午 凌晨 晚上 早上 傍晚')
export const OffWork = words('OffWork', '下班')
export const WorkDay = words('WorkDay', '个工作日 工作日')
export const TenDays = words('TenDays', '上旬 中旬 下旬')
export const Quarter = words('Quarter', '季度')
export const YearLong = words('YearLong', '年度')
export const Year = words('Year', '年')
export const Month = words('Month', '月份 月')
export const Hours = words('Hours', '个小时 小时')
export const Week = words('Week', '个多星期 个星期 个礼拜 星期 周')
export const MonthSpan = words('MonthSpan', '个多月 个月')
export const Day = words('Day', '日 号')
export const DaySpan = words('DaySpan', '天')
export const QuarterEnd = words('QuarterEnd', '季末')
export const End = words('End', '底 末 初')
export const Immediately = words('Immediately', '立即 立刻 马上 即刻 限期 尽快 第一时间 抓紧 从速 即日起')

export const PercentWord = words('PercentWord', '百分之 千分之')
export const PointWord = words('PointWord', '个百分点 百分点')
export const PercentSign = words('PercentSign', '% ‰')
export const OutOf = words('OutOf', '分之')
export const MinuteWord = words('MinuteWord', '分钟')
export const Reverse = words('Reverse', '倒数')
export const Ordinal = words('Ordinal', '第')
export const RankWord = words('RankWord', '名')
export const Place = words('Place', '位')
export const Score = words('Score', '分')
export const Round = words('Round', '次 轮 批次 批 期')
export const Counter = words(
  'Counter',
  '个 家 条 件 处 篇 封 份 单 项 起 宗 例 套 页 户 场 所 座 幅 类 种 则 组 款 人 台 站 家次 个次 件次 条次 人次',
)

export const AtLeast = words('AtLeast', '不低于 不少于 不小于 至少')
export const AtMost = words('AtMost', '不高于 不超过 不多于 最多')
export const MoreThan = words('MoreThan', '超过 高于 大于 多于 逾 超')
export const LessThan = words('LessThan', '不足 低于 小于 少于 不到 未达到')
export const About = words('About', '大约 约 近')
export const AndMore = words('AndMore', '余 多')
export const OrMore = words('OrMore', '以上 及以上 左右 以下 上下')

export const Before = words('Before', '之前 以前 前')
export const Within = words('Within', '之内 以内 内')
export const Since = words('Since', '以来 之日起 起')
export const After = words('After', '之后 以后 后')

export const To = words('To', '至 到 —— -- — - ~')
export const HourWord = words('HourWord', '点钟 时')
export const HanPoint = words('HanPoint', '点')
export const HanNumber = token('HanNumber', new RegExp(`[${HAN_DIGITS}]+`), HAN_DIGITS)
export const Hemi = words('Hemi', '半')
export const Circled = token('Circled', /[①-⑳⑴-⒇⒈-⒛]/, '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑')
export const Open = words('Open', '〔 [ ( 【')
export const Close = words('Close', '〕 ] ) 】')
export const Dun = words('Dun', '、')
export const Comma = words('Comma', ',')
export const Dot = words('Dot', '. ．')
export const Colon = words('Colon', ':')
export const Slash = words('Slash', '/')
export const And = words('And', '和 及 与')
export const Is = words('Is', '是 要')

/** A run of characters that start none of the above: ordinary prose costs one token. */
const starts = new Uint8Array(65536)
for (const t of all) for (const c of t.START_CHARS_HINT as string[]) starts[c.charCodeAt(0)] = 1
const found: [string] & { index?: number } = ['']
export const Text = createToken({
  name: 'Text',
  pattern: {
    exec(text: string, at: number) {
      let end = at + 1
      while (end < text.length && starts[text.charCodeAt(end)] === 0) end++
      found[0] = text.slice(at, end)
      return found as unknown as RegExpExecArray
    },
  } as never,
  line_breaks: false,
})
// A first character of a word that is not that word here («超» in «超市») is prose too. Asked for by Chevrotain's lexer alone.
Object.defineProperty(Text, 'START_CHARS_HINT', {
  get: () => Array.from({ length: 65536 }, (_, c) => c),
})
all.push(Text)

export const vocabulary: readonly TokenType[] = all
