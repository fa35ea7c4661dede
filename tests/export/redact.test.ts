import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noneRedacted, type RedactedKind, redact, redactNotice } from '../../src/export/redact.ts'
import { extract, loadKit } from '../../src/index.ts'
import { compileContacts } from '../../src/lexicon/contacts.ts'
import { planted } from '../hostile/personal.ts'

const kit = loadKit()
const masked = (text: string, contacts = kit.contacts) => {
  const counts = noneRedacted()
  const out = redact(text, contacts, counts)
  return { out, kinds: Object.entries(counts).flatMap(([kind, n]) => (n ? [`${kind} ${n}`] : [])) }
}

describe('what is masked, and nothing else', () => {
  const cases: [string, string, ...`${RedactedKind} ${number}`[]][] = [
    ['身份证11010519491231002X。', '身份证＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊。', 'identity_number 1'],
    ['身份证110105194912310021', '身份证110105194912310021'],
    ['电话13800138000,传真', '电话＊＊＊＊＊＊＊＊＊＊＊,传真', 'mobile 1'],
    ['１３８００１３８０００', '＊＊＊＊＊＊＊＊＊＊＊', 'mobile 1'],
    ['138-0013-8000 139 0013 9000', '＊＊＊＊＊＊＊＊＊＊＊＊＊ ＊＊＊＊＊＊＊＊＊＊＊＊＊', 'mobile 2'],
    ['+86 13800138000', '+＊＊＊＊＊＊＊＊＊＊＊＊＊＊', 'mobile 1'],
    ['(0571)87654321', '(＊＊＊＊＊＊＊＊＊＊＊＊＊', 'landline 1'],
    ['010-12345678', '＊＊＊＊＊＊＊＊＊＊＊＊', 'landline 1'],
    ['联系电话:8765432', '联系电话:＊＊＊＊＊＊＊', 'landline 1'],
    ['卡号6222021234567890129', '卡号6222021234567890129'],
    ['卡号4111 1111 1111 1111', '卡号＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊', 'bank_card 1'],
    ['邮箱zfwz_2@example.gov.cn,', '邮箱＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊,', 'email 1'],
    ['网站标识码4407850001,2021年3月8日,热线12345', '网站标识码4407850001,2021年3月8日,热线12345'],
    ['检查网站1234567个,合格率97.5%,20210308', '检查网站1234567个,合格率97.5%,20210308'],
    ['@“恩平发布”微博', '@“恩平发布”微博'],
    ['联系人:张三,电话', '联系人:＊＊,电话', 'contact_name 1'],
    ['联系人张某联系方式', '联系人＊＊联系方式', 'contact_name 1'],
    ['责任人:李小四、欧阳明。', '责任人:＊＊＊、＊＊＊。', 'contact_name 2'],
    ['联系人：王五 13800138000', '联系人：＊＊ ＊＊＊＊＊＊＊＊＊＊＊', 'mobile 1', 'contact_name 1'],
    ['经办人 陈某某', '经办人 ＊＊＊', 'contact_name 1'],
    ['责任人:高新区,负责人:各单位,责任人员名单', '责任人:高新区,负责人:各单位,责任人员名单'],
    ['主要负责人高度重视,责任人未落实', '主要负责人高度重视,责任人未落实'],
    ['网站管理员张贴公告', '网站管理员张贴公告'],
    ['粤公网安备 44078502000001号', '粤公网安备 44078502000001号'],
  ]
  for (const [text, out, ...kinds] of cases) test(text, () => expect(masked(text)).toEqual({ out, kinds }))
})

test('every row of contacts.tsv does on its example what it is for, and nothing else does it', () => {
  const rows = kit.tables.contacts
  const wrong = rows.filter((row) => {
    const { kinds } = masked(row.example)
    const without = masked(row.example, compileContacts(rows.filter((r) => r !== row)))
    const asked = { number: ['landline 1'], office: [] as string[] }[row.kind as string] ?? ['contact_name 1']
    return JSON.stringify(kinds) !== JSON.stringify(asked) || without.kinds.length === kinds.length
  })
  expect(wrong.map((row) => `contacts.tsv:${row.line} ${row.word} «${row.example}»`)).toEqual([])
})

test('of 4,000 planted numbers and addresses all are gone, and every offset stays', () => {
  const left: string[] = []
  for (const { kind, text, secret } of planted(4000, 1)) {
    const out = redact(text, kit.contacts)
    expect(out).toHaveLength(text.length)
    if (out.includes(secret)) left.push(`${kind}: ${text}`)
  }
  expect(left).toEqual([])
})

test('masking keeps the length and is done when it is done', () => {
  const piece = fc.oneof(
    fc.constantFrom('138', '0013', '8000', '-', ' ', '@', '.cn', '电话', '(', ')', 'X', '１', '6222'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const out = redact(text, kit.contacts)
      expect(out).toHaveLength(text.length)
      expect(redact(out, kit.contacts)).toBe(out)
    }),
  )
})

test('a notice keeps its spans, and says what was masked', () => {
  const notice = extract(
    '关于2021年第一季度恩平市政府网站检查情况的通报\n市教育局网站公示中未遮挡手机号码13800138000。\n请于2021年6月8日前将整改情况报13900139000,邮箱a@b.cn。\n',
  )
  const hidden = redactNotice(notice, kit)
  expect(JSON.stringify(notice)).toMatch(/13800138000/)
  expect(JSON.stringify(hidden)).not.toMatch(/1[3-9]\d{9}|@b/)
  expect(hidden.normalization).toMatchObject({ redacted_mobile: 2, redacted_email: 1 })
  expect(hidden.text).toHaveLength(notice.text.length)
  const found = [...hidden.records, ...hidden.deadlines, ...hidden.metrics].flatMap((f) => f.evidence)
  expect(found.length).toBeGreaterThan(0)
  for (const e of found) expect(e.quote).toBe(hidden.text.slice(e.start, e.end))
  expect(redactNotice(hidden, kit)).toEqual(hidden)
})
