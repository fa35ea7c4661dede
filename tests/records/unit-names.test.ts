import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// Where the name of a body begins and ends, what it is in full, and which function it has: names of every shape, lists of every shape,
// cells, and words that only look like names.

const kit = loadKit('grammars/lexicon')
const rows = (name: string) =>
  readFileSync(`tests/records/${name}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

const notice = (place: string, problem: string, annex = '') =>
  extract(
    `${place}人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报

各有关单位:
现将有关情况通报如下。
二、存在问题
${problem === '' ? '' : `(一)日常运维。${problem}`}
三、工作要求
请各单位认真整改。
${place}人民政府办公室
2021年4月12日
${annex}`,
    { kit },
  ).records

const said = (records: ReturnType<typeof notice>) =>
  [
    ...new Set(
      records.map((r) =>
        [r.unit, r.unit_name, r.unit_function, r.subject_name].map((v) => v ?? '-').join('|'),
      ),
    ),
  ].sort()

const contexts: Record<string, (unit: string) => string> = {
  'in front of its site': (u) => `${u}网站出现错别字3处。`,
  'in front of what it does not do': (u) => `${u}长期不更新政务公开栏目。`,
  'last of a list': (u) => `信息更新不及时的有县司法局、${u}。`,
  'before its account': (u) => `${u}“清风之声”微信公众号超过两周未更新。`,
}

describe('names of every shape', () => {
  const names = rows('unit-names')
  test.each(Object.entries(contexts))('%s', (what, sentence) => {
    const differing = names.flatMap(([written, name, code]) => {
      if (written === '县司法局') return []
      const got = said(notice('平江县', sentence(written!)).filter((r) => r.unit !== '县司法局'))
      // In a list a body without «县» is the county's as well: only its name in full is asked for.
      const expected = `${written}|${name}|${code}|${what.includes('account') ? '清风之声' : '-'}`
      const same = what.includes('list')
        ? got.length === 1 && got[0]!.endsWith(`|${name}|${code}|-`)
        : got.length === 1 && got[0] === expected
      return same ? [] : [`${expected} ← ${got.join(' ')}`]
    })
    expect(differing).toEqual([])
  })
})

test('lists, brackets, accounts and items', () => {
  const differing = rows('unit-lists').flatMap(([place, sentence, ...expected]) => {
    const got = said(notice(place!, sentence!.replaceAll('⏎', '\n')))
    return got.join() === expected.join() ? [] : [`${sentence} → ${got.join(' ')} not ${expected.join(' ')}`]
  })
  expect(differing).toEqual([])
})

test('words that only look like names', () => {
  const told = rows('no-units').flatMap(([sentence]) => {
    const units = notice('平江县', sentence!).flatMap((r) =>
      r.unit === null || r.unit_name === null ? [] : [r.unit],
    )
    return units.length === 0 ? [] : [`${sentence} → ${units.join(' ')}`]
  })
  expect(told).toEqual([])
})

const cells: [cell: string, units: string[]][] = [
  ['县教育局', ['县教育局|平江县教育局|education|-']],
  ['教育局', ['教育局|平江县教育局|education|-']],
  ['县教育局 县卫健局', ['县卫健局|平江县卫生健康局|health|-', '县教育局|平江县教育局|education|-']],
  ['县教育局/县民政局', ['县教育局|平江县教育局|education|-', '县民政局|平江县民政局|civil_affairs|-']],
  [
    '县财政局县审计局县司法局',
    ['县司法局|平江县司法局|justice|-', '县审计局|平江县审计局|audit|-', '县财政局|平江县财政局|finance|-'],
  ],
  ['县教育局网站', ['县教育局|平江县教育局|education|-']],
  ['县教育局“平江教育”', ['县教育局|平江县教育局|education|平江教育']],
  ['县民政局“平江民政”微信公众号', ['县民政局|平江县民政局|civil_affairs|平江民政']],
  ['县乡村振兴局(原县扶贫办)', ['县乡村振兴局(原县扶贫办)|平江县乡村振兴局|rural_revitalization|-']],
  ['12345热线办', ['12345热线办|平江县12345热线办|public_institution|-']],
  ['国网平江县供电公司', ['国网平江县供电公司|国网平江县供电公司|state_enterprise|-']],
  ['中共平江县委宣传部', ['中共平江县委宣传部|平江县委宣传部|propaganda|-']],
  ['团县委', ['团县委|共青团平江县委员会|trade_union|-']],
  ['平江高新区', ['平江高新区|平江高新区管理委员会|zone_committee|-']],
  [
    '安定镇、加义镇卫生院',
    ['加义镇卫生院|平江县加义镇卫生院|hospital|-', '安定镇卫生院|平江县安定镇卫生院|hospital|-'],
  ],
]

describe('cells of a column of units', () => {
  test.each(cells)('%s', (cell, units) => {
    const annex = `\n附件:存在问题清单\n\n| 序号 | 责任单位 | 存在问题 |\n| 1 | ${cell} | 政务公开栏目超过半年未更新 |\n| 2 | 县统计局 | 有死链2条 |\n`
    expect(said(notice('平江县', '', annex).filter((r) => r.unit !== '县统计局'))).toEqual(units)
  })
})
