/** A table as somebody meant it, and the ways in which pages bring it. */
export interface Meant {
  title: string
  head: readonly string[]
  rows: readonly { group?: string; cells: readonly string[] }[]
  total?: readonly string[]
  note?: string
}

export interface Layout {
  html?: true
  /** Are empty cells lost? */
  drops?: true
  of: (table: Meant) => string
}

const td = (words: string, more = '') => `<td${more}>${words.replaceAll('\n', '<br>')}</td>`
const row = (cells: readonly string[], cell: (words: string) => string = td) =>
  `<tr>${cells.map((c) => cell(c)).join('')}</tr>`

/** Group lines, rows, the total and the note, each written its way, one under the other. */
function written(
  t: Meant,
  as: { row: (cells: readonly string[]) => string; group?: (words: string) => string },
): string[] {
  const out: string[] = []
  for (const [k, { group, cells }] of t.rows.entries()) {
    if (group && group !== t.rows[k - 1]?.group) out.push(as.group ? as.group(group) : group)
    out.push(as.row(cells))
  }
  if (t.total) out.push(as.row(t.total))
  return out
}

const page = (t: Meant, head: string, cell?: (words: string) => string): string => {
  const rows = written(t, {
    row: (cells) => row(cells, cell),
    group: (words) => `<tr><td colspan="${t.head.length}">${words}</td></tr>`,
  })
  return `<table border="1">${head}${rows.join('')}</table>${t.note ? `<p>${t.note}</p>` : ''}`
}

const text = (
  t: Meant,
  head: string | null,
  as: (cells: readonly string[]) => string,
  between = '\n',
): string =>
  [...(head === null ? [] : [head]), ...written(t, { row: as }), ...(t.note ? [t.note] : [])].join(between)

const oneLine = (words: string) => words.replaceAll('\n', '')
const filled = (cells: readonly string[]) => cells.filter((c) => c !== '')

export const layouts: Record<string, Layout> = {
  'html, headers marked': {
    html: true,
    of: (t) => page(t, `<thead>${row(t.head, (h) => `<th>${h}</th>`)}</thead>`),
  },
  'html, headers not marked': { html: true, of: (t) => page(t, row(t.head)) },
  'html, paragraphs in cells, blanks in headers': {
    html: true,
    of: (t) =>
      page(
        t,
        row(t.head, (h) => `<td><p><b>${h.length === 2 ? [...h].join('&nbsp;&nbsp;') : h}</b></p></td>`),
        (words) =>
          `<td>${words
            .split('\n')
            .map((line) => `<p>${line || '&nbsp;'}</p>`)
            .join('')}</td>`,
      ),
  },
  'html, its title inside': {
    html: true,
    of: (t) => page(t, `<tr><td colspan="${t.head.length}">${t.title}</td></tr>${row(t.head)}`),
  },
  'html, header in two rows': {
    html: true,
    of: (t) => {
      const k = t.head.length - 2
      const first = t.head.slice(0, k).map((h) => td(h, ' rowspan="2"'))
      return page(t, `<tr>${first.join('')}<td colspan="2">检查情况</td></tr>${row(t.head.slice(k))}`)
    },
  },
  'html, cells merged': {
    html: true,
    of: (t) =>
      page(
        { ...t, rows: [], total: undefined },
        row(t.head) +
          t.rows
            .map(({ cells, group }, r) => {
              const own = cells.map((c, k) => {
                const same = (n: number) =>
                  t.rows[n] !== undefined && t.rows[n].group === group && t.rows[n].cells[k] === c
                if (k === 0 || k > 2 || c === '') return td(c)
                if (same(r - 1)) return ''
                let n = 1
                while (same(r + n)) n++
                return td(c, n > 1 ? ` rowspan="${n}"` : '')
              })
              const above =
                group && group !== t.rows[r - 1]?.group
                  ? `<tr><td colspan="${t.head.length}">${group}</td></tr>`
                  : ''
              return `${above}<tr>${own.join('')}</tr>`
            })
            .join('') +
          (t.total ? row(t.total) : ''),
      ),
  },
  'html, a note in the last row': {
    html: true,
    of: (t) =>
      page(t, row(t.head)).replace(
        '</table>',
        `<tr><td colspan="${t.head.length}">注:排名不分先后。</td></tr></table>`,
      ),
  },
  tabs: { of: (t) => text(t, t.head.join('\t'), (cells) => cells.map(oneLine).join('\t')) },
  'wide blanks': {
    of: (t) => text(t, t.head.join('    '), (cells) => cells.map((c) => oneLine(c) || '/').join('    ')),
  },
  pipes: { of: (t) => text(t, `${t.head.join(' | ')} |`, (cells) => `${cells.map(oneLine).join(' | ')} |`) },
  markdown: {
    of: (t) =>
      text(
        t,
        `| ${t.head.join(' | ')} |\n|${t.head.map(() => '---').join('|')}|`,
        (cells) => `| ${cells.map(oneLine).join(' | ')} |`,
      ),
  },
  'a cell a line': {
    drops: true,
    of: (t) => text(t, t.head.join('\n'), (cells) => filled(cells).join('\n')),
  },
  'a cell a line, blank lines between': {
    drops: true,
    of: (t) =>
      text(t, t.head.join('\n\n'), (cells) => filled(cells).join('\n').replaceAll('\n', '\n\n'), '\n\n'),
  },
  'a cell a line, empty ones too': { of: (t) => text(t, t.head.join('\n'), (cells) => cells.join('\n')) },
  'a cell a line, a pipe behind it': {
    of: (t) =>
      text(t, t.head.map((h) => `${h} |`).join('\n'), (cells) =>
        cells.map((c) => `${oneLine(c)} |`).join('\n'),
      ),
  },
  'key: value': {
    of: (t) => text(t, null, (cells) => cells.map((c, k) => `${t.head[k]}:${oneLine(c)}`).join('\n')),
  },
  'key: value on one line': {
    of: (t) => text(t, null, (cells) => `${cells.map((c, k) => `${t.head[k]}:${oneLine(c)}`).join(';')}。`),
  },
}

/** A notice of `place` with the table in its annex, or in the middle of its body. */
export function notice(
  place: string,
  layout: Layout,
  table: Meant,
  where: 'annex' | 'body',
): [string, string] {
  const lines = (...all: string[]) =>
    layout.html ? all.map((l) => `<p>${l}</p>`).join('\n') : all.join('\n')
  const body = [
    lines(`${place}人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报`),
    lines('各有关单位:', '现将2021年第一季度检查情况通报如下。', '一、检查情况', '检查情况如下表:'),
  ]
  const rest = [
    lines('二、工作要求', '请各单位认真整改,加强日常管理。'),
    lines(`${place}人民政府办公室`, '2021年4月12日'),
  ]
  const parts =
    where === 'body'
      ? [...body, layout.of(table), ...rest]
      : [
          ...body,
          rest[0]!,
          lines(`附件:${table.title}`),
          rest[1]!,
          lines('附件', table.title),
          layout.of(table),
        ]
  const whole = parts.join('\n\n')
  return layout.html ? [`<html><body>${whole}</body></html>`, 'page.html'] : [whole, 'page.txt']
}
