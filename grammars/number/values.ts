import type { Cst, Values } from '../cst.ts'
import { image } from '../cst.ts'

export interface NumberValue {
  value: number
  /** As printed: trailing zeros say how exact a rate is. */
  raw: string
  decimals: number
}

const DIGIT: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const UNIT: Record<string, number> = { 十: 10, 拾: 10, 廿: 20, 卅: 30, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const BIG: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/** 两千 = 2000, 廿五 = 25, 三万五 = 35000, 二〇一九 = 2019, 一百零三 = 103; NaN where it is no number. */
export function hanNumber(text: string): number {
  if ([...text].every((c) => c in DIGIT)) return Number([...text].map((c) => DIGIT[c]).join(''))
  let total = 0
  let section = 0
  let digit = -1
  let lastUnit = 0
  for (const c of text) {
    if (c in DIGIT) {
      if (digit > 0) return Number.NaN
      digit = DIGIT[c]!
      if (digit === 0) lastUnit = 0
    } else if (c in UNIT) {
      section += c === '廿' || c === '卅' ? UNIT[c]! : (digit < 0 ? 1 : digit) * UNIT[c]!
      lastUnit = UNIT[c]!
      digit = -1
    } else if (c in BIG) {
      section += Math.max(digit, 0)
      // «一亿三千万»: what already has a greater magnitude is not multiplied again.
      total = total >= BIG[c]! ? total + (section || 1) * BIG[c]! : (total + (section || 1)) * BIG[c]!
      lastUnit = BIG[c]!
      section = 0
      digit = -1
    } else return Number.NaN
  }
  // «三万五» and «两百五» leave out the last unit.
  if (digit > 0) section += lastUnit >= 100 ? digit * (lastUnit / 10) : digit
  return total + section
}

export const numberValues = {
  number(ctx: Cst): NumberValue {
    const grouped = image(ctx, 'Grouped')
    if (grouped) return { value: Number(grouped.replaceAll(',', '')), raw: grouped, decimals: 0 }
    const ints = ctx.Int as { image: string }[] | undefined
    const han = (ctx.HanNumber as { image: string }[] | undefined)?.map((x) => x.image) ?? []
    if (ints) {
      const fraction = ints[1]?.image ?? ''
      const raw = ints[0]!.image + (fraction && `.${fraction}`)
      const magnitude = han[0] ? hanNumber(`一${han[0]}`.replace('一一', '一')) : 1
      return { value: exact(Number(raw) * magnitude), raw: raw + (han[0] ?? ''), decimals: fraction.length }
    }
    const value = hanNumber(han[0] ?? '')
    const fraction = han[1] ? [...han[1]].map((c) => DIGIT[c] ?? '').join('') : ''
    return {
      value: fraction ? Number(`${value}.${fraction}`) : value,
      raw: han.join('点'),
      decimals: fraction.length,
    }
  },

  whole(ctx: Cst): number {
    const int = image(ctx, 'Int')
    return int ? Number(int) : hanNumber(image(ctx, 'HanNumber') ?? '')
  },
} satisfies Values

/** 92.07万 is 920700, not 920699.9999999999. */
function exact(n: number): number {
  return Number(n.toPrecision(12))
}
