import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Reviewed } from '../decision.ts'
import type { Kind } from '../kinds.ts'
import { head } from './ask.ts'
import { type FormField, formOf } from './forms.ts'
import { type Lang, nameOf, say, type Word } from './words.ts'

interface FormProps {
  kind: Kind
  draft: Reviewed
  lang: Lang
  change(draft: Reviewed): void
  save(): void
  cancel(): void
}

/** The fields of an item. What is not known is left empty. */
export function Form({ kind, draft, lang, change, save, cancel }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus(), [])
  const values = draft as unknown as Record<string, string | number | null>
  return (
    <form
      ref={form}
      class="form"
      onSubmit={(e) => {
        e.preventDefault()
        save()
      }}
      onKeyDown={(e) => {
        if (e.key === 'Escape') cancel()
        else if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) form.current?.requestSubmit()
        else return
        e.preventDefault()
        e.stopPropagation()
      }}
    >
      {formOf(kind, draft).map((field) => (
        <label key={field.name} for={`field-${field.name}`} class={field.as === 'area' ? 'wide' : undefined}>
          {say(lang, `${kind}.${field.name}` as Word)}
          <Field
            field={field}
            value={values[field.name] ?? ''}
            lang={lang}
            set={(value) => change({ ...draft, [field.name]: value })}
          />
        </label>
      ))}
      <p class="wide quote">
        {say(lang, 'evidence')}
        <q lang="zh-CN">{draft.evidence.map((e) => e.quote).join(' … ')}</q>
      </p>
      <p class="wide actions">
        <button type="submit" class="main">
          {say(lang, 'save')} <kbd>Ctrl ⏎</kbd>
        </button>
        <button type="button" onClick={cancel}>
          {say(lang, 'cancel')} <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  )
}

interface FieldProps {
  field: FormField
  value: string | number
  lang: Lang
  set(value: string | number | null): void
}

function Field({ field: { name, as, required, of, codes }, value, lang, set }: FieldProps) {
  const own = { id: `field-${name}`, name, value, required }
  const text = (e: { currentTarget: { value: string } }) =>
    set(e.currentTarget.value.trim() === '' && !required ? null : e.currentTarget.value)
  switch (as) {
    case 'category':
      return (
        <select {...own} onChange={(e) => set(e.currentTarget.value)}>
          <option value="">{say(lang, 'choose')}</option>
          {(['veto', 'deduction', 'management'] as const).map((severity) => (
            <optgroup key={severity} label={nameOf(lang, 'severity', severity)}>
              {head.categories
                .filter((c) => c.severity === severity)
                .map(({ code }) => (
                  <option key={code} value={code}>
                    {`${nameOf(lang, 'category', code)} ${code}`}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )
    case 'choice':
      return (
        <select {...own} onChange={(e) => set(e.currentTarget.value || null)}>
          <option value="">{say(lang, required ? 'choose' : 'unknown')}</option>
          {codes?.map((code) => (
            <option key={code} value={code}>
              {nameOf(lang, of!, code)}
            </option>
          ))}
        </select>
      )
    case 'area':
      return <textarea {...own} rows={2} onInput={text} />
    case 'number':
      return (
        <input
          {...own}
          type="number"
          step="any"
          onInput={(e) => set(e.currentTarget.value === '' ? null : Number(e.currentTarget.value))}
        />
      )
    default:
      return (
        <input
          {...own}
          {...(as === 'day' && { pattern: '\\d{4}-\\d{2}-\\d{2}', placeholder: '2024-05-01' })}
          onInput={text}
        />
      )
  }
}
