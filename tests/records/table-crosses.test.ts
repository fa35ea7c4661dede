import { describe, expect, test } from 'vitest'
import { layouts, type Meant } from './table-layouts.ts'
import { BLANK, HOME, LINKS, layoutAt, names, PINGJIANG, read, STALE, WORDING } from './table-reading.ts'

// Tables that nobody has seen: each layout with each way to name a holder, kinds of cells going round; each wording of a
// header, verdict and date in some layout. What a person reads of each is known, as the table is written from it.

interface Row {
  cells: Record<string, string>
  group?: string
  /** `unit|account or site|subject`, «-» for none. */
  told: string[]
}
const unit = (words: string, name: string, more: Partial<Row> = {}): Row => ({
  cells: { unit: words },
  told: [`${name}|-|website`],
  ...more,
})
const account = (owner: string, name: string, words: string, subject: string, platform = ''): Row => ({
  cells: {
    unit: owner.replace('岳阳', ''),
    account: words,
    platform,
  },
  told: [`${owner || '-'}|${name}|${subject}`],
})

const holders: [words: string, about: 'site' | 'media', columns: string[], rows: Row[]][] = [
  [
    'units in full',
    'site',
    ['unit'],
    [
      unit('岳阳市教育局', '岳阳市教育局'),
      unit('岳阳市水利局', '岳阳市水利局'),
      unit('平江县人民政府', PINGJIANG),
    ],
  ],
  [
    'units in short',
    'site',
    ['unit'],
    [
      unit('市人社局', '岳阳市人力资源和社会保障局'),
      unit('平江县', PINGJIANG),
      unit('教育局', '岳阳市教育局'),
    ],
  ],
  [
    'a unit that no table knows',
    'site',
    ['unit'],
    [
      unit('君山野生荷花世界', '君山野生荷花世界'),
      unit('市教育局', '岳阳市教育局'),
      unit('市水利局(市河长办)', '岳阳市水利局'),
    ],
  ],
  [
    'units with their sites',
    'site',
    ['unit'],
    [
      unit('市教育局网站', '岳阳市教育局'),
      unit('市水利局门户网站', '岳阳市水利局'),
      unit('平江县政府门户网站', PINGJIANG),
    ],
  ],
  [
    'two units in a cell',
    'site',
    ['unit'],
    [
      { cells: { unit: '市教育局、市水利局' }, told: ['岳阳市教育局|-|website', '岳阳市水利局|-|website'] },
      unit('市民政局', '岳阳市民政局'),
      unit('平江县人民政府', PINGJIANG),
    ],
  ],
  [
    'a column of sites',
    'site',
    ['unit', 'site'],
    [
      {
        cells: { unit: '市教育局', site: '岳阳市教育局网站' },
        told: ['岳阳市教育局|岳阳市教育局网站|website'],
      },
      { cells: { unit: '市水利局', site: '岳阳水利网' }, told: ['岳阳市水利局|岳阳水利网|website'] },
      { cells: { unit: '平江县人民政府', site: '中国平江' }, told: [`${PINGJIANG}|中国平江|website`] },
    ],
  ],
  [
    'sites alone',
    'site',
    ['site'],
    [
      { cells: { site: '岳阳市教育局网站' }, told: ['岳阳市教育局|岳阳市教育局网站|website'] },
      { cells: { site: '岳阳水利网' }, told: ['-|岳阳水利网|website'] },
      { cells: { site: '平江县人民政府门户网站' }, told: [`${PINGJIANG}|平江县人民政府门户网站|website`] },
    ],
  ],
  [
    'regions alone',
    'site',
    ['region'],
    ['平江县', '汨罗市', '华容县'].map((region) => ({
      cells: { region },
      told: [`岳阳市${region}人民政府|-|website`],
    })),
  ],
  [
    'a region says whose department',
    'site',
    ['region', 'unit'],
    [
      { cells: { region: '平江县', unit: '县教育局' }, told: ['平江县教育局|-|website'] },
      { cells: { region: '平江县', unit: '安定镇' }, told: ['平江县安定镇人民政府|-|website'] },
      { cells: { region: '汨罗市', unit: '市教育局' }, told: ['汨罗市教育局|-|website'] },
    ],
  ],
  [
    'groups',
    'site',
    ['unit'],
    [
      unit('平江县人民政府', PINGJIANG, { group: '一、县市区' }),
      unit('汨罗市人民政府', '岳阳市汨罗市人民政府', { group: '一、县市区' }),
      unit('市教育局', '岳阳市教育局', { group: '二、市直部门' }),
    ],
  ],
  [
    'groups that say whose',
    'site',
    ['unit'],
    [
      unit('县教育局', '平江县教育局', { group: '平江县' }),
      unit('县水利局', '平江县水利局', { group: '平江县' }),
      unit('市教育局', '汨罗市教育局', { group: '汨罗市' }),
    ],
  ],
  [
    'accounts',
    'media',
    ['unit', 'account'],
    [
      account('岳阳市教育局', '岳阳教育', '岳阳教育', 'new_media'),
      account('岳阳市水利局', '水润岳阳', '“水润岳阳”', 'new_media'),
      account('岳阳市民政局', '岳阳民政', '岳阳民政', 'new_media'),
    ],
  ],
  [
    'accounts with their platforms',
    'media',
    ['unit', 'account', 'platform'],
    [
      account('岳阳市教育局', '岳阳教育', '岳阳教育', 'wechat', '微信公众号'),
      account('岳阳市水利局', '水润岳阳', '水润岳阳', 'weibo', '新浪微博'),
      account('岳阳市民政局', '岳阳民政', '岳阳民政', 'douyin', '抖音'),
    ],
  ],
  [
    'platforms first',
    'media',
    ['platform', 'account', 'unit'],
    [
      account('岳阳市教育局', '岳阳教育', '岳阳教育', 'wechat', '微信'),
      account('岳阳市水利局', '水润岳阳', '水润岳阳', 'weibo', '微博'),
      account('岳阳市民政局', '岳阳民政', '岳阳民政', 'douyin', '抖音号'),
    ],
  ],
  [
    'a platform beside the name',
    'media',
    ['unit', 'account'],
    [
      account('岳阳市教育局', '岳阳教育', '岳阳教育(微信公众号)', 'wechat'),
      account('岳阳市水利局', '水润岳阳', '“水润岳阳”微博', 'weibo'),
      account('岳阳市民政局', '岳阳民政', '抖音:岳阳民政', 'douyin'),
    ],
  ],
  [
    'two accounts in a cell',
    'media',
    ['unit', 'account'],
    [
      {
        cells: { unit: '市教育局', account: '“岳阳教育”微信公众号、“岳阳教育”微博' },
        told: ['岳阳市教育局|岳阳教育|wechat', '岳阳市教育局|岳阳教育|weibo'],
      },
      account('岳阳市水利局', '水润岳阳', '“水润岳阳”微博', 'weibo'),
      account('岳阳市民政局', '岳阳民政', '微信公众号“岳阳民政”', 'wechat'),
    ],
  ],
  [
    'accounts of nobody',
    'media',
    ['account', 'platform'],
    [
      account('', '岳阳教育', '岳阳教育', 'wechat', '微信公众号'),
      account('', '水润岳阳', '水润岳阳', 'weibo', '微博'),
      account('', '平江在线', '平江在线', 'douyin', '抖音'),
    ],
  ],
]

type Cell = [words: string, categories: string[]]
const kinds: Record<string, { site: Cell[]; media: Cell[] }> = {
  'one problem': {
    site: [
      ['首页超过两周未更新', [HOME]],
      ['“通知公告”栏目长期未更新', ['update.column']],
      ['出现错别字3处', [WORDING]],
    ],
    media: [
      ['超过14天未更新', [STALE]],
      ['未按要求备案', ['media.unregistered']],
      ['出现错别字3处', [WORDING]],
    ],
  },
  numbered: {
    site: [
      ['1.首页超过两周未更新;2.错别字3处', [HOME, WORDING]],
      ['1、空白栏目2个。2、死链5个。', [BLANK, LINKS]],
      ['(1)错别字3处;(2)死链5个', [WORDING, LINKS]],
    ],
    media: [
      ['1.超过14天未更新;2.出现错别字3处', [STALE, WORDING]],
      ['1、未按要求备案。2、出现错别字3处。', ['media.unregistered', WORDING]],
      ['(1)超过14天未更新;(2)未回复网民留言', [STALE, 'interaction.no_reply']],
    ],
  },
  'line by line': {
    site: [
      ['1.首页超过两周未更新\n2.错别字3处', [HOME, WORDING]],
      ['①空白栏目2个\n②死链5个', [BLANK, LINKS]],
      ['错别字3处;\n死链5个', [WORDING, LINKS]],
    ],
    media: [
      ['1.超过14天未更新\n2.出现错别字3处', [STALE, WORDING]],
      ['①超过14天未更新\n②未回复网民留言', [STALE, 'interaction.no_reply']],
      ['未按要求备案;\n出现错别字3处', ['media.unregistered', WORDING]],
    ],
  },
  'parted by 、': {
    site: [
      ['首页不更新、错别字3处', [HOME, WORDING]],
      ['空白栏目、死链', [BLANK, LINKS]],
      ['错别字3处;死链5个', [WORDING, LINKS]],
    ],
    media: [
      ['长期未更新、错别字3处', [STALE, WORDING]],
      ['未备案、错别字3处', ['media.unregistered', WORDING]],
      ['长期未更新、未回复网民留言', [STALE, 'interaction.no_reply']],
    ],
  },
  'where it is': {
    site: [
      ['首页>政务公开>通知公告栏目超过6个月未更新', ['update.column']],
      ['政务公开-政策文件:栏目长期未更新', ['update.column']],
      ['错别字3处(http://www.yueyang.gov.cn/web/c1.htm)', [WORDING]],
    ],
    media: [
      ['“办事服务”菜单无法打开', ['media.function']],
      ['出现错别字(https://mp.weixin.qq.com/s/abc123)', [WORDING]],
      ['2021年3月2日文章出现错别字', [WORDING]],
    ],
  },
  'more than the problem': {
    site: [
      ['错别字3处,扣3分', [WORDING]],
      ['单项否决:首页超过两周未更新', [HOME]],
      ['死链5个(-2分),未发现空白栏目', [LINKS]],
    ],
    media: [
      ['错别字3处,扣3分', [WORDING]],
      ['超过14天未更新(单项否决)', [STALE]],
      ['将“部署”误写为“布署”', [WORDING]],
    ],
  },
}

const HEADS: Record<string, string> = {
  serial: '序号',
  unit: '责任单位',
  site: '网站名称',
  account: '账号名称',
  platform: '平台',
  region: '地区',
  problem: '存在问题',
  verdict: '检查结果',
  deadline: '整改时限',
}

/** The table of these holders and cells, and what it tells: `unit|name|subject|category`, with what `more` columns say. */
function tableOf(
  [, about, columns, rows]: (typeof holders)[number],
  cells: readonly Cell[],
  heads: Record<string, string> = {},
  more: { column: string; cells: readonly [words: string, read: string][] }[] = [],
): { table: Meant; told: string[] } {
  const keys = ['serial', ...columns, 'problem', ...more.map((m) => m.column)]
  const told: string[] = []
  const written = rows.map((r, k) => {
    const [problem, categories] = cells[k % cells.length]!
    const also = more.map((m) => m.cells[k % m.cells.length]!)
    for (const who of r.told)
      for (const category of categories) told.push([who, category, ...also.map(([, read]) => read)].join('|'))
    const words: Record<string, string> = { serial: `${k + 1}`, problem, ...r.cells }
    for (const [n, m] of more.entries()) words[m.column] = also[n]![0]
    return { ...(r.group && { group: r.group }), cells: keys.map((key) => words[key] ?? '') }
  })
  const table = {
    title: about === 'media' ? '政务新媒体检查发现问题清单' : '政府网站检查发现问题清单',
    head: keys.map((key) => heads[key] ?? HEADS[key]!),
    rows: written,
    ...(written.some((r) => r.group) ? {} : { note: '注:检查时间为2021年3月1日至31日。' }),
  }
  return { table, told: told.sort() }
}

const inShort = holders[1]!
const inPlatforms = holders[12]!
const ONE = kinds['one problem']!

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

const BAD = 'unqualified'
const GOOD = 'qualified'
const verdicts: [head: string, cells: [string, string][]][] = [
  [
    '检查结果',
    [
      ['不合格', BAD],
      ['合格', GOOD],
      ['不合格(单项否决)', BAD],
    ],
  ],
  [
    '是否合格',
    [
      ['否', BAD],
      ['是', GOOD],
      ['否', BAD],
    ],
  ],
  [
    '是否达标',
    [
      ['×', BAD],
      ['√', GOOD],
      ['×', BAD],
    ],
  ],
  [
    '检查结论',
    [
      ['不通过', BAD],
      ['通过', GOOD],
      ['未通过', BAD],
    ],
  ],
  [
    '合格/不合格',
    [
      ['未达标', BAD],
      ['达标', GOOD],
      ['单项否决', BAD],
    ],
  ],
  [
    '综合评价',
    [
      ['良好', '-'],
      ['不合格', BAD],
      ['一般', '-'],
    ],
  ],
]
test.each(verdicts.map(([head, cells], k) => [head, cells, k] as const))(
  'a verdict under «%s»',
  (head, cells, k) => {
    const { table, told } = tableOf(inShort, ONE.site, { verdict: head }, [{ column: 'verdict', cells }])
    for (const n of [k, k + 6, k + 12]) expect(read(layoutAt(n), table, ['verdict'])).toEqual(told)
  },
)

const dates: [head: string, cells: [string, string][]][] = [
  [
    '整改时限',
    [
      ['2021年5月20日前', '2021-05-20'],
      ['5月25日', '2021-05-25'],
      ['5月底前', '2021-05-31'],
    ],
  ],
  [
    '完成时限',
    [
      ['2021.5.20', '2021-05-20'],
      ['2021-05-25', '2021-05-25'],
      ['2021/5/31', '2021-05-31'],
    ],
  ],
  [
    '整改截止日期',
    [
      ['5.20', '2021-05-20'],
      ['5.25', '2021-05-25'],
      ['5.31', '2021-05-31'],
    ],
  ],
  [
    '要求完成时间',
    [
      ['立即整改', '-'],
      ['已整改', '-'],
      ['5月31日前', '2021-05-31'],
    ],
  ],
  [
    '时限要求',
    [
      ['通报印发之日起5个工作日内', '2021-04-19'],
      ['5月25日前', '2021-05-25'],
      ['已完成整改', '-'],
    ],
  ],
]
test.each(dates.map(([head, cells], k) => [head, cells, k] as const))(
  'a date under «%s»',
  (head, cells, k) => {
    const { table, told } = tableOf(inShort, ONE.site, { deadline: head }, [{ column: 'deadline', cells }])
    for (const n of [k * 3, k * 3 + 8]) expect(read(layoutAt(n), table, ['deadline'])).toEqual(told)
  },
)
