import { base, type ChartSpec, categoryAxis, type Datum, valueAxis } from '../chart.tsx'
import { type Counted, countBy, of } from '../counts.ts'
import { Figure, Section } from '../figure.tsx'
import { Grid } from '../grid.tsx'
import { messageIn } from '../message.ts'
import { digits, type Pick, useView, type View } from '../view.ts'

export function Checks() {
  const view = useView()
  const { report, selection, say, term, state } = view
  const { checks, notices } = report.tables
  const s = checks.strings
  const kinds = countBy(selection.checks, s.code)
  const name = (key: string | null) => term('check', key)
  const pickOf = (g: Counted): Pick => ({ title: name(g.key), table: 'checks', rows: g.rows })
  const region = of(notices.region)
  return (
    <Section id="checks" title={say('checks')} lead={say('lead_checks')}>
      <Figure
        id="checks"
        title={say('by_check')}
        spec={bars(view, kinds, name, pickOf)}
        columns={[
          { head: say('kind'), cell: (i) => name(kinds[i]!.key) },
          {
            head: say('count'),
            numeric: true,
            cell: (i) => digits(kinds[i]!.rows.length),
            by: (i) => kinds[i]!.rows.length,
          },
        ]}
        rows={kinds.map((_, i) => i)}
        pick={(i) => pickOf(kinds[i]!)}
      />
      <Grid
        label={say('checks')}
        rows={selection.checks}
        pick={(rows, at) => ({ title: say('checks'), table: 'checks', rows, at })}
        columns={[
          { head: say('kind'), cell: (r) => name(of(s.code)(r)), by: of(s.code) },
          {
            head: say('region'),
            cell: (r) => region(checks.notice[r]!),
            by: (r) => region(checks.notice[r]!),
          },
          {
            head: say('period'),
            cell: (r) => of(notices.period)(checks.notice[r]!),
            by: (r) => of(notices.period)(checks.notice[r]!),
          },
          { head: say('message'), wide: true, cell: (r) => messageIn(state.lang, of(s.message)(r) ?? '') },
          {
            head: say('severity'),
            cell: (r) => term('check_severity', of(s.severity)(r)),
            by: of(s.severity),
          },
        ]}
      />
    </Section>
  )
}

function bars(
  { palette: p, narrow }: View,
  groups: readonly Counted[],
  name: (key: string | null) => string,
  pickOf: (g: Counted) => Pick,
): ChartSpec {
  return {
    height: 12 + groups.length * 30,
    axisPicks: groups.map((g) => () => pickOf(g)),
    option: {
      ...base(p),
      grid: { left: 4, right: 44, top: 4, bottom: 4, containLabel: true },
      xAxis: valueAxis(p, { minInterval: 1, axisLabel: { show: false } }),
      yAxis: categoryAxis(
        p,
        groups.map((g) => name(g.key)),
        {
          inverse: true,
          axisLabel: { width: narrow ? 112 : 190, overflow: 'break', lineHeight: 15 },
        },
      ),
      series: [
        {
          type: 'bar',
          barMaxWidth: 16,
          itemStyle: { color: p.accent },
          emphasis: { disabled: true },
          label: { show: true, position: 'right', color: p.muted },
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
