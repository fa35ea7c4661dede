import { exact, HAN, lexical, NUMERAL, numberOf, TO, valued } from './token.ts'

/** Tokens of figures, shares and ordinals. */
const POINT = '点[零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{1,24}'
const DECIMAL = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,20})?|[1-9]\\d{0,2}(?: \\d{3}){1,5} 000(?![ .]?\\d)|\\d{1,20}(?:\\.\\d{1,20})?|[${HAN}]{1,24}(?:${POINT})?)[万亿兆]{0,3}`
/** Thousands and millions by letter: 15k, 3.2M, 30w. */
const LETTERS: Record<string, number> = { k: 1e3, w: 1e4, m: 1e6 }
const lettered = (letter: string | undefined): number => (letter ? LETTERS[letter.toLowerCase()]! : 1)
const FEW = `[一二两三四五六七八九十半陆柒捌玖](?:${POINT})?|\\d{1,2}(?:\\.\\d{1,2})?`
/** 百分之三十, 30%, 3‰, 两个百分点, 三分之一, 七成五, 八五折, 半数 */
export const Ratio = valued(
  'Ratio',
  `(?:(?<![${HAN}])([百佰千万])分之(负)?(${DECIMAL})([kKmM])?(?![A-Za-z])|(-)?(${DECIMAL})\\s?([kKmM]?)(%|‰|个?百分点)|(负)?(${DECIMAL})分之(负)?(${DECIMAL})|(${FEW})成([一二三四五六七八九半])?(?![为了功果员品长立本就绩熟分都语])|((?<=打)对|[一二两三四五六七八九半陆柒捌玖](?:${POINT})?|[1-9](?:\\.\\d)?|[1-9]\\d|[一二三四五六七八九]{2})折(?![叠腾磨扣旧返射合])|(半数|一半|对半)|百分百)(?<more>[多余几](?![少家年]))?`,
  (m, text, at) => {
    if (m[5] && /[\d%一-龥]/.test(text[at - 1] ?? '')) return null
    const told = (value: number, unit: 'share' | 'points' | 'discount') =>
      Number.isFinite(value) ? { value: exact(value), unit, ...(m.groups!.more && { operator: '>' }) } : null
    if (m[1])
      return told(
        ((m[2] ? -1 : 1) * (m[3] === '百' ? 100 : numberOf(m[3]!)) * lettered(m[4])) /
          { 百: 100, 佰: 100, 千: 1000, 万: 10000 }[m[1]]!,
        'share',
      )
    if (m[6])
      return told(
        ((m[5] ? -1 : 1) * numberOf(m[6]) * lettered(m[7])) / (m[8] === '‰' ? 1000 : 100),
        m[8]!.endsWith('点') ? 'points' : 'share',
      )
    if (m[10]) return told(((m[9] ? -1 : 1) * (m[11] ? -1 : 1) * numberOf(m[12]!)) / numberOf(m[10]), 'share')
    if (m[13]) {
      const whole = m[13] === '半' ? 0.5 : numberOf(m[13])
      const rest = m[14] ? (m[14] === '半' ? 0.5 : numberOf(m[14]) / 10) : 0
      return whole <= 10 ? told((whole + rest) / 10, 'share') : null
    }
    if (m[15]) {
      const n = m[15] === '半' || m[15] === '对' ? 5 : numberOf(m[15])
      return told(n >= 10 ? n / 100 : n / 10, 'discount')
    }
    return told(m[16] ? 0.5 : 1, 'share')
  },
)
export const Ordinal = valued('Ordinal', `(倒数)?第(${NUMERAL})(?!时间|手|方)`, (m) => {
  const n = numberOf(m[2]!)
  return Number.isNaN(n) ? null : m[1] ? -n : n
})
export const Vague = valued(
  'Vague',
  '(?:好几|几|数|上|十几|成|近)(?:[十百千万亿]{1,4})(?:[多余来])?|十几|几(?=[个人名家条件天本次项种位张只])|十来|若干|百余|千余|万余',
  () => true,
)
export const COUNTER =
  '个|名|人|位|家|条|件|项|次|篇|张|本|只|辆|台|套|户|处|座|所|间|份|封|宗|例|起|场|届|批|岁|元|块|斤|吨|米|里|公里|千米|厘米|毫米|公斤|千克|克|升|亩|公顷|平方米|平方公里|立方米|度|倍|美元|欧元|英镑|日元|港币|角|分|打|双|对|组|排|层|楼|门|种|样|棵|朵|头|匹|口|支|枚|颗|粒|句|页|字|票|遍|趟|回|杯|瓶|碗|盒|箱|袋|包|车|国|省|市|县|村|代|班|步'
/** 七八个, 三五十人, 十七八岁, 八九亿: two neighbours are a range. */
export const Between = valued(
  'Between',
  `(十|[二三四五六七八九]十)?([一二两三四五六七八九])([二两三四五六七八九])(?:([十百千])?(万亿|万|亿)|([十百千])?(?=${COUNTER}|天|年|月))`,
  (m) => {
    const [low, high] = [numberOf(m[2]!), numberOf(m[3]!)]
    if (high <= low || high - low > 2) return null
    const small = m[4] ?? m[6]
    const scale = (small ? numberOf(`一${small}`) : 1) * (m[5] ? numberOf(`一${m[5]}`) : 1)
    const base = m[1] ? numberOf(m[1]) : 0
    return { from: base + low * scale, to: base + high * scale }
  },
)
const counter = new RegExp(`^(?:[多余来几])?(?:${COUNTER})`)
const toNext = new RegExp(`^${TO}(?:[${HAN}\\d]{2,8}|[${HAN}\\d](?=${COUNTER}))`)
/** Figures with their magnitudes in between: 5万4千6百. */
const MIXED =
  '\\d{1,4}[亿万千]\\d(?![\\d.,:%‰年月日号点时分秒个十百千万亿~～—–-])|' +
  '\\d{1,4}(?:\\.\\d{1,6})?[兆亿万千百]{1,2}(?:\\d{1,4}[亿万千百十]{1,2}){1,5}(?:\\d{1,4}(?![\\d%.年月日个]))?'
export const Figure = valued(
  'Figure',
  `([-−] ?|负|零下)?(?:(\\d{1,20}|[${HAN}]{1,24})又([${HAN}\\d]{1,24})分之([${HAN}\\d]{1,24})|(\\d{1,20})\\/(\\d{1,20})(?![/\\d])|(\\d{1,20}) (\\d{1,20})\\/(\\d{1,20})(?![/\\d])|((?:\\d{1,3}(?:,\\d{3})+|\\d{1,20})(?:\\.\\d{1,20})?|\\.\\d{1,20})(?: ?([kKwW])(?![A-Za-z\\d])(?=$|[^一-龥]|[元块人多个至到以]|左右|上下)| ?(M)(?![A-Za-z一-龥\\d]))|(\\d{1,20}(?:\\.\\d{1,20})?[eE][-+]?\\d{1,3})(?![A-Za-z\\d])|(${MIXED})|((?<![\\d.\\w])\\.\\d{1,20}|${DECIMAL}个[万亿]{1,2}|${DECIMAL}(?:[十百万亿兆]|千(?![瓦米克伏卡赫])){0,3})(多|余|来|几)?((?:[万亿兆百]|千(?![瓦米克伏卡赫])){1,3})?|(半)(?=[个块斤杯])|(半百)|(俩|仨))`,
  (m, text, at) => {
    const sign = m[1] ? -1 : 1
    const before = text[at - 1] ?? ''
    if (m[1]?.startsWith('-') && (LEFT_OF_MINUS.test(before) || (m[1] === '- ' && at > 0))) return null
    const told = (value: number) => (Number.isFinite(value) ? { value: exact(sign * value) } : null)
    if (m[2]) return told(numberOf(m[2]) + numberOf(m[4]!) / numberOf(m[3]!))
    if (m[5]) return told(Number(m[5]) / Number(m[6]))
    if (m[7]) return told(Number(m[7]) + Number(m[8]) / Number(m[9]))
    if (m[10]) {
      const own = numberOf(m[10])
      return { value: exact(sign * own * lettered(m[11] ?? m[12])), coefficient: own }
    }
    if (m[13] ?? m[14]) return told(numberOf((m[13] ?? m[14])!))
    if (m[18]) return told(0.5)
    if (m[19]) return told(50)
    if (m[20]) return told(m[20] === '俩' ? 2 : 3)
    const figure = m[15]!.replace('个', '')
    // «二十几» leaves its last figure open, «三几» is nothing.
    if (m[16] === '几' && !/[十百千万零]$/.test(figure)) return null
    const value = numberOf(figure)
    if (Number.isNaN(value)) return null
    const scale = m[17] ? numberOf(`一${m[17]}`) : 1
    const behind = text.slice(at + m[0].length)
    // A lone numeral inside a word («统一», «三角») is no figure; with its counter, or standing alone, it is.
    if (
      new RegExp(`^[${HAN}]$`).test(m[0]) &&
      !counter.test(behind) &&
      !toNext.test(behind) &&
      ((HAN_LETTER.test(before) && !/[于约逾]/.test(before)) || HAN_LETTER.test(behind[0] ?? ''))
    )
      return null
    if (/^[A-Za-z]/.test(behind) && !/^(?:[kcm]?m|[km]?g|km|t|kW|MB|GB|TB|L)(?![A-Za-z])/.test(behind))
      return null
    return {
      value: exact(sign * value * scale),
      ...(m[16] && { operator: '>' }),
      ...coefficient(figure, scale, Boolean(m[16])),
    }
  },
)
/** 2^5, -1.1^3: the minus is not raised. */
export const Power = valued(
  'Power',
  '(?<![\\d.])(-)?(\\d{1,15}(?:\\.\\d{1,15})?)\\^([-+]?\\d{1,3})(?![A-Za-z\\d.])',
  (m) => {
    const value = Number(m[2]) ** Number(m[3])
    return Number.isFinite(value) ? { value: exact(m[1] ? -value : value) } : null
  },
)
/** The figure before its last magnitude, which «2到3万» says for both; a figure without any may take it. */
function coefficient(text: string, scale: number, open: boolean): { coefficient?: number; plain?: true } {
  if (open || scale !== 1) return {}
  const m = /^(.{1,24}?)([万亿兆]{1,3})$/.exec(text) ?? /^([一二两三四五六七八九\d])([千百仟佰])$/.exec(text)
  if (!m) return /[万亿兆]/.test(text) ? {} : { plain: true }
  const n = numberOf(m[1]!)
  return Number.isNaN(n) ? {} : { coefficient: n, ...(!/[万亿兆]/.test(m[2]!) && { plain: true as const }) }
}
const LEFT_OF_MINUS = new RegExp(`[-\\w%年月日号天时点分秒周元个)）${HAN}]`)
const HAN_LETTER = /[一-龥]/
/** 十块三毛, 六十四万元一角七分: an amount of money in its own units. */
export const Money = valued(
  'Money',
  `(${DECIMAL})[元块圆](?:([零一二两三四五六七八九壹贰叁肆伍陆柒捌玖\\d])[角毛](?:([零一二两三四五六七八九壹贰叁肆伍陆柒捌玖\\d])分)?|零?([一二两三四五六七八九壹贰叁肆伍陆柒捌玖\\d])分)(?![之钟])`,
  (m) => {
    const value = numberOf(m[1]!) + numberOf(m[2] ?? '0') / 10 + numberOf(m[3] ?? m[4] ?? '0') / 100
    return Number.isNaN(value) ? null : { value: exact(value) }
  },
)

/** 小于 或 等于, ≤, < = */
const SIGNS: Record<string, string> = { 大: '>', 小: '<', '≥': '>', '≤': '<', '>': '>', '<': '<' }
export const Sign = valued('Sign', '([大小])于 ?或者? ?等于|([≥≤])|([<>])(?: ?(=))?(?=[ ]?-?[.\\d])', (m) => {
  const sign = SIGNS[m[1] ?? m[2] ?? m[3]!]!
  return m[3] && !m[4] ? sign : `${sign}=`
})
export const Modifier = lexical<string>('Modifier', {
  约: '~',
  大约: '~',
  大概: '~',
  将近: '~',
  接近: '~',
  差不多: '~',
  超过: '>',
  高于: '>',
  大于: '>',
  多于: '>',
  逾: '>',
  超: '>',
  突破: '>',
  不足: '<',
  低于: '<',
  小于: '<',
  等于: '=',
  大于等于: '>=',
  小于等于: '<=',
  不小于: '>=',
  不大于: '<=',
  少于: '<',
  不到: '<',
  不低于: '>=',
  不少于: '>=',
  至少: '>=',
  最少: '>=',
  不超过: '<=',
  不高于: '<=',
  不多于: '<=',
  至多: '<=',
  最多: '<=',
  过: '>',
})
/** 比三十大, 比170低 */
export const Than = valued(
  'Than',
  `比(?= ?(?:${DECIMAL}分之)?${DECIMAL}(?:${COUNTER})? ?(?:还|要|更)?([大高多长小低少短]))`,
  (m) => (/[大高多长]/.test(m[1]!) ? '>' : '<'),
)
export const Suffix = lexical<string>('Suffix', {
  以上: '>=',
  及以上: '>=',
  或以上: '>=',
  或者以上: '>=',
  或更多: '>=',
  或者更多: '>=',
  之下: '<',
  及以下: '<=',
  或以下: '<=',
  以下: '<=',
  左右: '~',
  上下: '~',
})
export const Counter = valued(
  'Counter',
  COUNTER.split('|')
    .sort((a, b) => b.length - a.length)
    .join('|'),
  (m) => m[0],
)
/** (含) between a figure and the side it bounds. */
export const Included = valued('Included', '[((]不?含[))]', () => true)
export const And = valued('And', '[和与跟](?=[^，。；,;]{1,16}?(?:之间|间))', () => '-')
