import { useState } from 'preact/hooks'
import type { StringColumn } from '../../columns.ts'
import { base, type ChartSpec, categoryAxis, type Datum } from '../chart.tsx'
import { type Counted, countBy, derived, shortRegion } from '../counts.ts'
import { Choice, Figure, Section } from '../figure.tsx'
import { Pager } from '../grid.tsx'
import { digits, type Pick, useView, type View } from '../view.ts'

type Detail = 'group' | 'category'

export function RegionHeat() {
  const { report, selection, say } = useView()
  const { notices, records } = report.tables
  return (
    <Section id="heat" title={say('heat')} lead={say('lead_heat')}>
      <HeatFigure
        id="heat"
        title={say('heat')}
        head={say('region')}
        rows={selection.records}
        column={notices.region}
        at={(row) => records.notice[row]!}
        nameOf={(key) => key ?? say('none_stated')}
        shortOf={(key) => (key === null ? say('none_stated') : shortRegion(key).own)}
      />
    </Section>
  )
}

interface HeatProps {
  id: string
  title: string
  head: string
  /** Records. */
  rows: readonly number[]
  column: StringColumn
  /** Row of the column for a record. */
  at?(row: number): number
  nameOf(key: string | null): string
  shortOf(key: string | null): string
}

const SHOWN = 20

/** Records by anything × category, as colours and numbers. */
export function HeatFigure({ id, title, head, rows, column, at, nameOf, shortOf }: HeatProps) {
  const view = useView()
  const { report, say, term, narrow } = view
  const [detail, setDetail] = useState<Detail>('group')
  const [wanted, setPage] = useState(0)
  const { category } = report.tables.records.strings
  const kind = detail === 'group' ? derived(category, (c) => c.split('.')[0]!) : category
  const columnName = (key: string | null) => term(detail === 'group' ? 'category_group' : 'category', key)
  const groups = countBy(rows, column, at)
  const columns = countBy(rows, kind).slice(0, narrow ? 8 : 18)
  const pages = Math.max(1, Math.ceil(groups.length / SHOWN))
  const page = Math.min(wanted, pages - 1)
  const shown = groups.slice(page * SHOWN, (page + 1) * SHOWN)
  const split = new Map<Counted, Map<string | null, number[]>>()
  const cell = (group: Counted, key: string | null) => {
    let cells = split.get(group)
    if (!cells) split.set(group, (cells = new Map(countBy(group.rows, kind).map((c) => [c.key, c.rows]))))
    return cells.get(key) ?? []
  }
  const pickCell = (group: Counted, key: string | null): Pick => ({
    title: `${nameOf(group.key)} · ${columnName(key)}`,
    table: 'records',
    rows: cell(group, key),
  })
  const pickRow = (group: Counted): Pick => ({ title: nameOf(group.key), table: 'records', rows: group.rows })
  return (
    <Figure
      id={id}
      title={title}
      spec={heat({ view, shown, columns, cell, pickCell, pickRow, columnName, shortOf, nameOf, detail })}
      columns={[
        { head, cell: (i) => nameOf(groups[i]!.key) },
        {
          head: say('sum'),
          numeric: true,
          cell: (i) => digits(groups[i]!.rows.length),
          by: (i) => groups[i]!.rows.length,
        },
        ...columns.map(({ key }) => ({
          head: columnName(key),
          numeric: true,
          by: (i: number) => cell(groups[i]!, key).length,
          cell: (i: number) => {
            const n = cell(groups[i]!, key).length
            return n === 0 ? null : (
              <button
                type="button"
                class="link"
                onClick={(e) => {
                  e.stopPropagation()
                  view.open(pickCell(groups[i]!, key))
                }}
              >
                {n}
              </button>
            )
          },
        })),
      ]}
      rows={groups.map((_, i) => i)}
      pick={(i) => pickRow(groups[i]!)}
      controls={
        <Choice
          label={say('category')}
          options={[
            ['group', term('category_depth', 'group')],
            ['category', term('category_depth', 'category')],
          ]}
          value={detail}
          choose={(v) => setDetail(v as Detail)}
        />
      }
    >
      <Pager page={page} pages={pages} go={setPage} />
    </Figure>
  )
}

interface HeatSpec {
  view: View
  shown: readonly Counted[]
  columns: readonly Counted[]
  cell(group: Counted, key: string | null): number[]
  pickCell(group: Counted, key: string | null): Pick
  pickRow(group: Counted): Pick
  columnName(key: string | null): string
  shortOf(key: string | null): string
  nameOf(key: string | null): string
  detail: Detail
}

function heat(s: HeatSpec): ChartSpec {
  const { palette: p } = s.view
  const data: (Datum & { value: [number, number, number] })[] = []
  for (const [y, group] of s.shown.entries())
    for (const [x, { key }] of s.columns.entries()) {
      const n = s.cell(group, key).length
      if (n > 0)
        data.push({
          value: [x, y, n],
          tip: `${s.nameOf(group.key)}\n${s.columnName(key)}  ${digits(n)}`,
          pick: () => s.pickCell(group, key),
        })
    }
  const most = Math.max(1, ...data.map((d) => d.value[2]))
  for (const d of data) d.label = { color: d.value[2] > most * p.heatTurn ? p.surface : p.ink }
  const zh = s.view.state.lang === 'zh'
  const names = s.columns.map((c) => s.columnName(c.key))
  const room = s.view.narrow ? 24 : 52
  const flat = !names.some((name) => widthOf(name) > (s.view.narrow ? room : 78))
  // Chinese names that are too long to lie flat stand upright, as they may; others are turned.
  const upright = zh && !flat
  const longest = Math.max(0, ...names.map((name) => name.length))
  const top = flat ? 28 : upright ? longest * 14 + 10 : Math.max(0, ...names.map(widthOf)) * 0.72 + 16
  const axisLabel = upright
    ? { formatter: (name: string) => [...name].join('\n'), lineHeight: 14, verticalAlign: 'bottom' }
    : flat
      ? {}
      : { rotate: 45 }
  return {
    height: top + 8 + s.shown.length * 28,
    axisPicks: [],
    option: {
      ...base(p),
      grid: { top, bottom: 4, ...side(s) },
      xAxis: categoryAxis(p, names, {
        position: 'top',
        triggerEvent: false,
        axisLabel: { color: p.muted, ...axisLabel },
      }),
      yAxis: categoryAxis(
        p,
        s.shown.map((g) => s.shortOf(g.key)),
        { inverse: true, triggerEvent: false },
      ),
      visualMap: {
        show: false,
        type: 'continuous',
        min: 0,
        max: most,
        inRange: { color: p.heat },
      },
      series: [
        {
          type: 'heatmap',
          data,
          label: {
            show: true,
            fontSize: 12,
            formatter: ({ value }: { value: number[] }) => String(value[2]),
          },
          itemStyle: { borderColor: p.surface, borderWidth: 2, borderRadius: 3 },
          emphasis: { disabled: true },
        },
      ],
    },
  }
}

/** Room for the names on the left: a Chinese character is as wide as it is high. */
function side(s: HeatSpec): { left: number; right: number } {
  const width = Math.max(0, ...s.shown.map((g) => widthOf(s.shortOf(g.key))))
  const last = s.view.state.lang === 'en' ? 76 : 10
  return { left: Math.min(width, 190) + 14, right: last }
}

function widthOf(text: string): number {
  let width = 0
  for (const c of text) width += c.charCodeAt(0) > 255 ? 12.8 : 7.2
  return width
}
