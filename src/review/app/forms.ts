import type { Reviewed, Values } from '../decision.ts'
import type { Kind } from '../kinds.ts'
import { head } from './ask.ts'

/** A field of a form. `codes` are those of a choice, named as terms of the list `of`. */
export interface FormField {
  name: string
  as: 'text' | 'area' | 'day' | 'number' | 'choice' | 'category'
  required?: boolean
  of?: string
  codes?: readonly string[]
}

const codesOf = (list: string): string[] => Object.keys(head.terms[list] ?? {})
const text = (name: string): FormField => ({ name, as: 'text' })
const choice = (name: string, of = name, codes = codesOf(of)): FormField => ({
  name,
  as: 'choice',
  of,
  codes,
})
const must = (field: FormField): FormField => ({ ...field, required: true })

const FORMS: Record<Exclude<Kind, 'fields'>, readonly FormField[]> = {
  records: [
    { name: 'category', as: 'category', required: true },
    text('unit'),
    text('unit_name'),
    choice('unit_function', 'unit_function', head.functions),
    choice('subject'),
    text('subject_name'),
    { name: 'problem', as: 'area', required: true },
    choice('verdict'),
    { name: 'pass_rate', as: 'number' },
    { name: 'deadline', as: 'day' },
  ],
  metrics: [
    must(choice('subject')),
    must(choice('measure')),
    { name: 'value', as: 'number', required: true },
    must(choice('unit')),
    text('about'),
    text('as_of'),
    text('label'),
  ],
  deadlines: [
    { name: 'due', as: 'day' },
    must(choice('kind', 'deadline_kind')),
    { name: 'text', as: 'area', required: true },
    text('actor'),
    text('action'),
    text('recipient'),
  ],
}

/** The fields that an item of a kind is corrected in. */
export function formOf(kind: Kind, value: Reviewed): readonly FormField[] {
  if (kind !== 'fields') return FORMS[kind]
  const { field } = value as Values['fields']
  if (field === 'genre') return [choice('value', 'genre')]
  return [{ name: 'value', as: field === 'issued' || field === 'published' ? 'day' : 'text' }]
}

/** What a card says of an item: its head, whose it is, the words it stands for, and the rest. */
export interface Shown {
  head: string
  whose: string | null
  said: string
  facts: (string | null)[]
}

export function shownAs(
  kind: Kind,
  value: Reviewed,
  name: (list: string, code: string | null) => string | null,
): Shown {
  switch (kind) {
    case 'records': {
      const r = value as Values['records']
      const both = r.unit_name && r.unit && r.unit !== r.unit_name
      return {
        head: name('category', r.category) ?? '—',
        whose: `${r.unit_name ?? r.unit ?? '—'}${both ? `（${r.unit}）` : ''}`,
        said: r.problem,
        facts: [
          name('verdict', r.verdict),
          r.pass_rate === null ? null : `${r.pass_rate}%`,
          r.deadline,
          name('subject', r.subject),
          r.subject_name,
        ],
      }
    }
    case 'metrics': {
      const m = value as Values['metrics']
      return {
        head: [name('subject', m.subject), name('measure', m.measure)].filter(Boolean).join(' · ') || '—',
        whose: m.about,
        said: `${m.value}${m.unit === 'percent' ? '%' : ` ${name('unit', m.unit) ?? ''}`}`,
        facts: [m.label, m.as_of],
      }
    }
    case 'deadlines': {
      const d = value as Values['deadlines']
      return {
        head: d.due ?? '—',
        whose: d.actor,
        said: d.text,
        facts: [d.action, d.recipient, name('deadline_kind', d.kind)],
      }
    }
    case 'fields': {
      const f = value as Values['fields']
      const said = f.field === 'genre' ? name('genre', f.value) : f.value
      const field = f.field === 'region_code' ? 'region' : f.field
      return { head: name('field', field) ?? field, whose: null, said: said ?? '—', facts: [] }
    }
  }
}
