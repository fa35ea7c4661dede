import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Chart, type ChartSpec } from './chart.tsx'
import { Grid, type GridColumn } from './grid.tsx'
import { type Pick, useView } from './view.ts'

interface FigureProps {
  id: string
  title: string
  spec: ChartSpec
  /** The same numbers as a table, for eyes and hands that a chart does not serve. */
  columns: GridColumn[]
  rows: readonly number[]
  pick(row: number): Pick | null
  /** There is nothing to draw. */
  onlyTable?: boolean
  controls?: ComponentChildren
  children?: ComponentChildren
}

/** A chart that can be read as a table. */
export function Figure({
  id,
  title,
  spec,
  columns,
  rows,
  pick,
  onlyTable = false,
  controls,
  children,
}: FigureProps) {
  const { say } = useView()
  const [wanted, setAsTable] = useState(false)
  const asTable = wanted || onlyTable
  return (
    <figure class="figure" id={`figure-${id}`}>
      <figcaption>
        <h3>{title}</h3>
        <div class="controls">
          {controls}
          <Choice
            label={title}
            options={[
              ['chart', say('chart')],
              ['table', say('table')],
            ]}
            value={asTable ? 'table' : 'chart'}
            choose={(v) => setAsTable(v === 'table')}
          />
        </div>
      </figcaption>
      {rows.length === 0 ? (
        <p class="nothing">{say('nothing')}</p>
      ) : asTable ? (
        <Grid columns={columns} rows={rows} label={title} pick={(all, at) => pick(all[at]!)} />
      ) : (
        <div class="scroll">
          <Chart spec={spec} label={title} />
        </div>
      )}
      {!asTable && children}
    </figure>
  )
}

interface ChoiceProps<V extends string> {
  label: string
  options: readonly (readonly [V, string])[]
  value: V
  choose(value: V): void
}

/** One of a few, side by side. */
export function Choice<V extends string>({ label, options, value, choose }: ChoiceProps<V>) {
  return (
    <fieldset class="choice" aria-label={label}>
      {options.map(([v, text]) => (
        <button key={v} type="button" aria-pressed={v === value} onClick={() => choose(v)}>
          {text}
        </button>
      ))}
    </fieldset>
  )
}

export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: string
  children: ComponentChildren
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  )
}
