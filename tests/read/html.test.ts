import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.ts'
import { openText } from '../../src/read/open.ts'

const read = (html: string) => openText(html, 'a.html')
const tablesOf = (html: string) => read(html).marks.filter((m) => m.kind === 'table')
const furniture = (html: string) => {
  const source = read(html)
  return source.marks
    .filter((m) => m.kind === 'furniture')
    .map((m) => source.text.slice(m.start, m.end).trim())
}

test('whatever the spans of its cells, a table is filled within the limit or refused', () => {
  const number = fc.oneof(
    fc.integer({ min: -3, max: 40 }).map(String),
    fc.constantFrom('1e9', '1000000000', '65534', '65535', 'NaN', '', '-0', '0x10', ' 3 ', '９'),
  )
  const cell = fc.record({ across: number, down: number, tag: fc.constantFrom('td', 'th') })
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 20, max: 3_000 }), (table, maxCells) => {
      const html = `<p>通报</p><table>${table
        .map(
          (row) =>
            `<tr>${row.map((c) => `<${c.tag} colspan="${c.across}" rowspan="${c.down}">一</${c.tag}>`).join('')}</tr>`,
        )
        .join('')}</table>`
      const { text, marks, problems } = openText(html, 'a.html', null, { limits: { maxCells } })
      if (problems.length > 0) return problems[0]!.code === 'limit_cells'
      const cells = marks
        .flatMap((m) => (m.kind === 'table' ? [m.rows] : []))
        .flatMap((rows) => rows.flatMap((row, r) => row.map((c) => ({ ...c, left: rows.length - r }))))
      return (
        cells.every((c) => c.colspan >= 1 && c.colspan <= 1_000 && c.rowspan >= 1 && c.rowspan <= 65_534) &&
        cells.reduce((sum, c) => sum + c.colspan * Math.min(c.rowspan, c.left), 0) <= maxCells &&
        cells.every((c) => text.slice(c.start, c.end) === '一')
      )
    }),
    { numRuns: 300 },
  )
})

describe('the text of a page', () => {
  test.for<[string, string, string]>([
    ['entities', '<p>&ldquo;通&nbsp;报&rdquo;&#12304;1&#x3011;&amp;lt;</p>', '“通\u00a0报”【1】&lt;\n'],
    [
      'comments, scripts, styles',
      '<p>通<!-- 无 --><script>var a="<p>无"</script><style>p{}</style>报</p>',
      '通报\n',
    ],
    [
      'what is hidden',
      '<p style="display: none">无</p><p hidden>无</p><input type=hidden value=无><p>通报</p>',
      '通报\n',
    ],
    ['unclosed elements', '<div><p>一<p>二<div>三</div>四', '一\n二\n三\n四\n'],
    ['overlapping elements', '<b><p>一</b>二</p>', '一二\n'],
    ['a text without any element', '通报<br>二', '通报\n二\n'],
    ['line breaks of the source', '<p>通\n  报 a\n b</p>', '通报 a b\n'],
    ['breaks', '<p>一<br/>二<br><br>三</p>', '一\n二\n三\n'],
    ['a list', '<ul><li>一<li>二</ul>', '一\n二\n'],
    [
      'Word paste',
      '<p class=MsoNormal><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><span lang=EN-US><o:p>&nbsp;</o:p></span><st1:chsdate>2021年</st1:chsdate>通报<o:p></o:p></p>',
      '\u00a02021年通报\n',
    ],
    ['UEditor paste', '<p><span style="font-size:16px;">通</span><span>报</span></p><p><br/></p>', '通报\n'],
    [
      'WPS paste',
      '<p class="p" style="mso-pagination:widow-orphan"><span>通</span><font face="宋体">报</font></p>',
      '通报\n',
    ],
    [
      'an article in a layout table',
      '<table><tr><td>栏目</td><td><table><tr><td><p>一</p><p>二</p></td></tr></table></td></tr></table>',
      '栏目\n一\n二\n',
    ],
  ])('%s', ([, html, text]) => expect(read(html).text).toBe(text))
})

describe('tables of a page', () => {
  test('spans, breaks and lists in cells, unclosed cells', () => {
    const html = `<table><tr><th rowspan=2>单位<th colspan="2">网站<tr><th>栏目<th>天数
<tr><td rowspan="0x">市教育局<td>公告<br>动态<td><ul><li>93<li>20</ul></table>`
    const [table] = tablesOf(html)
    const { text } = read(html)
    expect(table!.rows.map((r) => r.map((c) => [text.slice(c.start, c.end), c.rowspan, c.colspan]))).toEqual([
      [
        ['单位', 2, 1],
        ['网站', 1, 2],
      ],
      [
        ['栏目', 1, 1],
        ['天数', 1, 1],
      ],
      [
        ['市教育局', 1, 1],
        ['公告\n动态', 1, 1],
        ['93\n20', 1, 1],
      ],
    ])
  })
  test('a table inside a cell of a layout table is the table; its neighbour is text', () => {
    const html =
      '<table><tr><td>说明<td><table><tr><td>单位<td>问题<tr><td>市教育局<td>错别字</table></table>'
    expect(tablesOf(html)).toHaveLength(1)
    expect(read(html).text).toBe('说明\n单位\t问题\n市教育局\t错别字\n')
  })
  test('a table that the page cut in two is one: the second half has no header of its own', () => {
    const rows = (a: string, b: string) =>
      `<table><tr><td>序号<td>单位<td>存在问题<tr><td>1<td>${a}<td>存在错别字<tr><td>2<td>市民政局<td>存在错别字</table><p></p><table><tr><td>3<td>${b}<td>存在错别字</table>`
    const notice = extract(`<h1>2021年第二季度网站检查情况通报</h1>${rows('市教育局', '市公安局')}`, {
      uri: 'a.html',
    })
    expect(notice.records.map((r) => r.unit)).toEqual(['市教育局', '市民政局', '市公安局'])
  })
})

describe('what is not the article', () => {
  const links = (n: number) =>
    Array.from({ length: n }, (_, i) => `<li><a href="${i}">关于某事的通知${i}</a></li>`).join('')
  test.for<[string, string, number]>([
    ['navigation', `<nav>首页</nav><p>通报</p>`, 1],
    ['a list of links', `<ul>${links(5)}</ul><p>通报</p>`, 1],
    ['share buttons', '<div class="bshare-custom">分享到</div><p>通报</p>', 1],
    ['a footer by name', '<div id="footer">主办:某市</div><p>通报</p>', 1],
    [
      'prose with a link is none',
      '<div class="content">根据<a href=x>《办法》</a>要求,现将情况通报如下。一、情况。</div>',
      0,
    ],
  ])('%s', ([, html, n]) => expect(furniture(html)).toHaveLength(n))
})

test('what a page declares of itself is evidence: title, date, site', () => {
  const html = `<html><head><meta name="SiteName" content="江城市人民政府"><meta name="SiteIDCode" content="4210000001">
<meta name="ColumnName" content="通知公告"><meta name="ArticleTitle" content="关于2021年第二季度政府网站检查情况的通报">
<meta name="PubDate" content="2021-07-09 10:30"><meta name="ContentSource" content="市政府办公室"></head><body><p>各县:</p><p>现将情况通报如下,请遵照执行,抓好整改落实。</p></body></html>`
  const source = read(html)
  expect(source.declared).toMatchObject({
    SiteIDCode: '4210000001',
    ColumnName: '通知公告',
    ContentSource: '市政府办公室',
  })
  const notice = extract(html, { uri: 'a.html' })
  expect([notice.title, notice.published]).toEqual(['关于2021年第二季度政府网站检查情况的通报', '2021-07-09'])
})

describe('what is said of a document can be quoted', () => {
  const body = '<p>各县:</p><p>现将情况通报如下,请遵照执行,抓好整改落实。</p>'
  const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`
  const title = '关于2021年第二季度政府网站检查情况的通报'
  const told = (head: string, more = '') => {
    const { fields, region, published, text, ...n } = extract(`<head>${head}</head>${more}${body}`, {
      uri: 'a.html',
    })
    for (const { evidence } of Object.values(fields))
      for (const e of evidence) expect(text.slice(e.start, e.end)).toBe(e.quote)
    const of = (name: string) =>
      fields[name as keyof typeof fields]?.evidence.map((e) => [e.quote, e.origin?.element])
    return { title: n.title, genre: n.genre, published, period: n.period?.label, region: region?.code, of }
  }
  test('title, period, date and region stand in the head only', () => {
    const { of, ...found } = told(
      meta('ArticleTitle', title) + meta('PubDate', '2021/7/9 10:30') + meta('SiteIDCode', '4407850001'),
    )
    expect(found).toEqual({
      title,
      genre: 'circular',
      published: '2021-07-09',
      period: '2021Q2',
      region: '440785',
    })
    expect(of('title')).toEqual([[title, 'meta[name="ArticleTitle" i]']])
    expect(of('published')).toEqual([['2021/7/9 10:30', 'meta[name="PubDate" i]']])
    expect(of('period')).toEqual([['2021年第二季度', 'meta[name="ArticleTitle" i]']])
  })
  test('names in any case; the site tells the region where no code does', () => {
    expect(
      told(
        meta('articletitle', title) +
          meta('PUBDATE', '2021-07-09') +
          meta('sitename', '恩平市人民政府门户网站'),
      ),
    ).toMatchObject({
      title,
      published: '2021-07-09',
      region: '440785',
    })
  })
  test('of the lines above the notice the one that is the declared title', () => {
    const page = `<div>恩平市人民政府</div><div>${title}</div>`
    expect(told('', page).title).toBe(`恩平市人民政府${title}`)
    expect(told(meta('ArticleTitle', title), page).title).toBe(title)
  })
  test.each(['2021-13-45', '0000-00-00', '昨天', ''])('a date that is none: «%s»', (date) =>
    expect(told(meta('PubDate', date)).published).toBe(null),
  )
  test('a page without text is still empty', () =>
    expect(openText(`<head>${meta('ArticleTitle', title)}</head>`, 'a.html').text.trim()).toBe(''))
})

test('evidence names the element', () => {
  const source = read('<div id="zoom"><p>一</p><p>二<b>三</b></p></div>')
  expect([0, 2, 3].map((at) => source.originOf!(at)?.element)).toEqual([
    '#zoom > p:nth-of-type(1)',
    '#zoom > p:nth-of-type(2)',
    '#zoom > p:nth-of-type(2) > b',
  ])
})
