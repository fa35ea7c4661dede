import { useState } from 'preact/hooks'
import { countBy, of } from '../counts.ts'
import { Figure, Section } from '../figure.tsx'
import { Pager } from '../grid.tsx'
import { digits, useView } from '../view.ts'
import { HeatFigure } from './heat-map.tsx'
import { severityBars } from './severity-bars.ts'

const SHOWN = 16

export function Functions() {
  const view = useView()
  const { report, selection, say, term } = view
  const [wanted, setPage] = useState(0)
  const { records, notices } = report.tables
  const functionOf = of(records.strings.unit_function)
  const groups = countBy(selection.records, records.strings.unit_function).filter((g) => g.key !== null)
  const regionOf = of(notices.region_code)
  const regionsIn = (rows: readonly number[]) =>
    new Set(rows.map((row) => regionOf(records.notice[row]!))).size
  const severity = of(records.strings.severity)
  const vetoes = (rows: readonly number[]) => rows.filter((row) => severity(row) === 'veto').length
  const name = (key: string | null) => term('unit_function', key)
  const pages = Math.max(1, Math.ceil(groups.length / SHOWN))
  const page = Math.min(wanted, pages - 1)
  const pickOf = (g: { key: string | null; rows: number[] }) => ({
    title: name(g.key),
    table: 'records' as const,
    rows: g.rows,
  })
  return (
    <Section id="functions" title={say('functions')} lead={say('lead_functions')}>
      <Figure
        id="functions"
        title={say('by_function')}
        spec={severityBars({
          view,
          groups: groups.slice(page * SHOWN, (page + 1) * SHOWN),
          nameOf: name,
          pickOf,
        })}
        columns={[
          { head: say('function'), cell: (i) => name(groups[i]!.key) },
          {
            head: say('records'),
            numeric: true,
            cell: (i) => digits(groups[i]!.rows.length),
            by: (i) => groups[i]!.rows.length,
          },
          {
            head: say('veto'),
            numeric: true,
            cell: (i) => digits(vetoes(groups[i]!.rows)),
            by: (i) => vetoes(groups[i]!.rows),
          },
          {
            head: say('regions'),
            numeric: true,
            cell: (i) => digits(regionsIn(groups[i]!.rows)),
            by: (i) => regionsIn(groups[i]!.rows),
          },
        ]}
        rows={groups.map((_, i) => i)}
        pick={(i) => pickOf(groups[i]!)}
      >
        <Pager page={page} pages={pages} go={setPage} />
      </Figure>
      <HeatFigure
        id="function-heat"
        title={say('function_heat')}
        head={say('function')}
        rows={selection.records.filter((row) => functionOf(row) !== null)}
        column={records.strings.unit_function}
        nameOf={name}
        shortOf={name}
      />
    </Section>
  )
}
