import { describe, expect, test } from 'vitest'
import { grids } from './table-grids.ts'

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

  test.each<[what: string, text: string, columns: string[], rows: string[][]]>([
    [
      'two header rows whose groups have as many under other names',
      '县区\n政府网站\n政务新媒体\n检查数\n不合格数\n抽检数\n不合格数\n甲县\n1\n0\n42\n1\n乙县\n1\n0\n38\n2',
      ['县区', '政府网站/检查数', '政府网站/不合格数', '政务新媒体/抽检数', '政务新媒体/不合格数'],
      [
        ['甲县', '1', '0', '42', '1'],
        ['乙县', '1', '0', '38', '2'],
      ],
    ],
    [
      'figures under headers that nobody knows',
      '指标\n门户\n子站\n频道\n在运行(个)\n14\n8\n3\n抽检(个)\n7\n4\n3',
      ['指标', '门户', '子站', '频道'],
      [
        ['在运行(个)', '14', '8', '3'],
        ['抽检(个)', '7', '4', '3'],
      ],
    ],
    [
      'a serial that nobody calls so',
      '行次\n承办单位\n账号\n查出的情况\n1\n县教育局\n云溪教育\n超过14天未更新\n2\n县水利局\n云溪水利\n错别字',
      ['行次', '承办单位', '账号', '查出的情况'],
      [
        ['1', '县教育局', '云溪教育', '超过14天未更新'],
        ['2', '县水利局', '云溪水利', '错别字'],
      ],
    ],
    [
      'headers that nobody knows behind those somebody does',
      '存在短板\n涉及单位\n后续动作\n了结时点\n“云溪文旅”抖音号连续28天未更新\n县文化和旅游局\n恢复更新\n9月30日\n“水务公开”栏目3月以来未更新\n县水利局\n9月24日\n公开指南中的地址仍为旧址\n县民政局\n修改指南\n10月15日',
      ['存在短板', '涉及单位', '后续动作', '了结时点'],
      [
        ['“云溪文旅”抖音号连续28天未更新', '县文化和旅游局', '恢复更新', '9月30日'],
        ['“水务公开”栏目3月以来未更新', '县水利局', '', '9月24日'],
        ['公开指南中的地址仍为旧址', '县民政局', '修改指南', '10月15日'],
      ],
    ],
    [
      'a name on two lines, in rows that are told by their serials',
      '序号\n地区\n主办单位\n账号\n1\n甲县\n甲县水利局\n甲县水利\n2\n乙县\n乙县人力资源\n和社会保障局\n乙县人社\n3\n甲县\n甲县教育局\n甲县教育\n4\n乙县\n乙县林业局\n乙县林业',
      ['序号', '地区', '主办单位', '账号'],
      [
        ['1', '甲县', '甲县水利局', '甲县水利'],
        ['2', '乙县', '乙县人力资源\n和社会保障局', '乙县人社'],
        ['3', '甲县', '甲县教育局', '甲县教育'],
        ['4', '乙县', '乙县林业局', '乙县林业'],
      ],
    ],
    [
      'a line that ends within a cell between wide blanks',
      '被查单位      账号      问题      处理\n凤梧镇      凤梧发布      今年以来未\n更新      补录\n同老乡      同老视窗      连续30天未更新      建议注\n销\n榜圩镇      长寿榜圩      未备案      补办',
      ['被查单位', '账号', '问题', '处理'],
      [
        ['凤梧镇', '凤梧发布', '今年以来未\n更新', '补录'],
        ['同老乡', '同老视窗', '连续30天未更新', '建议注\n销'],
        ['榜圩镇', '长寿榜圩', '未备案', '补办'],
      ],
    ],
    [
      'cards one cell a line',
      '卡片一\n网站名称\n甲县政府网\n主办单位\n甲县政府办公室\n检查结论\n不合格\n发现问题\n空白栏目9个\n卡片二\n网站名称\n乙县政府网\n主办单位\n乙县政府办公室\n检查结论\n合格\n发现问题\n错别字2处',
      ['网站名称', '主办单位', '检查结论', '发现问题'],
      [
        ['甲县政府网', '甲县政府办公室', '不合格', '空白栏目9个'],
        ['乙县政府网', '乙县政府办公室', '合格', '错别字2处'],
      ],
    ],
    [
      'column after column, the first with its serials in front',
      '序号 主办单位\n1 县教育局\n2 县水利局\n网站名称\n云溪教育网\n云溪水利网\n评定\n不合格\n合格',
      ['序号', '主办单位', '网站名称', '评定'],
      [
        ['1', '县教育局', '云溪教育网', '不合格'],
        ['2', '县水利局', '云溪水利网', '合格'],
      ],
    ],
  ])('%s', (_, text, columns, rows) => {
    const [grid] = grids(text)
    expect([grid?.columns, grid?.rows]).toEqual([columns, rows])
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
