import { useState } from 'preact/hooks'
import type { RollupRow } from '../../../export/comparison/rollups.ts'
import type { Family } from '../../../export/comparison/row.ts'
import { comparisonKey } from '../../filter.ts'
import { base, type ChartSpec, categoryAxis, type Datum, valueAxis } from '../chart.tsx'
import { shortRegion } from '../counts.ts'
import { Choice, Figure, Section } from '../figure.tsx'
import { Pager } from '../grid.tsx'
import { figuresBehind, figuresBehindParts, regionNamed, rowOf } from '../rates.ts'
import { reasons } from '../reasons.ts'
import { digits, type Pick, percent, useView, type View } from '../view.ts'

const SHOWN = 15

/** What lies under a region, summed, beside what the region itself states. */
export function Rollups() {
  const view = useView()
  const { report, selection, say, term } = view
  const [chosen, setFamily] = useState<Family>('website')
  const [wanted, setPage] = useState(0)
  const family = view.state.family === '' ? chosen : view.state.family
  const all = selection.rollups
    .map((i) => report.tables.rollups[i]!)
    .filter((row) => row.subject === family)
    .sort(
      (a, b) =>
        order(b.period, a.period) || order(a.region_code, b.region_code) || order(a.part_level, b.part_level),
    )
  const summed = all.filter((row) => row.pass_rate !== null)
  const pages = Math.max(1, Math.ceil(summed.length / SHOWN))
  const page = Math.min(wanted, pages - 1)
  const pickOf = (row: RollupRow): Pick => figuresBehindParts(report.tables, row, titleOf(view, row))
  const end = (of: RollupRow['lowest']) => of && `${nameOf(view, of.region_code)} ${percent(of.pass_rate)}`
  return (
    <Section id="rollups" title={say('rollups')} lead={say('lead_rollups')}>
      <Figure
        id="rollups"
        title={`${term('family', family)} · ${say('rate_of_sums')}`}
        spec={bars(view, summed.slice(page * SHOWN, (page + 1) * SHOWN), pickOf)}
        columns={[
          { head: say('region'), cell: (i) => all[i]!.region, by: (i) => all[i]!.region_code },
          { head: say('period'), cell: (i) => all[i]!.period, by: (i) => all[i]!.period },
          {
            head: say('parts'),
            cell: (i) => term('level', all[i]!.part_level),
            by: (i) => all[i]!.part_level,
          },
          number(say('parts_in'), (i) => all[i]!.parts_in.length),
          number(say('parts_reported'), (i) => all[i]!.parts_reported),
          number(say('parts_all'), (i) => all[i]!.parts),
          number(say('checked'), (i) => all[i]!.checked),
          number(say('unqualified'), (i) => all[i]!.unqualified),
          rate(say('rate_of_sums'), (i) => all[i]!.pass_rate),
          rate(say('own_rate'), (i) => all[i]!.own_pass_rate),
          {
            head: say('lowest'),
            cell: (i) => end(all[i]!.lowest),
            by: (i) => all[i]!.lowest?.pass_rate ?? null,
          },
          {
            head: say('highest'),
            cell: (i) => end(all[i]!.highest),
            by: (i) => all[i]!.highest?.pass_rate ?? null,
          },
          {
            head: say('parts_out'),
            wide: true,
            cell: (i) =>
              all[i]!.parts_out.map(
                (part) => `${nameOf(view, part.region_code)}: ${reasons({ why_not: part.why }, term)}`,
              ).join('; ') || null,
          },
        ]}
        rows={all.map((_, i) => i)}
        pick={(i) => pickOf(all[i]!)}
        onlyTable={summed.length === 0}
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
        <Pager page={page} pages={pages} go={setPage} />
      </Figure>
    </Section>
  )
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const number = (head: string, of: (i: number) => number | null) => ({
  head,
  numeric: true,
  cell: (i: number) => {
    const n = of(i)
    return n === null ? null : digits(n)
  },
  by: of,
})

const rate = (head: string, of: (i: number) => number | null) => ({
  head,
  numeric: true,
  cell: (i: number) => percent(of(i)),
  by: of,
})

function nameOf({ report }: View, code: string): string {
  const region = regionNamed(report.tables, code)
  return region ? shortRegion(region).own : code
}

function titleOf({ say, term }: View, row: RollupRow): string {
  return `${row.region} ${row.period} ${term('family', row.subject)} · ${say('covers', row.parts_in.length, row.parts_reported, row.parts)} ${term('level', row.part_level)}`
}

/** The rate of the sums, and under it, hollow, the one that the region's own notice states. */
function bars(view: View, rows: readonly RollupRow[], pickOf: (row: RollupRow) => Pick): ChartSpec {
  const { palette: p, say, term, narrow, report } = view
  const ownRow = (row: RollupRow) =>
    row.own_pass_rate === null ? undefined : rowOf(report.tables, comparisonKey(row))
  return {
    height: 66 + rows.length * 42,
    axisPicks: rows.map((row) => () => pickOf(row)),
    option: {
      ...base(p),
      legend: {
        top: 0,
        left: 0,
        itemWidth: 12,
        itemHeight: 12,
        itemGap: 16,
        textStyle: { color: p.muted },
        data: [say('rate_of_sums'), say('own_rate')],
      },
      grid: { left: 4, right: narrow ? 64 : 216, top: 34, bottom: 4, containLabel: true },
      xAxis: valueAxis(p, {
        min: 0,
        max: 100,
        splitNumber: narrow ? 2 : 5,
        axisLabel: { formatter: '{value}%' },
      }),
      yAxis: categoryAxis(
        p,
        rows.map(
          (row) => `${shortRegion(row.region).own}\n{quiet|${row.period} · ${term('level', row.part_level)}}`,
        ),
        {
          inverse: true,
          axisLabel: { lineHeight: 16, rich: { quiet: { color: p.muted, fontSize: 11.5 } } },
        },
      ),
      series: [
        {
          type: 'bar',
          name: say('rate_of_sums'),
          barMaxWidth: 13,
          barGap: '15%',
          itemStyle: { color: p.accent },
          emphasis: { disabled: true },
          label: {
            show: true,
            position: 'right',
            color: p.ink,
            rich: { quiet: { color: p.muted, fontSize: 11.5 } },
          },
          data: rows.map((row): Datum => {
            const covers = say('covers', row.parts_in.length, row.parts_reported, row.parts)
            return {
              value: row.pass_rate,
              tip: `${titleOf(view, row)}\n${say('rate_of_sums')} ${percent(row.pass_rate)}`,
              pick: () => pickOf(row),
              label: { formatter: `${percent(row.pass_rate)}${narrow ? '' : `  {quiet|${covers}}`}` },
            }
          }),
        },
        {
          type: 'bar',
          name: say('own_rate'),
          barMaxWidth: 13,
          itemStyle: { color: 'transparent', borderColor: p.accent, borderWidth: 1.25 },
          emphasis: { disabled: true },
          label: { show: true, position: 'right', color: p.muted, fontSize: 11.5 },
          data: rows.map((row): Datum => {
            const own = ownRow(row)
            const title = `${row.region} ${row.period} ${term('family', row.subject)} · ${say('own_rate')}`
            return {
              value: own ? row.own_pass_rate : '-',
              tip: `${title}\n${percent(row.own_pass_rate)}`,
              ...(own && { pick: () => figuresBehind(report.tables, own, title) }),
              label: { formatter: own ? percent(row.own_pass_rate) : '' },
            }
          }),
        },
      ],
    },
  }
}
