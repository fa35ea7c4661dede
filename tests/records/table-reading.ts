import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'
import { type Layout, layouts, type Meant, notice } from './table-layouts.ts'

export const kit = loadKit('grammars/lexicon')
export const names = Object.keys(layouts)

export const PINGJIANG = '岳阳市平江县人民政府'
export const HOME = 'update.homepage'
export const WORDING = 'content.wording'
export const LINKS = 'access.broken_link'
export const BLANK = 'update.blank_column'
export const STALE = 'update.account'

/** What is read of the table: `unit|name|subject|category` of each record, with what `fields` say. */
export function read(
  layout: Layout,
  table: Meant,
  fields: ('verdict' | 'deadline')[] = [],
  where: 'annex' | 'body' = 'annex',
) {
  const [text, uri] = notice('岳阳市', layout, table, where)
  return extract(text, { kit, uri })
    .records.map((r) =>
      [
        r.unit_name ?? r.unit ?? '-',
        r.subject_name ?? '-',
        r.subject,
        r.category,
        ...fields.map((f) => r[f] ?? '-'),
      ].join('|'),
    )
    .sort()
}

/** The `n`-th layout, going round, of those that `fit`. */
export const layoutAt = (n: number, fit: (layout: Layout) => boolean = () => true): Layout => {
  const fitting = names.map((name) => layouts[name]!).filter(fit)
  return fitting[n % fitting.length]!
}
