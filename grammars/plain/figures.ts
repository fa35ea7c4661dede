import { exact, HAN, lexical, NUMERAL, numberOf, valued } from './token.ts'

/** Tokens of figures, shares and ordinals. */
const DECIMAL = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,20})?|\\d{1,20}(?:\\.\\d{1,20})?|[${HAN}]{1,24}(?:点[零〇○一二三四五六七八九]{1,24})?)[万亿兆]{0,3}`
export const Ratio = valued(
  'Ratio',
  `([百千万])分之(负)?(${DECIMAL})|(-)?(${DECIMAL})\\s?(%|‰|个?百分点)|(${DECIMAL})分之(${DECIMAL})|([一二两三四五六七八九十]|\\d{1,20}(?:\\.\\d{1,20})?)成([一二三四五六七八九半])?(?![为了功果员长立本就绩熟分都])|([一二三四五六七八九半]|[5-9](?:\\.\\d)?|[5-9]\\d|[一二三四五六七八九]{2})折(?![叠腾磨扣旧])|(半数|一半|对半)|百分百`,
  (m, text, at) => {
    if (m[4] && /[\d%一-龥]/.test(text[at - 1] ?? '')) return null
    const share = (value: number) =>
      Number.isNaN(value) ? null : { value: exact(value), unit: 'share' as const }
    if (m[1]) return share(((m[2] ? -1 : 1) * numberOf(m[3]!)) / { 百: 100, 千: 1000, 万: 10000 }[m[1]]!)
    if (m[5]) {
      const value = ((m[4] ? -1 : 1) * numberOf(m[5])) / (m[6] === '‰' ? 1000 : 100)
      return m[6]!.endsWith('点') ? { value: exact(value), unit: 'points' as const } : share(value)
    }
    if (m[7]) return share(numberOf(m[8]!) / numberOf(m[7]))
    if (m[9])
      return share(numberOf(m[9]) / 10 + (m[10] ? (m[10] === '半' ? 0.05 : numberOf(m[10]) / 100) : 0))
    if (m[11]) {
      const text = m[11]
      const n = text === '半' ? 5 : numberOf(text)
      return { value: exact(n >= 10 ? n / 100 : n / 10), unit: 'discount' as const }
    }
    return share(m[12] ? 0.5 : 1)
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
const COUNTER =
  '个|名|人|位|家|条|件|项|次|篇|张|本|只|辆|台|套|户|处|座|所|间|份|封|宗|例|起|场|届|批|岁|元|块|斤|吨|米|里|公里|千米|厘米|毫米|公斤|千克|克|升|亩|公顷|平方米|平方公里|立方米|度|倍|美元|欧元|英镑|日元|港币|角|分|打|双|对|组|排|层|楼|门|种|样|棵|朵|头|匹|口|支|枚|颗|粒|句|页|字|票|遍|趟|回|杯|瓶|碗|盒|箱|袋|包|车|国|省|市|县|村|代|班|步'
/** 七八个, 三五十人, 十七八岁: two neighbours are a range. */
export const Between = valued(
  'Between',
  `(十|[二三四五六七八九]十)?([一二两三四五六七八九])([二三四五六七八九])(十|百|千|万|亿)?(?=万|亿|${COUNTER}|天|年|月)`,
  (m) => {
    const [low, high] = [numberOf(m[2]!), numberOf(m[3]!)]
    if (high <= low || high - low > 2) return null
    const scale = m[4] ? numberOf(m[4]) : 1
    const base = m[1] ? numberOf(m[1]) : 0
    return { from: base + low * scale, to: base + high * scale }
  },
)
const counter = new RegExp(`^(?:[多余来几])?(?:${COUNTER})`)
export const Figure = valued(
  'Figure',
  `([-−]|负)?(?:(\\d{1,20}|[${HAN}]{1,24})又([${HAN}\\d]{1,24})分之([${HAN}\\d]{1,24})|(\\d{1,20})\\/(\\d{1,20})(?![/\\d])|(\\d{1,20})\\s?[kK](?![A-Za-z])|(${DECIMAL}[十百千万亿兆]{0,3})(多|余|来)?([万亿兆千百]{1,3})?|(半)(?=[个块斤杯])|(俩|仨))`,
  (m, text, at) => {
    const sign = m[1] ? -1 : 1
    if (m[1] === '-' && LEFT_OF_MINUS.test(text[at - 1] ?? '')) return null
    if (m[2]) return { value: exact(sign * (numberOf(m[2]) + numberOf(m[4]!) / numberOf(m[3]!))) }
    if (m[5]) return Number(m[6]) === 0 ? null : { value: exact((sign * Number(m[5])) / Number(m[6])) }
    if (m[7]) return { value: sign * Number(m[7]) * 1000 }
    if (m[11]) return { value: 0.5 }
    if (m[12]) return { value: m[12] === '俩' ? 2 : 3 }
    const value = numberOf(m[8]!)
    if (Number.isNaN(value)) return null
    const scale = m[10] ? numberOf(`1${m[10]}`) : 1
    const behind = text.slice(at + m[0].length)
    // A lone numeral inside a word («统一», «三角») is no figure; with its counter, or standing alone, it is.
    if (
      new RegExp(`^[${HAN}]$`).test(m[0]) &&
      !counter.test(behind) &&
      (HAN_LETTER.test(text[at - 1] ?? '') || HAN_LETTER.test(behind[0] ?? ''))
    )
      return null
    if (/^[A-Za-z]/.test(behind) && !/^(?:[kcm]?m|[km]?g|km|t|kW|MB|GB|TB|L)(?![A-Za-z])/.test(behind))
      return null
    return { value: exact(sign * value * scale), ...(m[9] && { operator: '>' }) }
  },
)
const LEFT_OF_MINUS = new RegExp(`[\\w%${HAN}]`)
const HAN_LETTER = /[一-龥]/

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
export const Suffix = lexical<string>('Suffix', {
  以上: '>=',
  及以上: '>=',
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
