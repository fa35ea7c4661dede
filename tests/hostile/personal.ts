import { type Random, random } from './random.ts'

export interface Planted {
  kind: string
  text: string
  /** As it stands in the text. */
  secret: string
}

/** Sentences that hold one identity number, mobile, landline or e-mail each; all are made up. */
export function* planted(n: number, seed: number): Generator<Planted> {
  const r = random(seed)
  const makers = { identity, mobile, landline, email }
  const kinds = Object.entries(makers)
  for (let i = 0; i < n; i++) {
    const [kind, make] = kinds[i % kinds.length]!
    const secret = r.below(5) === 0 ? wide(make(r)) : make(r)
    yield { kind, secret, text: r.pick(FRAMES).replace('#', secret) }
  }
}

const FRAMES = [
  '联系人张某某,联系方式:#。',
  '公示中未遮挡完整信息(#)。',
  '#',
  '一、信息公开不规范:某县网站泄露个人信息#,应立即整改。',
  '| 1 | 某局 | # | 未脱敏 |',
  '请将报告报送至:#;逾期通报。',
  '附件\n#\n2021年6月8日',
]
const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const digits = (r: Random, n: number) => Array.from({ length: n }, () => r.below(10)).join('')
const two = (n: number) => String(n).padStart(2, '0')

function identity(r: Random): string {
  const birth = `${1940 + r.below(70)}${two(1 + r.below(12))}${two(1 + r.below(28))}`
  const body = `${r.pick(['110105', '440785', '330106', '650102', '510724'])}${birth}${digits(r, 3)}`
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(body[i]) * (2 ** (17 - i) % 11)
  const check = (12 - (sum % 11)) % 11
  return body + (check === 10 ? r.pick(['X', 'x']) : check)
}

function mobile(r: Random): string {
  const [a, b, c] = [`1${3 + r.below(7)}${r.below(10)}`, digits(r, 4), digits(r, 4)]
  return r.pick([
    a + b + c,
    a + b + c,
    `${a}-${b}-${c}`,
    `${a} ${b} ${c}`,
    `+86${a}${b}${c}`,
    `86-${a}${b}${c}`,
  ])
}

function landline(r: Random): string {
  const area = r.pick(['010', '021', '0571', '0750', '0816', '0991'])
  const own = String(2 + r.below(7)) + digits(r, area.length === 3 ? 7 : 6 + r.below(2))
  return r.pick([`${area}-${own}`, `(${area})${own}`, `${area} ${own}`, area + own, `${area}—${own}`])
}

function email(r: Random): string {
  const name = r.pick(['zfb', 'wang.wu', 'li_si', 'xxgk-2', 'a1']) + digits(r, r.below(6))
  return `${name}@${r.pick(['163.com', 'qq.com', 'example.gov.cn', 'mail.example.com.cn'])}`
}
