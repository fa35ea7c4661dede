import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { noticesIn } from '../../export/forms.ts'
import { both } from '../../messages.ts'
import type { Evidence, Notice } from '../../records/schema.ts'
import { InputError } from '../discover.ts'

/** One thing that a notice says, with what makes it the same thing in two outputs. */
export interface Item {
  /** Items with the same key are the same thing. */
  key: string
  values: Record<string, unknown>
  /** What it is counted under: a category, a measure, a code. */
  category: string
  quote: string
  where: string
  /** Where it stands in the text; of two that overlap, one has become the other. */
  start: number
  end: number
}

export const KINDS = ['records', 'metrics', 'deadlines', 'checks'] as const
export type Kind = (typeof KINDS)[number]

/** What of a notice two outputs are compared by. */
export interface Digested {
  id: string
  uri: string
  fields: Record<string, unknown>
  items: Record<Kind, Item[]>
}

/** The notices of an output folder, or of a notices.ndjson. @throws InputError */
export async function digestedNotices(path: string): Promise<Digested[]> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new InputError(...both('no_input', path))
  const file = stat.isDirectory() ? join(path, 'notices.ndjson') : path
  if (!existsSync(file)) throw new InputError(...both('no_notices', path))
  const out: Digested[] = []
  try {
    for await (const notice of noticesIn(file)) out.push(digested(notice))
  } catch (error) {
    if (error instanceof InputError || (error as NodeJS.ErrnoException).code) throw error
    throw new InputError(...both('line_no_notice', file, out.length + 1, (error as Error).message))
  }
  return out
}

function digested(n: Notice): Digested {
  return {
    id: n.id,
    uri: n.source.uri,
    fields: {
      title: n.title,
      genre: n.genre,
      issuer: n.issuer,
      doc_number: n.doc_number,
      index_number: n.index_number,
      issued: n.issued,
      published: n.published,
      region: n.region?.name ?? null,
      period: n.period?.label ?? null,
      addressees: n.addressees.join('、') || null,
      tables: n.tables.length,
    },
    items: {
      records: n.records.map((r) => {
        const { unit, unit_name, category, subject_name } = r
        return item([unit_name ?? unit, category, subject_name], category, r.evidence, {
          unit,
          unit_name,
          category,
          unit_function: r.unit_function,
          subject: r.subject,
          subject_name,
          verdict: r.verdict,
          pass_rate: r.pass_rate,
          deadline: r.deadline,
          problem: r.problem,
        })
      }),
      metrics: n.metrics.map((m) => {
        const { subject, measure, value, unit, about, as_of, operator } = m
        return item([subject, measure, value, about, as_of], `${subject}.${measure}`, m.evidence, {
          subject,
          measure,
          value,
          unit,
          about,
          as_of,
          operator,
        })
      }),
      deadlines: n.deadlines.map((d) => {
        const { due, text, kind, actor, action, recipient } = d
        return item([due, text], kind, d.evidence, { due, text, kind, actor, action, recipient })
      }),
      checks: n.checks.map((c) => {
        const { code, severity, expected, actual } = c
        return item([code, expected, actual], code, c.evidence, { code, severity, expected, actual })
      }),
    },
  }
}

function item(
  key: readonly unknown[],
  category: string,
  evidence: readonly Evidence[],
  values: Record<string, unknown>,
): Item {
  const first = evidence[0]
  return {
    key: JSON.stringify(key),
    values,
    category,
    quote: first?.quote ?? '',
    where: first?.where ?? '',
    start: first?.start ?? -1,
    end: first?.end ?? -1,
  }
}
