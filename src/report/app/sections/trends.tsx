import { useMemo, useState } from 'preact/hooks'
import type { ComparisonRow, Family } from '../../../export/comparison/row.ts'
import type { TrendRow } from '../../../export/comparison/trends.ts'
import { comparisonKey } from '../../filter.ts'
import { base, type ChartSpec, type Datum, valueAxis } from '../chart.tsx'
import { shortRegion } from '../counts.ts'
import { Choice, Figure, Section } from '../figure.tsx'
import { byRegion, figuresBehind } from '../rates.ts'
import { reasons } from '../reasons.ts'
import { percent, signed, useView, type View } from '../view.ts'

const LINES = 8
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'circle', 'rect', 'triangle', 'diamond']

interface Line {
  name: string
  points: { row: ComparisonRow; end: string }[]
}

export function Trends() {
  const view = useView()
  const { report, selection, say, term } = view
  const [chosen, setFamily] = useState<Family>('website')
  const family = view.state.family === '' ? chosen : view.state.family
  const lines = [...byRegion(report.tables, selection.comparison, family).values()]
    .map(
      (list): Line => ({
        name: list[0]!.row.region ?? '',
        points: list.filter((p) => p.row.pass_rate !== null),
      }),
    )
    .filter((line) => line.points.length > 0)
    .sort(
      (a, b) =>
        b.points.length - a.points.length ||
        (a.points[0]!.row.region_code! < b.points[0]!.row.region_code! ? -1 : 1),
    )
  const shown = lines.slice(0, LINES)
  const points = lines.flatMap((line) => line.points)
  const title = (row: ComparisonRow) =>
    `${row.region ?? ''} ${row.period ?? ''} ${term('family', row.subject)}`
  const changes = useMemo(
    () => new Map(report.tables.trends.map((row) => [comparisonKey(row), row])),
    [report.tables],
  )
  const changeOf = (row: ComparisonRow) => changes.get(comparisonKey(row))
  return (
    <Section id="trends" title={say('trends')} lead={say('lead_trends')}>
      <Figure
        id="trends"
        title={`${term('family', family)} · ${say('pass_rate')}`}
        spec={chart(view, shown, changeOf)}
        columns={[
          { head: say('region'), cell: (i) => points[i]!.row.region, by: (i) => points[i]!.row.region_code },
          { head: say('period'), cell: (i) => points[i]!.row.period, by: (i) => points[i]!.end },
          {
            head: say('pass_rate_stated'),
            numeric: true,
            cell: (i) => percent(points[i]!.row.pass_rate),
            by: (i) => points[i]!.row.pass_rate,
          },
          { head: say('period_before'), cell: (i) => changeOf(points[i]!.row)?.previous ?? null },
          {
            head: say('change'),
            numeric: true,
            cell: (i) => signed(changeOf(points[i]!.row)?.pass_rate_change ?? null),
            by: (i) => changeOf(points[i]!.row)?.pass_rate_change ?? null,
          },
          {
            head: say('change_stated'),
            numeric: true,
            cell: (i) => signed(changeOf(points[i]!.row)?.change_stated ?? null),
            by: (i) => changeOf(points[i]!.row)?.change_stated ?? null,
          },
          {
            head: say('why_not'),
            wide: true,
            cell: (i) => reasons(points[i]!.row, term) || say('comparable'),
          },
        ]}
        rows={points.map((_, i) => i)}
        pick={(i) => figuresBehind(report.tables, points[i]!.row, title(points[i]!.row))}
        controls={
          view.state.family === '' && (
            <Choice
              label={say('subject')}
              options={[
                ['website', term('family', 'website')],
                ['new_media', term('family', 'new_media')],
              ]}
              value={chosen}
              choose={(v) => setFamily(v as Family)}
            />
          )
        }
      >
        {lines.length > LINES && <p class="note">{say('choose_regions', LINES)}</p>}
      </Figure>
    </Section>
  )
}

function chart(
  view: View,
  lines: readonly Line[],
  changeOf: (row: ComparisonRow) => TrendRow | undefined,
): ChartSpec {
  const { palette: p, say, term, narrow, report } = view
  const lowest = Math.min(100, ...lines.flatMap((l) => l.points.map((x) => x.row.pass_rate!)))
  const legendRows = Math.ceil(lines.length / (narrow ? 3 : 8))
  return {
    height: 300 + legendRows * 26,
    option: {
      ...base(p),
      legend: {
        top: 0,
        left: 0,
        itemGap: 14,
        itemWidth: 18,
        textStyle: { color: p.ink },
        data: lines.map((l) => ({ name: l.name, itemStyle: { color: 'inherit' } })),
        formatter: (name: string) => shortRegion(name).own,
      },
      grid: { left: 4, right: 20, top: 18 + legendRows * 26, bottom: 4, containLabel: true },
      xAxis: {
        type: 'time',
        boundaryGap: ['4%', '4%'],
        axisLine: { lineStyle: { color: p.line } },
        axisTick: { show: false },
        axisLabel: { color: p.muted, hideOverlap: true, formatter: '{yyyy}-{MM}' },
        splitNumber: narrow ? 3 : 8,
        minInterval: 28 * 86_400_000,
      },
      yAxis: valueAxis(p, {
        min: Math.max(0, Math.floor(lowest / 10) * 10 - (lowest < 100 ? 0 : 10)),
        max: 100,
        axisLabel: { formatter: '{value}%' },
      }),
      series: lines.map((line, i) => ({
        type: 'line',
        name: line.name,
        symbol: SYMBOLS[i],
        symbolSize: 9,
        lineStyle: { width: 2, color: p.lines[i] },
        itemStyle: { color: p.lines[i] },
        emphasis: { disabled: true },
        data: line.points.map(({ row, end }): Datum => {
          const title = `${row.region ?? ''} ${row.period ?? ''} ${term('family', row.subject)}`
          const why = reasons(row, term)
          return {
            value: [end, row.pass_rate],
            tip: [
              title,
              `${say('pass_rate')} ${percent(row.pass_rate)}`,
              ...changeText(changeOf(row), say),
              ...(why ? why.split('; ') : []),
            ].join('\n'),
            pick: () => figuresBehind(report.tables, row, title),
            itemStyle: row.comparable
              ? { color: p.lines[i] }
              : { color: p.surface, borderColor: p.lines[i], borderWidth: 2 },
          }
        }),
      })),
    },
  }
}

/** «+1.2 against 2021Q1», where both periods can be compared. */
function changeText(row: TrendRow | undefined, say: View['say']): string[] {
  return row?.pass_rate_change == null
    ? []
    : [`${say('change')} ${signed(row.pass_rate_change)} (${row.previous})`]
}
