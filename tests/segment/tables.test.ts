import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { splitLines } from '../../src/segment/line.ts'
import { findTables } from '../../src/segment/tables/find-tables.ts'

const kit = loadKit('grammars/lexicon')
const grids = (text: string) =>
  findTables(text, splitLines(text), kit).grids.map((g) => ({
    columns: g.columns.map((c) => c.text),
    rows: g.rows.map((r) => r.map((c) => c.text)),
    groups: g.groups.map((c) => c?.text ?? ''),
  }))
const cells = (...lines: string[]) => lines.join('\n\n')

describe('flattened tables reach one grid', () => {
  test('T1: pipes, a title row, group rows and a continued serial', () => {
    const text =
      '附件2: | |||\n账号清单 | |||\n一、未备案的账号(2个) | |||\n序号 | 单位名称 | 账号名称 | 类型 |\n1 | 县公安局 | 平安云溪 | 微信 |\n2 | 县司法局 | 云溪普法 | 微博 |\n二、未更新的账号(1个) | |||\n3 | 县林业局 | 云溪林业 | 微信 |'
    const [grid] = grids(text)
    expect(grid).toEqual({
      columns: ['序号', '单位名称', '账号名称', '类型'],
      rows: [
        ['1', '县公安局', '平安云溪', '微信'],
        ['2', '县司法局', '云溪普法', '微博'],
        ['3', '县林业局', '云溪林业', '微信'],
      ],
      groups: ['一、未备案的账号(2个)', '一、未备案的账号(2个)', '二、未更新的账号(1个)'],
    })
  })

  test('T1: Markdown rules are no rows', () => {
    expect(
      grids('| 序号 | 单位 | 存在问题 |\n| --- | --- | --- |\n| 1 | 市水利局 | 空白栏目 |')[0]!.rows,
    ).toEqual([['1', '市水利局', '空白栏目']])
  })

  test('T2: one cell a line with a pipe at its end', () => {
    expect(
      grids('序号 |\n单位 |\n存在问题 |\n1 |\n市甲局 |\n错别字 |\n2 |\n市乙局 |\n空白栏目 |')[0]!.rows,
    ).toEqual([
      ['1', '市甲局', '错别字'],
      ['2', '市乙局', '空白栏目'],
    ])
  })

  test('T3: a cell with two problems belongs to its row', () => {
    expect(
      grids(
        cells(
          '序号',
          '主管单位',
          '存在问题',
          '1',
          '市甲局',
          '信息更新不及时',
          '互动回应差',
          '2',
          '市乙局',
          '错别字',
        ),
      )[0]!.rows,
    ).toEqual([
      ['1', '市甲局', '信息更新不及时\n互动回应差'],
      ['2', '市乙局', '错别字'],
    ])
  })

  test('T3: no serial column, platforms and dates tell the columns', () => {
    expect(
      grids(
        '账号名称\n平台\n主管单位\n最后更新时间\n云溪教育\n微信公众号\n县教育局\n2023-02-27\n云溪水务\n抖音\n县水务局\n2022-11-15',
      )[0]!.rows,
    ).toEqual([
      ['云溪教育', '微信公众号', '县教育局', '2023-02-27'],
      ['云溪水务', '抖音', '县水务局', '2022-11-15'],
    ])
  })

  test('T3: a merged unit in front of the serial is filled down', () => {
    const [grid] = grids(
      cells(
        '责任单位',
        '序号',
        '栏目名称',
        '问题描述',
        '市教育局',
        '1',
        '“招生”栏目',
        '未更新',
        '2',
        '“云溪教育”微信公众号',
        '连续46天未更新',
        '市水务局',
        '3',
        '“河长制”栏目',
        '无任何信息',
      ),
    )
    expect(grid!.rows.map((r) => r[0])).toEqual(['市教育局', '市教育局', '市水务局'])
    expect(grid!.rows.map((r) => r[1])).toEqual(['1', '2', '3'])
  })

  test('T3: an empty cell that was dropped stays empty', () => {
    expect(
      grids(
        cells(
          '序号',
          '单位',
          '首页网址',
          '结果',
          '存在问题',
          '1',
          '市甲局',
          'http://a.gov.cn/',
          '不合格',
          '空白栏目',
          '2',
          '市乙局',
          '不合格',
          '错别字',
        ),
      )[0]!.rows[1],
    ).toEqual(['2', '市乙局', '', '不合格', '错别字'])
  })

  test('T5: column after column, the serial glued to the first', () => {
    const [grid] = grids('1云溪市\n2青禾市\n网站名称\n云溪网\n青禾网\n存在问题\n错别字\n空白栏目')
    expect(grid!.rows).toEqual([
      ['云溪市', '云溪网', '错别字'],
      ['青禾市', '青禾网', '空白栏目'],
    ])
  })

  test('tabs', () => {
    expect(grids('序号\t单位\t存在问题\n1\t市甲局\t错别字\n2\t市乙局\t空白栏目')[0]!.rows).toEqual([
      ['1', '市甲局', '错别字'],
      ['2', '市乙局', '空白栏目'],
    ])
  })

  test('tabs, with the places whose rows come next', () => {
    const [grid] = grids(
      '序号\t主办单位\t账号名称\t存在问题\n一、青禾县\n1\t县教育局\t青禾教育\t停更\n二、云溪县\n2\t县水务局\t云溪水务\t错别字\n序号\t主办单位\t账号名称\t存在问题\n3\t县民政局\t云溪民政\t无',
    )
    expect(grid!.rows.map((row) => row[0])).toEqual(['1', '2', '3'])
  })

  test('a blank line is an empty cell where the headers stand line by line', () => {
    expect(
      grids(
        '序号\n责任单位\n网站名称\n存在问题\n整改时限\n备注\n1\n市商务局\n青禾商务\n首页超过两周没有更新\n1月10日\n\n2\n河西管委会\n\n空白栏目8个\n1月10日\n已约谈\n3\n市医保局\n\n页面底部缺少标识码\n1月23日\n新建',
      )[0]!.rows,
    ).toEqual([
      ['1', '市商务局', '青禾商务', '首页超过两周没有更新', '1月10日', ''],
      ['2', '河西管委会', '', '空白栏目8个', '1月10日', '已约谈'],
      ['3', '市医保局', '', '页面底部缺少标识码', '1月23日', '新建'],
    ])
  })

  test('what stands under a note or a wide gap is no row', () => {
    expect(
      grids('序号\n\n单位\n\n存在问题\n\n1\n\n市甲局\n\n错别字\n\n注:检查时间为6月\n\n云溪政务')[0]!.rows,
    ).toHaveLength(1)
    expect(
      grids('序号\n\n单位\n\n存在问题\n\n1\n\n市甲局\n\n错别字\n\n\n云溪政务\n微信公众号')[0]!.rows,
    ).toHaveLength(1)
  })

  test('headings and prose are no table', () => {
    expect(
      grids('一、存在的主要问题\n(一)政府网站方面存在的问题\n一是更新不及时。\n二是功能不健全。'),
    ).toEqual([])
  })

  test('T2: rows that blank lines tell end where the prose begins', () => {
    const text = [
      '指标名称\n评判标准\n自查结果',
      '站点无法访问\n监测1周,超过15秒打不开的次数累计占比超过5%\n未发现',
      '首页不更新\n监测时间点前2周内首页无信息更新\n未发现',
      '二、自查发现的问题',
      '1.更新不平衡。市甲局子页面“工作动态”9月以后就没动过。',
      '2.链接有坏的。首页“友情链接”中2个链接打不开。',
    ].join('\n\n')
    const [grid] = grids(text)
    expect(grid?.columns).toEqual(['指标名称', '评判标准', '自查结果'])
    expect(grid?.rows.map((r) => r[0])).toEqual(['站点无法访问', '首页不更新'])
  })

  test.each([
    ['one line after the other', '\n'],
    ['a blank line between', '\n\n'],
  ])('T2: headers that nobody knows, told by what every n-th line is: %s', (_, between) => {
    const rows = [
      ['水墨汀溪', '微信公众号', '汀溪乡人民政府', '19天没动静', '2021-03-06'],
      ['红色云岭', '抖音号', '云岭镇人民政府', '评论关着', '2021-03-24'],
      ['甲县水利', '微博', '县水利局', '停更', '2020-11-17'],
      ['琴溪民宿', '抖音号', '琴溪镇人民政府', '注销不彻底', '2020-12-08'],
    ]
    const [grid] = grids(
      [['叫什么', '在哪里', '谁在管', '查到什么', '末次发布'], ...rows, ['打印本页']].flat().join(between),
    )
    expect(grid?.columns).toEqual(['叫什么', '在哪里', '谁在管', '查到什么', '末次发布'])
    expect(grid?.rows).toEqual(rows)
  })

  const T8 = [
    ['1', '市水利局', '云溪水利', '微信公众号', '超过两周未更新'],
    ['2', '市体育局', '云溪体育', '微博', '未提供有效互动功能'],
    ['3', '青禾镇', '青禾镇发布', '抖音', '严重表述错误'],
  ]
  test.each<[what: string, text: string, rows: string[][]]>([
    [
      'headers and cells broken where the line was full',
      '序\n号 主办单位 账号名称 平台\n不合格\n原因\n1 市水利局 云溪水利 微信公众号 超过两周未更\n新\n2 市体育局 云溪体育 微博 未提供有效互动\n功能\n3 青禾镇 青禾镇发布 抖音 严重表述错误\n注:截至3月底。',
      T8,
    ],
    [
      'a row broken in its middle',
      '序\n号 主办单位 账号名称 平台 不合格原因\n1 市水\n利局 云溪水利 微信公众号 超过两周未更新\n2 市体育局 云溪体育 微博 未提供有效互动功能\n3 青禾镇 青禾镇发布 抖音 严重表述错误',
      T8,
    ],
    [
      'one character of a cell left over',
      '序号 主办单位 账号名称 平台 不合格原因\n1 市水利局 云溪水利 微信公众号 超过两周未更\n新\n2 市体育局 云溪体育 微博 未提供有效互动功能\n3 青禾镇 青禾镇发布 抖音 严重表述错误',
      T8,
    ],
    [
      'numbered lines under broken words that are no headers',
      '要\n闻 今日看点 视频 图集\n1 市水利局 开会\n2 市体育局 比赛',
      [],
    ],
  ])('T8: %s', (_, text, rows) => {
    const [grid] = grids(text)
    expect(grid?.rows ?? []).toEqual(rows)
    if (grid) expect(grid.columns).toEqual(['序号', '主办单位', '账号名称', '平台', '不合格原因'])
  })

  test('no table: short lines that keep no order', () => {
    expect(
      grids(
        [
          '县内要闻',
          '部门动态',
          '县水利局',
          '2021-03-06',
          '微信',
          '县教育局',
          '乡镇快讯',
          '2021-03-07',
          '县文旅局',
          '微博',
          '公示公告',
          '图片',
        ].join('\n'),
      ),
    ).toEqual([])
  })
})

const shapes: [what: string, text: string, columns: string[], rows: string[][]][] = [
  [
    'T4: a pipe in front of every cell, two behind a row',
    '|\n地区\n|\n受理数\n|\n办结率\n||\n|\n甲市\n|\n212\n|\n100%\n||\n|\n乙市\n|\n|\n98.6%\n||',
    ['地区', '受理数', '办结率'],
    [
      ['甲市', '212', '100%'],
      ['乙市', '', '98.6%'],
    ],
  ],
  [
    'a title of words that a header has stands over the serial',
    '监测问题明细\n序号\n单位\n问题描述\n1\n市甲局\n错别字3处\n2\n市乙局\n空白栏目2个',
    ['序号', '单位', '问题描述'],
    [
      ['1', '市甲局', '错别字3处'],
      ['2', '市乙局', '空白栏目2个'],
    ],
  ],
  [
    'two headers in a row that nobody knows',
    '账号\n在哪个平台\n谁在管\n查到什么\n末次发布\n云溪水务\n微博\n市水务局\n停更21天\n2021-03-06\n云溪教育\n微信公众号\n市教育局\n停更31天\n2021-02-20',
    ['账号', '在哪个平台', '谁在管', '查到什么', '末次发布'],
    [
      ['云溪水务', '微博', '市水务局', '停更21天', '2021-03-06'],
      ['云溪教育', '微信公众号', '市教育局', '停更31天', '2021-02-20'],
    ],
  ],
  [
    'cards of pairs',
    '网站名称 | 甲网 | 主办单位 | 市甲局\n检查结果 | 不合格\n存在问题 | 错别字3处\n网站名称 | 乙网 | 主办单位 | 市乙局\n存在问题 | 空白栏目2个',
    ['网站名称', '主办单位', '检查结果', '存在问题'],
    [
      ['甲网', '市甲局', '不合格', '错别字3处'],
      ['乙网', '市乙局', '', '空白栏目2个'],
    ],
  ],
  [
    'T4: one pipe behind a row',
    '|\n名次\n|\n县区\n|\n得分\n|\n|\n1\n|\n甲县\n|\n96.5\n|\n|\n2\n|\n乙县\n|\n|',
    ['名次', '县区', '得分'],
    [
      ['1', '甲县', '96.5'],
      ['2', '乙县', ''],
    ],
  ],
  [
    'T6: which digits are which figure the rate tells; where two readings are left, what both say',
    '序号地区抽查数不合格数合格率1甲市39294.9%2乙市27196.3%3丙市680100%',
    ['序号', '地区', '抽查数', '不合格数', '合格率'],
    [
      ['1', '甲市', '39', '2', '94.9%'],
      ['2', '乙市', '27', '1', '96.3%'],
      ['3', '丙市', '68', '0', '100%'],
    ],
  ],
  [
    'a header that a page has again',
    '序号\n单位\n存在问题\n1\n市甲局\n错别字3处\n序号\n单位\n存在问题\n2\n市乙局\n空白栏目2个',
    ['序号', '单位', '存在问题'],
    [
      ['1', '市甲局', '错别字3处'],
      ['2', '市乙局', '空白栏目2个'],
    ],
  ],
  [
    'T5: a cell with the word of a header, and a serial by itself',
    '序号\n1\n2\n3\n主办单位\n市甲局\n市乙局\n市丙局\n突出问题\n首页不更新\n未提供咨询建言渠道\n空白栏目6个',
    ['序号', '主办单位', '突出问题'],
    [
      ['1', '市甲局', '首页不更新'],
      ['2', '市乙局', '未提供咨询建言渠道'],
      ['3', '市丙局', '空白栏目6个'],
    ],
  ],
  [
    'a table in one line, under its title and in front of a note, with a number left out',
    '失效链接清单 序号 单位 所在页面 检测结果 1 市甲局 首页 无法打开 2 市乙局 下载中心 附件无法下载 4 市丙局 办事服务中心 404错误 5 市丁局 友情链接 域名已过期 注:检测时间为6月22日。',
    ['序号', '单位', '所在页面', '检测结果'],
    [
      ['1', '市甲局', '首页', '无法打开'],
      ['2', '市乙局', '下载中心', '附件无法下载'],
      ['4', '市丙局', '办事服务中心', '404错误'],
      ['5', '市丁局', '友情链接', '域名已过期'],
    ],
  ],
  [
    'a fault that begins with 联系电话 or 附件 ends no table',
    '序号\n单位\n存在问题\n1\n市甲局\n联系电话错误\n2\n市乙局\n附件无法下载\n3\n市丙局\n错别字',
    ['序号', '单位', '存在问题'],
    [
      ['1', '市甲局', '联系电话错误'],
      ['2', '市乙局', '附件无法下载'],
      ['3', '市丙局', '错别字'],
    ],
  ],
  [
    'a table in one line',
    '序号 单位 失效链接 问题描述 1 市甲局 http://www.jia.gov.cn/a 返回404 2 市乙局 http://www.yi.gov.cn/b 图片无法显示 3 市丙局 http://www.bing.gov.cn/c 返回404',
    ['序号', '单位', '失效链接', '问题描述'],
    [
      ['1', '市甲局', 'http://www.jia.gov.cn/a', '返回404'],
      ['2', '市乙局', 'http://www.yi.gov.cn/b', '图片无法显示'],
      ['3', '市丙局', 'http://www.bing.gov.cn/c', '返回404'],
    ],
  ],
  [
    'T5: a total without a serial',
    '序号地区\n1甲市\n2乙市\n合计\n抽查数\n28\n20\n48\n不合格数\n1\n0\n1',
    ['序号', '地区', '抽查数', '不合格数'],
    [
      ['1', '甲市', '28', '1'],
      ['2', '乙市', '20', '0'],
      ['', '合计', '48', '1'],
    ],
  ],
  [
    'headers broken over two lines',
    '序号\n责任单位\n存在问题\n整改\n时限\n1\n市甲局\n1.栏目空白;\n2.附件《2021年方案》打不开\n7月9日\n2\n市乙局\n错别字3处\n7月6日',
    ['序号', '责任单位', '存在问题', '整改时限'],
    [
      ['1', '市甲局', '1.栏目空白;\n2.附件《2021年方案》打不开', '7月9日'],
      ['2', '市乙局', '错别字3处', '7月6日'],
    ],
  ],
  [
    'two headers are two columns, though together they would be one',
    '序号\n单位\n账号\n类型\n1\n市甲局\n甲局发布\n微博\n2\n市乙局\n乙局发布\n抖音\n3\n市丙局\n丙局发布\n微信',
    ['序号', '单位', '账号', '类型'],
    [
      ['1', '市甲局', '甲局发布', '微博'],
      ['2', '市乙局', '乙局发布', '抖音'],
      ['3', '市丙局', '丙局发布', '微信'],
    ],
  ],
  [
    'two rows of headers, one behind the other',
    '序号\n单位\n政府网站\n政务新媒体\n检查数\n不合格数\n检查数\n不合格数\n合格率\n1\n市甲局\n12\n0\n18\n1\n94.4%\n2\n市乙局\n14\n1\n22\n0\n100%',
    [
      '序号',
      '单位',
      '政府网站/检查数',
      '政府网站/不合格数',
      '政务新媒体/检查数',
      '政务新媒体/不合格数',
      '政务新媒体/合格率',
    ],
    [
      ['1', '市甲局', '12', '0', '18', '1', '94.4%'],
      ['2', '市乙局', '14', '1', '22', '0', '100%'],
    ],
  ],
  [
    'rows that end in a pipe, some of them broken',
    '序号 | 单位 | 账号\n类型 | 不合格情形 |\n1 | 市甲局 | 微博 | 48天无更新 |\n2 | 市乙局 | 微信 | 41天无更新;\n菜单链接无效 |\n3 | 市丙局 | 微信 | 22天无更新 |',
    ['序号', '单位', '账号\n类型', '不合格情形'],
    [
      ['1', '市甲局', '微博', '48天无更新'],
      ['2', '市乙局', '微信', '41天无更新;\n菜单链接无效'],
      ['3', '市丙局', '微信', '22天无更新'],
    ],
  ],
  [
    'wide blanks: a broken header, and cells that go on far in',
    '  序号   单  位            主要问题\n   1     市甲局            “科普”栏目5个月\n                           未更新\n   2     市乙局            页脚未标注\n                           ICP备案号',
    ['序号', '单位', '主要问题'],
    [
      ['1', '市甲局', '“科普”栏目5个月\n未更新'],
      ['2', '市乙局', '页脚未标注\nICP备案号'],
    ],
  ],
  [
    'wide blanks: headers that one blank parts, and a cell that is missing',
    '序号 地区  网站名称  主办单位  突出问题\n1  甲市  永林网  甲市林业局  首页超过2周未更新\n2  永水网  甲市水务局  栏目空白6个',
    ['序号', '地区', '网站名称', '主办单位', '突出问题'],
    [
      ['1', '甲市', '永林网', '甲市林业局', '首页超过2周未更新'],
      ['2', '', '永水网', '甲市水务局', '栏目空白6个'],
    ],
  ],
]
test.each(shapes)('%s', (_, text, columns, rows) => {
  const [grid] = grids(text)
  expect({ columns: grid?.columns, rows: grid?.rows }).toEqual({ columns, rows })
})

test('a table that is only the layout of the page leaves its lines', () => {
  expect(splitLines('| | | |\n| 关于检查情况的通报 |\n| 甲 | 乙 |\n||').map((l) => l.text)).toEqual([
    '关于检查情况的通报',
    '| 甲 | 乙 |',
    '||',
  ])
})
