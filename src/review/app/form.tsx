import { useEffect, useRef } from 'preact/hooks'
import type { Reviewed } from '../decision.ts'
import { head } from './ask.ts'
import { type Lang, say } from './words.ts'

interface FormProps {
  draft: Reviewed
  lang: Lang
  wrong: string | null
  change(draft: Reviewed): void
  save(): void
  cancel(): void
}

/** The fields of a record. What is not known is left empty. */
export function Form({ draft, lang, wrong, change, save, cancel }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('select')?.focus(), [])
  const name = (kind: string, code: string) => head.terms[kind]?.[code]?.[lang === 'zh' ? 0 : 1] ?? code
  const set = (field: keyof Reviewed, value: unknown) => change({ ...draft, [field]: value })
  const text = (field: 'unit' | 'unit_name' | 'subject_name' | 'deadline') => (
    <label>
      {say(lang, field)}
      <input
        name={field}
        value={draft[field] ?? ''}
        {...(field === 'deadline' && { pattern: '\\d{4}-\\d{2}-\\d{2}', placeholder: '2024-05-01' })}
        onInput={(e) => set(field, e.currentTarget.value.trim() === '' ? null : e.currentTarget.value)}
      />
    </label>
  )
  const choice = (field: 'unit_function' | 'subject' | 'verdict', codes: readonly string[]) => (
    <label>
      {say(lang, field)}
      <select
        name={field}
        value={draft[field] ?? ''}
        onChange={(e) => set(field, e.currentTarget.value || null)}
      >
        <option value="">{say(lang, 'unknown')}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {name(field, code)}
          </option>
        ))}
      </select>
    </label>
  )
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
      <label>
        {say(lang, 'category')}
        <select
          name="category"
          required
          value={draft.category}
          onChange={(e) => set('category', e.currentTarget.value)}
        >
          <option value="">{say(lang, 'choose')}</option>
          {(['veto', 'deduction', 'management'] as const).map((severity) => (
            <optgroup key={severity} label={name('severity', severity)}>
              {head.categories
                .filter((c) => c.severity === severity)
                .map(({ code }) => (
                  <option key={code} value={code}>
                    {`${name('category', code)} ${code}`}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {text('unit')}
      {text('unit_name')}
      {choice('unit_function', head.functions)}
      {choice('subject', Object.keys(head.terms.subject ?? {}))}
      {text('subject_name')}
      <label class="wide">
        {say(lang, 'problem')}
        <textarea
          name="problem"
          rows={2}
          required
          value={draft.problem}
          onInput={(e) => set('problem', e.currentTarget.value)}
        />
      </label>
      {choice('verdict', ['qualified', 'unqualified'])}
      <label>
        {say(lang, 'pass_rate')}
        <input
          name="pass_rate"
          type="number"
          step="any"
          value={draft.pass_rate ?? ''}
          onInput={(e) =>
            set('pass_rate', e.currentTarget.value === '' ? null : Number(e.currentTarget.value))
          }
        />
      </label>
      {text('deadline')}
      <p class="wide quote">
        {say(lang, 'evidence')}
        <q lang="zh-CN">{draft.evidence.map((e) => e.quote).join(' … ')}</q>
      </p>
      {wrong !== null && <p class="wide wrong">{say(lang, 'wrong', wrong)}</p>}
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
