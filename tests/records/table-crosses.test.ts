import { describe, expect, test } from 'vitest'
import { layouts } from './table-layouts.ts'
import { holders, inPlatforms, inShort, kinds, ONE, tableOf } from './table-parts.ts'
import { layoutAt, names, read } from './table-reading.ts'

// Tables that nobody has seen: each layout with each way to name a holder, kinds of cells going round; each wording of a
// header in some layout. What a person reads of each is known, as the table is written from it.

describe.each(names)('%s', (name) => {
  test.each(holders)('%s', (...set) => {
    const some = Object.entries(kinds).filter(
      ([, kind], k) => kind === ONE || (names.indexOf(name) + k) % 3 === 0,
    )
    const cases = some.map(([kind, cells]) => [kind, tableOf(set, cells[set[1]])] as const)
    expect(Object.fromEntries(cases.map(([kind, { table }]) => [kind, read(layouts[name]!, table)]))).toEqual(
      Object.fromEntries(cases.map(([kind, { told }]) => [kind, told])),
    )
  })
})

describe('a cell that tells of no problem', () => {
  const cells = [
    '无',
    '',
    '/',
    '—',
    '--',
    '合格',
    '正常',
    '良好',
    '通过',
    '暂无',
    '0',
    'N/A',
    '(无)',
    '不涉及',
    '无异常',
    '未发现问题',
    '未发现明显问题',
    '暂未发现问题。',
    '没有问题',
    '不存在问题',
    '无突出问题',
    '未见异常',
    '运行正常',
    '检查合格',
    '各项指标均合格',
    '符合标准',
    '内容更新及时',
    '更新及时,无错别字',
    '未发现单项否决问题',
  ]
  test.each(cells.map((words, k) => [words, k] as const))('«%s»', (words, k) => {
    for (const set of [inShort, inPlatforms]) {
      const [first, , last] = ONE[set[1]]
      const { table, told } = tableOf(set, [first!, [words, []], last!])
      expect(read(layoutAt(k), table)).toEqual(told)
    }
  })
})

const heads: Record<string, string[]> = {
  unit: [
    '单位',
    '单位名称',
    '主管单位',
    '被检查单位',
    '受检单位',
    '所属单位',
    '单位(部门)',
    '部门名称',
    '网站主办单位',
    '运营单位',
    '整改责任单位',
    '抽查单位',
    '承办部门',
    '单位简称',
    '责任主体',
    '存在问题单位',
    '县市区、部门',
    '受检对象',
  ],
  site: [
    '站点名称',
    '网站',
    '政府网站名称',
    '网站(频道)名称',
    '抽查网站',
    '被检查网站',
    '检查网站',
    '网站全称',
    '政府网站',
  ],
  account: [
    '新媒体名称',
    '公众号名称',
    '政务新媒体名称',
    '帐号',
    '账户名称',
    '抽查账号',
    '政务新媒体账号',
    '微信号名称',
    '被检查账号',
    '问题账号',
    '平台账号名称',
    '媒体账号',
    '认证名称',
  ],
  platform: [
    '类型',
    '账号类型',
    '新媒体类型',
    '所属平台',
    '类别',
    '平台名称',
    '媒介类型',
    '发布平台',
    '载体',
    '账号平台',
    '属性',
    '分类',
    '账号分类',
    '新媒体平台',
  ],
  problem: [
    '问题描述',
    '主要问题',
    '具体问题',
    '发现问题',
    '不合格原因',
    '扣分原因',
    '问题',
    '检查发现的问题',
    '检查情况',
    '抽查情况',
    '问题简述',
    '扣分说明',
    '存在问题及扣分情况',
    '监测情况',
    '违规情况',
    '通报事项',
    '主要失分项',
    '问题点',
    '整改内容',
    '整改事项',
    '问题与不足',
    '存在短板',
    '问题备注',
    '巡查情况',
    '检查记录',
    '情况',
    '具体内容',
    '扣分依据',
    '存在的不足',
    '反馈问题',
    '未达标事项',
    '核查情况',
    '不合格表现',
    '扣分详情',
    '问题明细',
    '错误内容',
  ],
  region: [
    '县市区',
    '县(市、区)',
    '区县',
    '所属地区',
    '行政区',
    '区划',
    '所属县市区',
    '所在地',
    '县区名称',
    '区域',
    '地市',
    '所属区县',
    '所在县区',
  ],
}
const holdersFor: Record<string, (typeof holders)[number]> = {
  unit: inShort,
  problem: inShort,
  site: holders[5]!,
  region: holders[8]!,
  account: inPlatforms,
  platform: inPlatforms,
}

describe.each(Object.entries(heads))('a header for %s', (column, wordings) => {
  test.each(wordings.map((words, k) => [words, k] as const))('«%s»', (words, k) => {
    const set = holdersFor[column]!
    const { table, told } = tableOf(set, ONE[set[1]], { [column]: words })
    for (const n of [k * 2, k * 2 + 9]) expect(read(layoutAt(n), table)).toEqual(told)
  })
})

// What nobody has seen a header say: the cells tell which column is whose.
describe.each([
  ['problem', ['检查所见', '查出的毛病', '情形', '现场记录', '核实结论', '需整改之处', '问题在哪里']],
  ['unit', ['哪个单位', '网站归属', '开设机构', '牵头科局', '运维责任方', '谁主办']],
  ['site', ['点位', '核查的阵地', '对象全称', '被查的那个']],
])('a header for %s that nobody knows', (column, wordings) => {
  const set = holders.find(([words]) => words === 'a column of sites')!
  test.each(wordings)('«%s»', (words) => {
    const { table, told } = tableOf(set, ONE[set[1]], { [column]: words })
    const found = Object.fromEntries(names.map((name) => [name, read(layouts[name]!, table)]))
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, told])))
  })
})
