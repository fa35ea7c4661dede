import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Kit, loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-turns-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const read = (words: string, kit: Kit) =>
  extract(
    `岳阳市人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报\n\n各单位:\n现将有关情况通报如下。\n一、存在问题\n${words}。\n岳阳市人民政府办公室\n2021年4月12日\n`,
    { kit },
  )

const records = (words: string, kit: Kit) =>
  read(words, kit).records.map((r) => [r.unit, r.subject_name].filter(Boolean).join(' '))
const officially = (words: string, kit: Kit) => read(words, kit).records.map((r) => r.unit_name)
const changes = (words: string, kit: Kit) => read(words, kit).metrics.map((m) => m.change?.value ?? null)

describe("another region's word is a row", () => {
  const own = loadKit()
  const cases: [
    row: string,
    words: string,
    of: (words: string, kit: Kit) => unknown[],
    without: unknown[],
    with_: unknown[],
  ][] = [
    [
      'subjects.tsv word|>subject|>kind 雪球号|>other_media|>platform',
      '市教育局“岳阳教育”雪球号连续40天未更新',
      records,
      ['市教育局'],
      ['市教育局 岳阳教育'],
    ],
    [
      'phrases.tsv says|>word|>example opened|>捣鼓|>市教育局去年捣鼓“岳阳教育”',
      '市教育局去年捣鼓“岳阳教育”微信公众号,连续40天未更新',
      records,
      ['市教育局', '岳阳教育'],
      ['市教育局 岳阳教育'],
    ],
    [
      'phrases.tsv says|>word|>example answers|>包干|>包干单位:市水利局',
      '“通知公告”栏目半年未更新(包干单位:市水利局)',
      records,
      [],
      ['市水利局'],
    ],
    [
      'phrases.tsv says|>word|>example rises|>抬升|>较上季度抬升2个百分点',
      '网站合格率为95%,较上季度抬升2个百分点',
      changes,
      [null],
      [2],
    ],
    [
      'phrases.tsv says|>word|>example urges|>点醒|>经市民政局两次点醒仍未整改',
      '“通知公告”栏目经市民政局两次点醒仍半年未更新',
      records,
      ['市民政局'],
      [],
    ],
    [
      'phrases.tsv says|>word|>example organizes|>张罗|>市教育局张罗开展了检查',
      '“通知公告”栏目半年未更新,市教育局张罗人员作了检查',
      records,
      ['市教育局'],
      [],
    ],
    [
      'unit-suffixes.tsv suffix|>function|>expand 矿管办|>public_institution|>矿产管理办公室',
      '市赤山矿管办网站“通知公告”栏目半年未更新',
      officially,
      ['岳阳市赤山矿管办'],
      ['岳阳市赤山矿产管理办公室'],
    ],
    [
      'zones.tsv form|>short|>function|>alone 飞地园|>飞地园|>zone_committee|>yes',
      '飞地园网站“通知公告”栏目半年未更新',
      records,
      [],
      ['飞地园'],
    ],
  ]
  for (const [n, [row, words, of, without, with_]] of cases.entries())
    test(row.split(' ').slice(2).join(' '), () => {
      const folder = join(scratch, String(n))
      mkdirSync(folder)
      const [file, ...lines] = row.replaceAll('|>', '\t').split(' ')
      writeFileSync(join(folder, file!), lines.join('\n'))
      expect([of(words, own), of(words, loadKit(undefined, folder))]).toEqual([without, with_])
    })
})
