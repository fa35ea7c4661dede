import type { Meant } from './table-layouts.ts'
import { BLANK, HOME, LINKS, PINGJIANG, STALE, WORDING } from './table-reading.ts'

/** What tables of the crosses are made of: ways to name a holder, kinds of cells, and what a person reads of each. */

export interface Row {
  cells: Record<string, string>
  group?: string
  /** `unit|account or site|subject`, «-» for none. */
  told: string[]
}
export const unit = (words: string, name: string, more: Partial<Row> = {}): Row => ({
  cells: { unit: words },
  told: [`${name}|-|website`],
  ...more,
})
export const account = (owner: string, name: string, words: string, subject: string, platform = ''): Row => ({
  cells: {
    unit: owner.replace('岳阳', ''),
    account: words,
    platform,
  },
  told: [`${owner || '-'}|${name}|${subject}`],
})

export const holders: [words: string, about: 'site' | 'media', columns: string[], rows: Row[]][] = [
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

export type Cell = [words: string, categories: string[]]
export const kinds: Record<string, { site: Cell[]; media: Cell[] }> = {
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

export const HEADS: Record<string, string> = {
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
export function tableOf(
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

export const inShort = holders[1]!
export const inPlatforms = holders[12]!
export const ONE = kinds['one problem']!
