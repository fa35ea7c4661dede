import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type Pick, useView } from './view.ts'

/** A column of a table over row numbers. */
export interface GridColumn {
  head: string
  cell(row: number): ComponentChildren
  /** What it is ordered by; columns without it cannot be sorted. */
  by?(row: number): string | number | null
  numeric?: boolean
  wide?: boolean
}

interface GridProps {
  columns: GridColumn[]
  rows: readonly number[]
  label: string
  /** What opens when row `at` of the rows in their present order is chosen. */
  pick?(rows: readonly number[], at: number): Pick | null
  size?: number
}

/** Null comes last, numbers by value, text by code units. */
function order(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

/** Days are not broken at their dashes. */
const isDay = (shown: ComponentChildren) => typeof shown === 'string' && /^\d{4}-\d\d-\d\d$/.test(shown)

/** A table with pages and sorting; a row opens with a click, or with its button. */
export function Grid({ columns, rows, label, pick, size = 20 }: GridProps) {
  const { say, open } = useView()
  const [sort, setSort] = useState<{ column: number; down: boolean } | null>(null)
  const [wanted, setPage] = useState(0)
  const by = sort && columns[sort.column]?.by
  const sorted = useMemo(() => {
    if (!by) return rows
    const key = new Map(rows.map((row) => [row, by(row)]))
    const direction = sort.down ? -1 : 1
    return [...rows].sort((a, b) => {
      const [x, y] = [key.get(a)!, key.get(b)!]
      return x === null || y === null ? order(x, y) || a - b : direction * order(x, y) || a - b
    })
  }, [rows, sort])
  const pages = Math.max(1, Math.ceil(sorted.length / size))
  const page = Math.min(wanted, pages - 1)
  const first = page * size
  if (rows.length === 0) return <p class="nothing">{say('nothing')}</p>
  return (
    <>
      <section class="scroll" aria-label={label}>
        <table>
          <thead>
            <tr>
              {columns.map((c, i) => (
                <th
                  key={c.head}
                  scope="col"
                  class={c.numeric ? 'numeric' : undefined}
                  aria-sort={sort?.column === i ? (sort.down ? 'descending' : 'ascending') : undefined}
                >
                  {c.by ? (
                    <button
                      type="button"
                      class="sort"
                      onClick={() =>
                        setSort(
                          sort?.column === i
                            ? sort.down
                              ? null
                              : { column: i, down: true }
                            : { column: i, down: false },
                        )
                      }
                    >
                      {c.head}
                      <span aria-hidden="true">{sort?.column === i ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  ) : (
                    c.head
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(first, first + size).map((row, n) => {
              const made = pick?.(sorted, first + n)
              return (
                <tr
                  key={row}
                  class={made ? 'opens' : undefined}
                  onClick={made ? () => open(made) : undefined}
                >
                  {columns.map((c, i) => {
                    const shown = c.cell(row)
                    const kinds = [c.numeric && 'numeric', c.wide && 'wide', isDay(shown) && 'day']
                    return (
                      <td key={c.head} class={kinds.filter(Boolean).join(' ') || undefined}>
                        {made && i === 0 ? (
                          <button type="button" class="link">
                            {shown ?? '—'}
                          </button>
                        ) : (
                          (shown ?? <span class="null">—</span>)
                        )}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <Pager page={page} pages={pages} go={setPage} />
    </>
  )
}

export function Pager({ page, pages, go }: { page: number; pages: number; go(page: number): void }) {
  const { say } = useView()
  if (pages <= 1) return null
  return (
    <nav class="pager">
      <button type="button" disabled={page === 0} onClick={() => go(page - 1)}>
        ‹ {say('previous')}
      </button>
      <span>{say('page', page + 1, pages)}</span>
      <button type="button" disabled={page >= pages - 1} onClick={() => go(page + 1)}>
        {say('next')} ›
      </button>
    </nav>
  )
}
