import { countBy, derived, of } from '../counts.ts'
import { Figure, Section } from '../figure.tsx'
import { digits, type Pick, useView } from '../view.ts'
import { severityBars } from './severity-bars.ts'

const SHOWN = 12

export function Overview() {
  const view = useView()
  const { report, selection, say, term } = view
  const { records, notices, checks } = report.tables
  const severity = of(records.strings.severity)
  const vetoes = selection.records.filter((row) => severity(row) === 'veto')
  const regions = countBy(selection.notices, notices.region_code).filter((g) => g.key !== null)
  const checkSeverity = of(checks.strings.severity)
  const doubts = selection.checks.filter((row) => checkSeverity(row) !== 'info')
  const tiles: { word: Parameters<typeof say>[0]; n: number; pick: Pick }[] = [
    {
      word: 'notices',
      n: selection.notices.length,
      pick: { title: say('notices'), table: 'notices', rows: selection.notices },
    },
    {
      word: 'regions',
      n: regions.length,
      pick: { title: say('regions'), table: 'notices', rows: regions.map((g) => g.rows[0]!) },
    },
    {
      word: 'records',
      n: selection.records.length,
      pick: { title: say('records'), table: 'records', rows: selection.records },
    },
    { word: 'veto', n: vetoes.length, pick: { title: say('veto'), table: 'records', rows: vetoes } },
    {
      word: 'deadlines',
      n: selection.deadlines.length,
      pick: { title: say('deadlines'), table: 'deadlines', rows: selection.deadlines },
    },
    { word: 'checks', n: doubts.length, pick: { title: say('checks'), table: 'checks', rows: doubts } },
  ]
  const categories = countBy(selection.records, records.strings.category)
  const year = derived(notices.period_end, (day) => day.slice(0, 4))
  const years = countBy(selection.records, year, (row) => records.notice[row]!).sort((a, b) =>
    (a.key ?? '~') < (b.key ?? '~') ? -1 : 1,
  )
  const categoryName = (key: string | null) => term('category', key)
  const yearName = (key: string | null) => key ?? say('none_stated')
  const pickOf = (name: (key: string | null) => string) => (g: { key: string | null; rows: number[] }) => ({
    title: name(g.key),
    table: 'records' as const,
    rows: g.rows,
  })
  return (
    <Section id="overview" title={say('overview')}>
      <ul class="tiles">
        {tiles.map(({ word, n, pick }) => (
          <li key={word}>
            <button type="button" disabled={n === 0} onClick={() => view.open(pick)} data-tile={word}>
              <strong>{digits(n)}</strong>
              <span>{say(word)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="columns">
        <Figure
          id="categories"
          title={say('by_category')}
          spec={severityBars({
            view,
            groups: categories.slice(0, SHOWN),
            nameOf: categoryName,
            pickOf: pickOf(categoryName),
          })}
          columns={[
            { head: say('category'), cell: (i) => categoryName(categories[i]!.key) },
            { head: say('severity'), cell: (i) => term('severity', severity(categories[i]!.rows[0]!)) },
            {
              head: say('records'),
              numeric: true,
              cell: (i) => digits(categories[i]!.rows.length),
              by: (i) => categories[i]!.rows.length,
            },
          ]}
          rows={categories.map((_, i) => i)}
          pick={(i) => pickOf(categoryName)(categories[i]!)}
        />
        <Figure
          id="years"
          title={say('by_year')}
          spec={severityBars({
            view,
            groups: years,
            nameOf: yearName,
            pickOf: pickOf(yearName),
            upright: true,
            height: view.narrow ? 260 : 52 + Math.min(categories.length, SHOWN) * 30,
          })}
          columns={[
            { head: say('year'), cell: (i) => yearName(years[i]!.key) },
            {
              head: say('records'),
              numeric: true,
              cell: (i) => digits(years[i]!.rows.length),
              by: (i) => years[i]!.rows.length,
            },
          ]}
          rows={years.map((_, i) => i)}
          pick={(i) => pickOf(yearName)(years[i]!)}
        />
      </div>
    </Section>
  )
}
