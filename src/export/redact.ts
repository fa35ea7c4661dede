import type { Kit } from '../kit.ts'
import type { Contacts } from '../lexicon/contacts.ts'
import type { Notice } from '../records/schema.ts'

/** Kinds of personal data that are masked. */
export const REDACTED = [
  'identity_number',
  'bank_card',
  'mobile',
  'landline',
  'email',
  'contact_name',
] as const
export type RedactedKind = (typeof REDACTED)[number]
export type RedactedCounts = Record<RedactedKind, number>

export const noneRedacted = (): RedactedCounts => ({
  identity_number: 0,
  bank_card: 0,
  mobile: 0,
  landline: 0,
  email: 0,
  contact_name: 0,
})

/** Full width, so that no spreadsheet or reader of Markdown takes it for more than a mark. */
const MASK = '＊'

/**
 * The text with personal data masked, as many UTF-16 units long as before, so that spans into it stay true; `counts`
 * goes up by what was masked. Of names only those behind «联系人» and the like are: others cannot be told from offices.
 * Full-width digits and blanks or dashes between digits hide nothing.
 */
export function redact(text: string, contacts: Contacts, counts: RedactedCounts = noneRedacted()): string {
  if (!contacts.any.test(text)) return text
  // One code unit for one: what is found here lies at the same place in the text.
  const plain = text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  const hidden: [number, number][] = []
  const hide = (kind: RedactedKind, start: number, end: number) => {
    if (hidden.some(([s, e]) => start < e && end > s)) return
    hidden.push([start, end])
    counts[kind]++
  }
  for (const m of plain.matchAll(DIGITS)) {
    const start = m.index
    for (const { kind, from, to } of numbersIn(m[0])) hide(kind, start + from, start + to)
  }
  for (const m of plain.matchAll(contacts.number)) {
    const end = m.index + m[0].length
    hide('landline', end - m[1]!.length, end)
  }
  for (const m of plain.matchAll(EMAIL)) hide('email', m.index, m.index + m[0].length)
  for (const m of plain.matchAll(contacts.named))
    for (const name of m[1]!.matchAll(contacts.name)) {
      const start = m.index + m[0].length - m[1]!.length + name.index
      if (!contacts.office.test(name[0])) hide('contact_name', start, start + name[0].length)
    }
  if (hidden.length === 0) return text
  hidden.sort((a, b) => a[0] - b[0])
  let out = ''
  let at = 0
  for (const [start, end] of hidden) {
    out += text.slice(at, start) + MASK.repeat(end - start)
    at = end
  }
  return out + text.slice(at)
}

/** What a notice is known by; none of it is running text. */
const KEPT = new Set(['id', 'schema_version', 'uri', 'url', 'subject_url', 'sha256', 'media_type', 'charset'])

/**
 * The notice with its text masked, every quote still the characters at its span, and its other strings masked alike.
 * `normalization` says how many places of its text were, as `redacted_mobile` and so on; doing it again changes nothing.
 */
export function redactNotice(notice: Notice, { contacts }: Pick<Kit, 'contacts'>): Notice {
  const counts = noneRedacted()
  const text = redact(notice.text, contacts, counts)
  const copy = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return KEPT.has(key) ? value : redact(value, contacts)
    if (Array.isArray(value)) return value.map((v) => copy(v, key))
    if (value === null || typeof value !== 'object') return value
    const fields = Object.fromEntries(Object.entries(value).map(([k, v]) => [k, copy(v, k)]))
    if ('quote' in value) fields.quote = text.slice(fields.start as number, fields.end as number)
    return fields
  }
  const masked = Object.fromEntries(
    REDACTED.filter((kind) => counts[kind] > 0).map((kind) => [`redacted_${kind}`, counts[kind]]),
  )
  const normalization = { ...notice.normalization, ...masked }
  return { ...(copy({ ...notice, text: '' }, '') as Notice), text, normalization }
}

/** Adds what `redactNotice` says of a notice to a sum. */
export function countRedacted({ normalization }: Notice, sum: RedactedCounts): void {
  for (const kind of REDACTED) sum[kind] += normalization[`redacted_${kind}`] ?? 0
}

interface Found {
  kind: RedactedKind
  from: number
  to: number
}

/** What stands in a run of digits that single blanks, dashes or brackets may part; each begins and ends with a group. */
function numbersIn(run: string): Found[] {
  const at: number[] = []
  let digits = ''
  const opens: boolean[] = []
  for (let i = 0; i < run.length; i++) {
    const c = run[i]!
    if (!/[\dX]/i.test(c)) continue
    opens.push(at.length === 0 || at.at(-1) !== i - 1)
    at.push(i)
    digits += c.toUpperCase()
  }
  const found: Found[] = []
  for (let start = 0; start < digits.length; ) {
    let next = start + 1
    if (opens[start])
      for (const { kind, lengths, is } of KINDS) {
        const length = lengths.find((n) => {
          const end = start + n
          if (end > digits.length || (end < digits.length && !opens[end])) return false
          return is(digits.slice(start, end), run.slice(at[start], at[end - 1]! + 1))
        })
        if (length === undefined) continue
        next = start + length
        found.push({ kind, from: at[start]!, to: at[next - 1]! + 1 })
        break
      }
    start = next
  }
  return found
}

const KINDS: readonly {
  kind: RedactedKind
  lengths: readonly number[]
  is: (digits: string, written: string) => boolean
}[] = [
  { kind: 'identity_number', lengths: [18, 15], is: isIdentityNumber },
  { kind: 'mobile', lengths: [15, 13, 11], is: (d) => /^(?:0086|86)?1[3-9]\d{9}$/.test(d) },
  { kind: 'bank_card', lengths: [19, 18, 17, 16], is: isBankCard },
  {
    kind: 'landline',
    lengths: [12, 11, 10],
    is: (d, written) =>
      /^0(?:10|2\d)\d{8}$|^0[3-9]\d{2}\d{7,8}$/.test(d) || (/^[48]00\d{7}$/.test(d) && written !== d),
  },
]

/** GB 11643: region, day of birth, serial, check digit by ISO 7064 MOD 11-2; 15 digits before 1999. */
function isIdentityNumber(d: string): boolean {
  const old = /^([1-9]\d)\d{4}(\d{2})(\d{2})(\d{2})\d{3}$/.exec(d)
  const now = /^([1-9]\d)\d{4}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/.exec(d)
  const m = now ?? old
  if (!m || !PROVINCES.has(Number(m[1]))) return false
  const [month, day] = [Number(m[3]), Number(m[4])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  if (!now) return true
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(d[i]) * WEIGHTS[i]!
  return '10X98765432'[sum % 11] === d[17]
}

const PROVINCES = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
  62, 63, 64, 65, 71, 81, 82, 83, 91,
])
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** ISO/IEC 7812: a prefix in use for cards and the check digit of Luhn. */
function isBankCard(d: string): boolean {
  if (!/^(?:62\d{14,17}|(?:4\d|5[1-5]|35)\d{14})$/.test(d)) return false
  let sum = 0
  for (let i = 0; i < d.length; i++) {
    const n = Number(d[d.length - 1 - i]) * (i % 2 === 0 ? 1 : 2)
    sum += n > 9 ? n - 9 : n
  }
  return sum % 10 === 0
}

const DIGITS = /\d(?:[ \u3000)(\u2010-\u2015-]{0,2}\d){6,60}[Xx]?/g
const EMAIL = /[A-Za-z0-9._%+-]{1,64} ?@ ?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g
