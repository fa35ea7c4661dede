import { join } from 'node:path'
import { en } from 'zod/locales'
import * as z from 'zod/mini'
import { overlaid, overlayFiles } from './overlay.ts'
import { checkReferences } from './references.ts'
import { type Row, readTable } from './table.ts'

// The small form of zod says nothing of itself.
z.config(en())

/** What a word of phrases.tsv may say; the comment at its top tells of each. */
const SAYS = [
  'site',
  'answers',
  'such_as',
  'opened',
  'kept',
  'of_account',
  'no_account',
  'in_state',
  'registered',
  'shown_as',
  'differs',
  'alike',
  'files',
  'under',
  'no_site',
  'self',
  'urges',
  'looks',
  'rest',
  'above',
  'earlier',
  'lauds',
  'well',
  'leaves',
  'now',
  'rises',
  'falls',
  'handled',
  'ruled',
  'promised',
  'paper',
  'onto',
  'given',
  'agency',
  'news',
  'reports',
  'announces',
  'circulates',
  'notifies',
  'bodies',
  'finds',
  'organizes',
  'steers',
  'orders',
  'again',
  'by_checker',
  'still',
  'yet',
  'fault',
  'occurs',
  'all',
  'in_turn',
  'joins',
  'lies_with',
  'likewise',
  'censures',
  'late',
  'annexed',
  'lists',
  'supposes',
  'absent',
  'judged_as',
  'incurs',
  'same_time',
  'at_once',
  'rechecks',
  'titled',
  'no_title',
  'byline',
  'addressed',
  'addresses_none',
  'cites',
  'ministry',
  'department',
  'zone_body',
  'unnamed',
  'called',
  'reached_at',
  'takes_over',
  'bids',
  'must',
  'submits',
  'puts_out',
  'norm',
  'in_time',
  'holds',
  'much',
  'remarks',
  'turns',
  'whether',
] as const

/** Every table of knowledge: its file is `<name>.tsv` under grammars/lexicon. Made when a table is read. */
function makeSchemas() {
  const text = z.string()
  const filled = z.string().check(z.minLength(1, 'cell_empty'))
  const like = (pattern: RegExp, otherwise: string) => z.string().check(z.regex(pattern, otherwise))
  const words = z.pipe(
    like(/^[^,，、;；]*$/, 'cell_words'),
    z.transform((s: string) => (s === '' ? [] : s.split(' '))),
  )
  const filledWords = z.pipe(
    filled,
    z.transform((s: string) => s.split(' ')),
  )
  return {
    categories: z.object({
      category: filled,
      zh: filled,
      severity: z.enum(['veto', 'deduction', 'management']),
      subject: text,
    }),
    cues: z.object({
      category: filled,
      pattern: filled.check(z.regex(/^[^｜]*$/, 'cell_bar')),
      example: filled,
    }),
    words: z.object({ class: filled, kind: z.enum(['object', 'whole', 'state']), words: filledWords }),
    verdicts: z.object({ word: filled, verdict: z.enum(['unqualified', 'qualified']), example: filled }),
    demands: z.object({ word: filled, does: z.enum(['mend', 'act', 'ask']) }),
    timing: z.object({
      says: z.enum([
        'over',
        'standing',
        'repeated',
        'notice',
        'other',
        'received',
        'issued',
        'label',
        'no_label',
        'latest',
        'given',
      ]),
      words: filled,
      place: z.enum(['touching', 'before', 'behind', 'after', 'around', 'sentence']),
      example: filled,
      counter: text,
    }),
    phrases: z.object({
      says: z.enum(SAYS),
      word: filled,
      example: filled,
      counter: text,
    }),
    topics: z.object({ word: filled, category: filled }),
    units: z.object({
      function: filled,
      name: filled,
      aliases: words,
      stems: words,
      levels: like(/^[npct]*$/, 'cell_levels'),
      since: like(/^(\d{4}-\d\d)?$/, 'cell_month'),
      until: like(/^(\d{4}-\d\d)?$/, 'cell_month'),
      provinces: words,
      official: like(/^([^*~]+[*~][^*~]+)?$/, 'cell_official'),
    }),
    'unit-suffixes': z.object({
      suffix: filled,
      function: filled,
      expand: filled,
      not_before: text,
      not_after: text,
      numbered: z.enum(['', 'yes']),
    }),
    functions: z.object({ function: filled, zh: filled, fields: words, shorts: words }),
    zones: z.object({ form: filled, short: filled, function: filled, alone: z.enum(['', 'yes']) }),
    subjects: z.object({
      word: filled,
      subject: filled,
      kind: z.enum([
        'site',
        'column',
        'channel',
        'media',
        'platform',
        'data',
        'message',
        'article',
        'disclosure',
        'service',
      ]),
    }),
    vague: z.object({
      role: z.enum([
        'quantifier',
        'noun',
        'person',
        'part',
        'boundary',
        'generic',
        'compound',
        'scope',
        'body',
        'outside',
        'in_town',
        'ends_town',
        'opens_town',
      ]),
      words: filledWords,
    }),
    modality: z.object({
      word: filled,
      modality: z.enum([
        'denied',
        'required',
        'hypothetical',
        'criteria',
        'previous',
        'past',
        'praised',
        'sanction',
        'observed',
        'none',
      ]),
      scope: z.enum(['after', 'clause', 'sentence']),
    }),
    headings: z.object({
      word: filled,
      role: z.enum(['overview', 'problems', 'causes', 'requirements', 'praise', 'previous', 'criteria']),
    }),
    kinds: z.object({
      word: filled,
      genre: z.enum(['circular', 'self_report', 'notice', 'announcement', 'report', 'plan', 'other']),
    }),
    metadata: z.object({
      key: filled.check(z.regex(/[^:：]$/, 'cell_colon')),
      field: z.enum([
        'index_number',
        'doc_number',
        'title',
        'publisher',
        'source',
        'issued',
        'published',
        '-',
      ]),
    }),
    furniture: z.object({
      word: filled,
      where: z.enum(['start', 'end', 'whole', 'any', 'short', 'foot', 'menu']),
    }),
    columns: z.object({
      header: filled,
      match: z.enum(['whole', 'end', 'any']),
      role: filled,
      measure: text,
    }),
    cells: z.object({
      word: filled,
      says: z.enum([
        'yes',
        'no',
        'none',
        'poor',
        'grade',
        'clear',
        'blank',
        'mended',
        'unmended',
        'same',
        'beside',
        'self',
        'total',
        'subtotal',
        'asks',
        'denies',
      ]),
      match: z.enum(['whole', 'start', 'end']),
      example: filled,
      counter: text,
    }),
    'check-items': z.object({ item: filled, category: filled, media: text, example: filled }),
    measures: z.object({
      word: filled,
      measure: filled,
      figure: z.enum(['count', 'percent', 'points', 'rank', 'all']),
      side: z.enum(['before', 'after']),
      subject: text,
    }),
    'ad-words': z.object({ word: filled, example: filled }),
    'spun-words': z.object({ word: filled, meant: filled, weight: z.enum(['1', '2', '3']), example: filled }),
    'variant-words': z.object({ variant: filled, word: filled }),
    festivals: z.object({
      name: filled,
      calendar: z.enum(['solar', 'lunar', 'term', 'weekday', 'easter']),
      month: z.coerce.number().check(z.multipleOf(1), z.gte(1), z.lte(12)),
      day: filled,
      example: filled,
      date: like(/^\d{4}-\d\d-\d\d$/, 'cell_day'),
    }),
    eras: z.object({
      era: filled,
      first: z.coerce.number().check(z.multipleOf(1), z.gte(1), z.lte(1911)),
      example: filled,
      year: like(/^\d{4}$/, 'cell_year'),
    }),
    'region-aliases': z.object({
      alias: filled,
      use: z.enum(['anywhere', 'plain', 'inside']),
      code: like(/^\d{6}$/, 'cell_code'),
      name: filled,
      example: filled,
      counter: text,
    }),
    'region-changes': z.object({
      date: like(/^\d{4}-\d\d$/, 'cell_month'),
      old_code: like(/^\d{6}$/, 'cell_code'),
      old_name: filled,
      new_code: like(/^\d{6}$/, 'cell_code'),
      new_name: filled,
    }),
    contacts: z.object({
      word: filled,
      kind: z.enum(['family', 'person', 'after', 'number', 'office']),
      example: filled,
    }),
    terms: z.object({ kind: filled, code: filled, zh: filled, en: text }),
  } as const
}

type Schemas = ReturnType<typeof makeSchemas>
let made: Schemas | undefined
const schemas = (): Schemas => (made ??= makeSchemas())

export type TableName = keyof Schemas
export type TableRow<N extends TableName> = Row<z.infer<Schemas[N]>>
export type Tables = { readonly [N in TableName]: TableRow<N>[] }

/**
 * The tables of `folder`, with a user's own rows of `overlay` laid over them.
 * @throws TableError naming file, line and column of the first row that is wrong.
 */
export function loadTables(folder: string, overlay: string | null = null): Tables {
  const own = Object.fromEntries(
    Object.entries(schemas()).map(([name, schema]) => [name, readTable(join(folder, `${name}.tsv`), schema)]),
  ) as unknown as Tables
  const files = overlay === null ? [] : overlayFiles(overlay, Object.keys(schemas()))
  const changed = files.map(({ name, path }) => {
    const table = name as TableName
    return [table, overlaid(table, own[table], path, schemas()[table])]
  })
  const tables = { ...own, ...Object.fromEntries(changed) } as Tables
  checkReferences(tables, own)
  return tables
}
