import { base, type ChartSpec, categoryAxis, type Datum, valueAxis } from '../chart.tsx'
import { type Counted, countBy, derived, of } from '../counts.ts'
import { Figure, Section } from '../figure.tsx'
import { Grid } from '../grid.tsx'
import { digits, type Pick, useView, type View } from '../view.ts'

export function Deadlines() {
  const view = useView()
  const { report, selection, say, term } = view
  const { deadlines, notices } = report.tables
  const s = deadlines.strings
  const due = of(s.due)
  const months = countBy(
    selection.deadlines,
    derived(s.due, (day) => day.slice(0, 7)),
  ).sort((a, b) => ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1))
  const name = (key: string | null) => key ?? say('no_due')
  const pickOf = (g: Counted): Pick => ({
    title: `${say('deadlines')} · ${name(g.key)}`,
    table: 'deadlines',
    rows: g.rows,
  })
  const ordered = [...months]
    .reverse()
    .flatMap((m) =>
      [...m.rows].sort((a, b) =>
        (due(a) ?? '') > (due(b) ?? '') ? -1 : (due(a) ?? '') < (due(b) ?? '') ? 1 : a - b,
      ),
    )
  const region = of(notices.region)
  return (
    <Section id="deadlines" title={say('deadlines')} lead={say('lead_deadlines')}>
      <Figure
        id="months"
        title={say('by_month')}
        spec={columnsOver(view, continuous(months), name, pickOf)}
        columns={[
          { head: say('month'), cell: (i) => name(months[i]!.key) },
          {
            head: say('count'),
            numeric: true,
            cell: (i) => digits(months[i]!.rows.length),
            by: (i) => months[i]!.rows.length,
          },
        ]}
        rows={months.map((_, i) => i)}
        pick={(i) => pickOf(months[i]!)}
      />
      <Grid
        label={say('deadlines')}
        rows={ordered}
        pick={(rows, at) => ({ title: say('deadlines'), table: 'deadlines', rows, at })}
        columns={[
          { head: say('due'), cell: (r) => due(r) ?? say('no_due'), by: due },
          {
            head: say('region'),
            cell: (r) => region(deadlines.notice[r]!),
            by: (r) => region(deadlines.notice[r]!),
          },
          { head: say('actor'), cell: (r) => of(s.actor)(r) },
          { head: say('action'), wide: true, cell: (r) => of(s.action)(r) },
          { head: say('as_written'), cell: (r) => of(s.text)(r) },
          { head: say('kind'), cell: (r) => term('deadline_kind', of(s.kind)(r)) },
        ]}
      />
    </Section>
  )
}

/** Months between the first and the last that nothing is due in are part of the picture, unless a wild date makes it too long. */
function continuous(months: readonly Counted[]): Counted[] {
  const dated = months.filter((m) => m.key !== null)
  const number = (key: string) => Number(key.slice(0, 4)) * 12 + Number(key.slice(5)) - 1
  const first = number(dated[0]?.key ?? '0000-01')
  const last = number(dated.at(-1)?.key ?? '0000-01')
  if (dated.length === 0 || last - first > 180) return dated
  const known = new Map(dated.map((m) => [number(m.key!), m]))
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const n = first + i
    const key = `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`
    return known.get(n) ?? { key, rows: [] }
  })
}

function columnsOver(
  { palette: p }: View,
  groups: readonly Counted[],
  name: (key: string | null) => string,
  pickOf: (g: Counted) => Pick,
): ChartSpec {
  return {
    height: 220,
    axisPicks: groups.map((g) => () => pickOf(g)),
    option: {
      ...base(p),
      grid: { left: 4, right: 8, top: 20, bottom: 4, containLabel: true },
      xAxis: categoryAxis(
        p,
        groups.map((g) => name(g.key)),
        {
          axisLabel: { interval: 'auto', hideOverlap: true, color: p.muted },
        },
      ),
      yAxis: valueAxis(p, { minInterval: 1, splitNumber: 3 }),
      series: [
        {
          type: 'bar',
          barMaxWidth: 26,
          itemStyle: { color: p.accent },
          emphasis: { disabled: true },
          data: groups.map(
            (g): Datum => ({
              value: g.rows.length,
              tip: `${name(g.key)}  ${digits(g.rows.length)}`,
              pick: () => pickOf(g),
            }),
          ),
        },
      ],
    },
  }
}
