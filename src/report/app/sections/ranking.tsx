import { useState } from 'preact/hooks'
import type { ComparisonRow, Family } from '../../../export/comparison/row.ts'
import { base, type ChartSpec, categoryAxis, type Datum, valueAxis } from '../chart.tsx'
import { shortRegion } from '../counts.ts'
import { Choice, Figure, Section } from '../figure.tsx'
import { Pager } from '../grid.tsx'
import { byRegion, figuresBehind } from '../rates.ts'
import { reasons } from '../reasons.ts'
import { percent, useView, type View } from '../view.ts'

const SHOWN = 20

export function Ranking() {
  const view = useView()
  const { report, selection, say, term } = view
  const [chosen, setFamily] = useState<Family>('website')
  const [only, setOnly] = useState(false)
  const [wanted, setPage] = useState(0)
  const family = view.state.family === '' ? chosen : view.state.family
  const latest = [...byRegion(report.tables, selection.comparison, family).values()].map(
    (list) => list.at(-1)!.row,
  )
  const rated = latest
    .filter((row) => row.pass_rate !== null && (!only || row.comparable))
    .sort((a, b) => b.pass_rate! - a.pass_rate! || ((a.region_code ?? '') < (b.region_code ?? '') ? -1 : 1))
  const unrated = latest.filter((row) => row.pass_rate === null).length
  const rank = ranks(rated)
  const pages = Math.max(1, Math.ceil(rated.length / SHOWN))
  const page = Math.min(wanted, pages - 1)
  const shown = rated.slice(page * SHOWN, (page + 1) * SHOWN)
  const title = (row: ComparisonRow) =>
    `${row.region ?? ''} ${row.period ?? ''} ${term('family', row.subject)}`
  const pick = (i: number) => figuresBehind(report.tables, rated[i]!, title(rated[i]!))
  const rows = rated.map((_, i) => i)
  return (
    <Section id="ranking" title={say('ranking')} lead={say('lead_ranking')}>
      <Figure
        id="ranking"
        title={`${term('family', family)} · ${say('pass_rate')}`}
        spec={bars(view, shown, rank)}
        columns={[
          {
            head: say('rank'),
            numeric: true,
            cell: (i) => rank.get(rated[i]!) ?? '—',
            by: (i) => rank.get(rated[i]!) ?? null,
          },
          { head: say('region'), cell: (i) => rated[i]!.region, by: (i) => rated[i]!.region_code },
          { head: say('period'), cell: (i) => rated[i]!.period, by: (i) => rated[i]!.period },
          {
            head: say('pass_rate_stated'),
            numeric: true,
            cell: (i) => percent(rated[i]!.pass_rate),
            by: (i) => rated[i]!.pass_rate,
          },
          {
            head: say('pass_rate_recomputed'),
            numeric: true,
            cell: (i) => percent(rated[i]!.pass_rate_recomputed),
            by: (i) => rated[i]!.pass_rate_recomputed,
          },
          {
            head: say('checked'),
            numeric: true,
            cell: (i) => rated[i]!.checked,
            by: (i) => rated[i]!.checked,
          },
          {
            head: say('unqualified'),
            numeric: true,
            cell: (i) => rated[i]!.unqualified,
            by: (i) => rated[i]!.unqualified,
          },
          { head: say('why_not'), wide: true, cell: (i) => reasons(rated[i]!, term) || say('comparable') },
        ]}
        rows={rows}
        pick={pick}
        controls={
          <>
            {view.state.family === '' && (
              <Choice
                label={say('subject')}
                options={[
                  ['website', term('family', 'website')],
                  ['new_media', term('family', 'new_media')],
                ]}
                value={chosen}
                choose={(v) => setFamily(v as Family)}
              />
            )}
            <label class="check">
              <input type="checkbox" checked={only} onChange={(e) => setOnly(e.currentTarget.checked)} />
              {say('only_comparable')}
            </label>
          </>
        }
      >
        <Pager page={page} pages={pages} go={setPage} />
        {unrated > 0 && <p class="note">{say('more_regions', unrated)}</p>}
      </Figure>
    </Section>
  )
}

/** 1, 2, 2, 4 among the comparable. */
function ranks(rated: readonly ComparisonRow[]): Map<ComparisonRow, number> {
  const rank = new Map<ComparisonRow, number>()
  let before: ComparisonRow | null = null
  let n = 0
  for (const row of rated) {
    if (!row.comparable) continue
    n++
    rank.set(row, before && before.pass_rate === row.pass_rate ? rank.get(before)! : n)
    before = row
  }
  return rank
}

function bars(view: View, rows: readonly ComparisonRow[], rank: Map<ComparisonRow, number>): ChartSpec {
  const { palette: p, say, term, narrow, report } = view
  const label = (row: ComparisonRow) => {
    const { own, within } = shortRegion(row.region ?? '')
    return narrow || within === '' ? own : `${own}{within| ${within}}`
  }
  const title = (row: ComparisonRow) =>
    `${row.region ?? ''} ${row.period ?? ''} ${term('family', row.subject)}`
  return {
    height: 36 + rows.length * 28,
    axisPicks: rows.map((row) => () => figuresBehind(report.tables, row, title(row))),
    option: {
      ...base(p),
      grid: {
        left: 4,
        right: (narrow ? 92 : 150) + (view.state.lang === 'en' ? 44 : 0),
        top: 4,
        bottom: 4,
        containLabel: true,
      },
      xAxis: valueAxis(p, {
        min: 0,
        max: 100,
        splitNumber: narrow ? 2 : 5,
        axisLabel: { formatter: '{value}%' },
      }),
      yAxis: categoryAxis(p, rows.map(label), {
        inverse: true,
        axisLabel: { lineHeight: 16, rich: { within: { color: p.muted, fontSize: 11.5 } } },
      }),
      series: [
        {
          type: 'bar',
          barMaxWidth: 16,
          emphasis: { disabled: true },
          data: rows.map((row): Datum => {
            const why = reasons(row, term)
            return {
              value: row.pass_rate,
              tip: [
                title(row),
                `${say('pass_rate')} ${percent(row.pass_rate)}`,
                ...(why ? wrap(why) : []),
              ].join('\n'),
              pick: () => figuresBehind(report.tables, row, title(row)),
              itemStyle: row.comparable
                ? { color: p.accent }
                : { color: 'transparent', borderColor: p.accent, borderWidth: 1.25, borderType: 'dashed' },
              label: {
                show: true,
                position: 'right',
                formatter: `${percent(row.pass_rate)}  {quiet|${row.comparable ? `#${rank.get(row)}` : say('not_comparable')}${narrow ? '' : ` · ${row.period}`}}`,
                color: p.ink,
                rich: { quiet: { color: p.muted, fontSize: 11.5 } },
              },
            }
          }),
        },
      ],
    },
  }
}

/** Tooltips do not break lines of their own. */
function wrap(text: string): string[] {
  return text.split(/(?<=[;；])\s?/)
}
