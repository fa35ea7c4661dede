import { base, type ChartSpec, categoryAxis, type Datum, valueAxis } from '../chart.tsx'
import type { Counted } from '../counts.ts'
import { digits, type Pick, type View } from '../view.ts'

const SEVERITIES = ['veto', 'deduction', 'management'] as const

interface Bars {
  view: View
  groups: readonly Counted[]
  nameOf(key: string | null): string
  pickOf(group: Counted): Pick
  upright?: boolean
  /** Of an upright chart, px. */
  height?: number
}

/** Records per group as bars, stacked by severity: vetoes first, so that they can be compared along the axis. */
export function severityBars({
  view,
  groups,
  nameOf,
  pickOf,
  upright = false,
  height = 300,
}: Bars): ChartSpec {
  const { palette: p, term, narrow } = view
  const severity = view.report.tables.records.strings.severity
  const names = groups.map((g) => nameOf(g.key))
  const codes = new Map(severity.values.map((s, code) => [s, code]))
  const series = SEVERITIES.map((s) => ({
    type: 'bar',
    name: term('severity', s),
    stack: 'records',
    barMaxWidth: upright ? 36 : 18,
    itemStyle: { color: p.severity[s] },
    emphasis: { disabled: true },
    data: groups.map((group, i): Datum => {
      const rows = group.rows.filter((row) => severity.codes[row] === codes.get(s))
      return {
        value: rows.length,
        tip: `${names[i]}\n${term('severity', s)}  ${digits(rows.length)} / ${digits(group.rows.length)}`,
        pick: () => ({ ...pickOf(group), title: `${names[i]} · ${term('severity', s)}`, rows }),
      }
    }),
  }))
  // Totals stand at the ends of the bars: an empty series on top that carries the labels.
  const totals = {
    type: 'bar',
    name: '',
    stack: 'records',
    silent: true,
    data: groups.map((g) => ({
      value: 0,
      label: {
        show: true,
        position: upright ? 'top' : 'right',
        formatter: digits(g.rows.length),
        color: p.muted,
        fontSize: 12,
      },
    })),
  }
  const axis = categoryAxis(p, names, {
    ...(upright ? {} : { inverse: true }),
    axisLabel: upright
      ? { hideOverlap: true, interval: 'auto' }
      : { width: narrow ? 112 : 176, overflow: 'break', lineHeight: 15 },
  })
  const values = valueAxis(p, { minInterval: 1, splitNumber: narrow ? 3 : 5 })
  return {
    height: upright ? height : 52 + groups.length * 30,
    axisPicks: groups.map((g) => () => pickOf(g)),
    option: {
      ...base(p),
      legend: {
        top: 0,
        left: 0,
        itemWidth: 12,
        itemHeight: 12,
        itemGap: 16,
        icon: 'roundRect',
        textStyle: { color: p.muted },
        data: SEVERITIES.map((s) => term('severity', s)),
      },
      grid: upright
        ? { left: 4, right: 8, top: 44, bottom: 4, containLabel: true }
        : { left: 4, right: 44, top: 34, bottom: 0, containLabel: true },
      xAxis: upright ? axis : { ...values, axisLabel: { show: false } },
      yAxis: upright ? values : axis,
      series: [...series, totals],
    },
  }
}
