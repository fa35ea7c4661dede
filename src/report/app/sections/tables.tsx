import { useState } from 'preact/hooks'
import { of } from '../counts.ts'
import { Choice, Section } from '../figure.tsx'
import { figureText } from '../figure-text.ts'
import { Grid } from '../grid.tsx'
import { useView } from '../view.ts'

type Shown = 'records' | 'metrics' | 'notices'

export function Tables() {
  const { report, selection, say, term } = useView()
  const [shown, show] = useState<Shown>('records')
  const { records, metrics, notices } = report.tables
  const region = of(notices.region)
  const period = of(notices.period)
  const place = (items: { notice: number[] }) => [
    {
      head: say('region'),
      cell: (r: number) => region(items.notice[r]!),
      by: (r: number) => region(items.notice[r]!),
    },
    {
      head: say('period'),
      cell: (r: number) => period(items.notice[r]!),
      by: (r: number) => period(items.notice[r]!),
    },
  ]
  const r = records.strings
  const m = metrics.strings
  return (
    <Section id="tables" title={say('tables')}>
      <div class="controls">
        <Choice
          label={say('tables')}
          options={[
            ['records', `${say('records')} ${selection.records.length}`],
            ['metrics', `${say('metrics')} ${selection.metrics.length}`],
            ['notices', `${say('notices')} ${selection.notices.length}`],
          ]}
          value={shown}
          choose={(v) => show(v as Shown)}
        />
      </div>
      {shown === 'records' && (
        <Grid
          key="records"
          label={say('records')}
          size={25}
          rows={selection.records}
          pick={(rows, at) => ({ title: say('records'), table: 'records', rows, at })}
          columns={[
            ...place(records),
            {
              head: say('unit'),
              cell: (i) => of(r.unit_name)(i) ?? of(r.unit)(i),
              by: (i) => of(r.unit_name)(i) ?? of(r.unit)(i),
            },
            {
              head: say('account'),
              cell: (i) => of(r.subject_name)(i) ?? term('subject', of(r.subject)(i)),
              by: of(r.subject_name),
            },
            { head: say('problem'), wide: true, cell: (i) => of(r.problem)(i) },
            { head: say('category'), cell: (i) => term('category', of(r.category)(i)), by: of(r.category) },
            { head: say('severity'), cell: (i) => <Severity code={of(r.severity)(i)} />, by: of(r.severity) },
            { head: say('deadline'), cell: of(r.deadline), by: of(r.deadline) },
          ]}
        />
      )}
      {shown === 'metrics' && (
        <Grid
          key="metrics"
          label={say('metrics')}
          size={25}
          rows={selection.metrics}
          pick={(rows, at) => ({ title: say('metrics'), table: 'metrics', rows, at })}
          columns={[
            ...place(metrics),
            { head: say('about'), cell: of(m.about), by: of(m.about) },
            { head: say('subject'), cell: (i) => term('subject', of(m.subject)(i)), by: of(m.subject) },
            {
              head: say('measure'),
              cell: (i) => of(m.label)(i) ?? term('measure', of(m.measure)(i)),
              by: of(m.measure),
            },
            {
              head: say('value'),
              numeric: true,
              cell: (i) => figureText(metrics, i, term),
              by: (i) => metrics.numbers.value[i]!,
            },
            { head: say('as_of'), cell: of(m.as_of), by: of(m.as_of) },
          ]}
        />
      )}
      {shown === 'notices' && (
        <Grid
          key="notices"
          label={say('notices')}
          size={25}
          rows={selection.notices}
          pick={(rows, at) => ({ title: say('notices'), table: 'notices', rows, at })}
          columns={[
            { head: say('name'), wide: true, cell: (i) => of(notices.title)(i) ?? of(notices.uri)(i) },
            { head: say('region'), cell: region, by: of(notices.region_code) },
            { head: say('period'), cell: period, by: of(notices.period_end) },
            { head: say('issuer'), cell: of(notices.issuer), by: of(notices.issuer) },
            { head: say('issued'), cell: of(notices.issued), by: of(notices.issued) },
            { head: say('doc_number'), cell: of(notices.doc_number) },
          ]}
        />
      )}
    </Section>
  )
}

export function Severity({ code }: { code: string | null }) {
  const { term } = useView()
  return <span class={`severity ${code}`}>{term('severity', code)}</span>
}
