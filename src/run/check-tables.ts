import type { Kit } from '../kit.ts'
import { type AnyOf, anyOf, type Phrases, phrasesOf, SAYINGS } from '../lexicon/phrases.ts'
import type { TableName, TableRow, Tables } from '../lexicon/tables.ts'
import { both } from '../messages.ts'
import { normalize } from '../normalize/normalize.ts'
import { judgingOf } from '../records/judging.ts'
import { classify, termsIn } from '../resolve/category.ts'
import { Hits } from '../resolve/hits.ts'
import { plainPlaces } from '../resolve/plain-places.ts'
import { sentences } from '../resolve/sentence.ts'
import { cellSays } from '../segment/tables/cell-words.ts'
import { columnOf, columnOfFigures, columnOfWords } from '../segment/tables/columns.ts'
import { extract } from './extract.ts'
import { plainMentions } from './plain.ts'

/** A row that does not do what it says of itself. */
interface Misfire {
  table: TableName
  file: string
  line: number
  column: string
  value: string
  /** What is wrong and what would be right, in English and Chinese. */
  why: [en: string, zh: string]
}

type Check<N extends TableName> = {
  table: N
  column: keyof TableRow<N> & string
  /** What is wrong with the cell; null where nothing is. */
  wrong(row: TableRow<N>, kit: Kit): [string, string] | null
}

const check = <N extends TableName>(c: Check<N>): Check<TableName> => c as unknown as Check<TableName>

/** Each row's own test: its example must be read as the row says, its counter-example must not. */
const CHECKS: readonly Check<TableName>[] = [
  check({ table: 'cues', column: 'example', wrong: cueWrong }),
  check({
    table: 'units',
    column: 'name',
    wrong: ({ name }, kit) => {
      const place = placeBefore(name, kit)
      return place === '' ? null : both('row_place_in_name', name.slice(place.length))
    },
  }),
  check({
    table: 'check-items',
    column: 'example',
    wrong: (row, kit) => {
      const items = kit.tables['check-items'].filter((r) => row.example.includes(r.item))
      const best = items.sort((a, b) => b.item.length - a.item.length)[0]
      if (!row.example.includes(row.item)) return both('row_not_in_example', row.item)
      return best && best.category !== row.category ? both('row_read_as', best.category, placeOf(best)) : null
    },
  }),
  check({
    table: 'cells',
    column: 'example',
    wrong: ({ example, says }, kit) => (cellSays(example, says, kit) ? null : both('row_read_as', '-', '')),
  }),
  check({
    table: 'cells',
    column: 'counter',
    wrong: ({ counter, says }, kit) =>
      counter !== '' && cellSays(counter, says, kit) ? both('row_counter', says) : null,
  }),
  check({
    table: 'columns',
    column: 'header',
    wrong: (row, kit) => {
      const read = columnOf(row.header, kit)
      // «检查账号» counts accounts, and names them where its cells are words.
      const alone = (row.role === 'figure' ? columnOfFigures : columnOfWords)(row.header, kit)
      if (read?.role === row.role || alone?.role === row.role) return null
      return both('row_read_as', read?.role ?? '-', read ? placeOf(read) : '')
    },
  }),
  check({
    table: 'region-aliases',
    column: 'example',
    wrong: (row, kit) => {
      const codes = codesIn(row.example, kit)
      return codes.includes(row.code) ? null : both('row_place', row.code, codes.join(' ') || '-')
    },
  }),
  check({
    table: 'region-aliases',
    column: 'counter',
    wrong: (row, kit) =>
      row.counter !== '' &&
      plainPlaces(row.counter, null, kit)
        .map((p) => p.code)
        .includes(row.code)
        ? both('row_counter', row.code)
        : null,
  }),
  check({
    table: 'festivals',
    column: 'example',
    wrong: (row, kit) => {
      const year = Number(row.date.slice(0, 4)) - (row.calendar === 'lunar' && row.month === 12 ? 1 : 0)
      const days = plainMentions(row.example, `${year}-06-30`, kit).map((m) => m.value)
      return days.includes(row.date) ? null : both('row_date', row.date, days.join(' ') || '-')
    },
  }),
  check({
    table: 'eras',
    column: 'example',
    wrong: (row, kit) => {
      const years = plainMentions(row.example, null, kit).map((m) => m.resolved?.start.slice(0, 4))
      return years.includes(row.year) ? null : both('row_date', row.year, years.join(' ') || '-')
    },
  }),
  check({
    table: 'ad-words',
    column: 'example',
    wrong: (row, kit) => {
      const text = normalize(`${row.example}市政府,${row.example}市政府`, kit).text
      return text === '■市政府,■市政府' ? null : both('row_not_masked')
    },
  }),
  check({
    table: 'verdicts',
    column: 'example',
    wrong: (row, kit) => {
      if (!row.example.includes(row.word)) return both('row_not_in_example', row.word)
      const bad = judgingOf(kit).word.test(row.example)
      return bad === (row.verdict === 'unqualified')
        ? null
        : both('row_read_as', bad ? 'unqualified' : 'qualified', '')
    },
  }),
  check({
    table: 'timing',
    column: 'example',
    wrong: (row, kit) => {
      const demands = !DENIES.has(row.says)
      const wrong = [
        ...(dueIn(row.example, kit).length > 0 === demands ? [] : [row.example]),
        ...(row.counter && dueIn(row.counter, kit).length > 0 === demands ? [row.counter] : []),
      ][0]
      return wrong === undefined ? null : both('row_due', wrong, dueIn(wrong, kit).join(' ') || '-')
    },
  }),
  check({
    table: 'phrases',
    column: 'example',
    wrong: (row, kit) => {
      if (!row.example.includes(row.word)) return both('row_not_in_example', row.word)
      return matters(row, row.example, kit) ? null : both('row_idle')
    },
  }),
  check({
    table: 'phrases',
    column: 'counter',
    wrong: (row, kit) =>
      row.counter !== '' &&
      told(row.counter, kit) !==
        told(row.counter, Object.create(kit, { phrases: { value: without(row, kit.tables) } }))
        ? both('row_not_idle')
        : null,
  }),
  check({
    table: 'spun-words',
    column: 'example',
    wrong: (row) => (row.example.includes(row.word) ? null : both('row_not_in_example', row.word)),
  }),
]

/** The patterns made of phrases with the row and without it, where that is not the same. */
function patternsWith(row: TableRow<'phrases'>, kit: Kit): [RegExp, RegExp][] {
  const other = anyOf(without(row, kit.tables))
  const any = anyOf(kit.phrases)
  let asked = false
  const ask: AnyOf = (...says) => {
    asked ||= says.includes(row.says)
    return any(...says)
  }
  return SAYINGS.flatMap((make): [RegExp, RegExp][] => {
    asked = false
    const pattern = make(ask)
    return asked ? [[pattern, make(other)]] : []
  })
}

const without = (row: TableRow<'phrases'>, tables: Tables): Phrases =>
  phrasesOf({ ...tables, phrases: tables.phrases.filter((r) => r !== row) })

/** Is some part of the words, with the row's own in it, read otherwise without the row? */
function matters(row: TableRow<'phrases'>, words: string, kit: Kit): boolean {
  const patterns = patternsWith(row, kit)
  const at = words.indexOf(row.word)
  for (let start = 0; start <= at; start++)
    for (let end = at + row.word.length; end <= words.length; end++) {
      const part = words.slice(start, end)
      if (patterns.some(([a, b]) => String(part.match(a)) !== String(part.match(b)))) return true
    }
  return false
}

/** Rows of timing.tsv whose words leave nothing due. */
const DENIES: ReadonlySet<string> = new Set(['over', 'standing', 'repeated', 'other', 'no_label'])

/** A notice of 2021-04-12 with one sentence in one section. */
const noticeOf = (section: string, words: string, kit: Kit) =>
  extract(
    `岳阳市人民政府办公室关于2021年第一季度政府网站检查情况的通报\n\n各单位:\n现将有关情况通报如下。\n一、${section}\n${words}。\n岳阳市人民政府办公室\n2021年4月12日\n`,
    { kit },
  )

/** The due dates that the sentence demands. */
const dueIn = (words: string, kit: Kit): string[] =>
  noticeOf('工作要求', words, kit).deadlines.map((d) => d.due ?? '?')

/** All that is read of a sentence where problems are told. */
function told(words: string, kit: Kit): string {
  const { records, metrics, deadlines } = noticeOf('存在问题', words, kit)
  return JSON.stringify([records, metrics, deadlines])
}

/** The rows that `of` chooses and that do not do what they say. */
export function misfires(kit: Kit, of: (row: { file: string }) => boolean): Misfire[] {
  return CHECKS.flatMap(({ table, column, wrong }) =>
    kit.tables[table].filter(of).flatMap((row) => {
      const why = wrong(row, kit)
      const value = String((row as unknown as Record<string, unknown>)[column])
      return why ? [{ table, file: row.file, line: row.line, column, value, why }] : []
    }),
  )
}

function cueWrong(row: TableRow<'cues'>, kit: Kit): [string, string] | null {
  const hits = new Hits(row.example, kit)
  const stand = new Set<number>()
  const read = new Map<string, string>()
  for (const about of ['media', 'site', null] as const) {
    const terms = new Set<number>()
    for (const s of sentences(row.example, 0, row.example.length))
      for (const clause of s.clauses) {
        const found = termsIn(row.example, hits, clause.start, clause.end, () => false)
        for (const f of found) terms.add(f.term).has(f.term) && stand.add(f.term)
        for (const c of classify(found, { about, terms }, kit))
          if (c.cue) read.set(c.category, placeOf(c.cue.row))
      }
  }
  const cue = kit.cues.cues.find((c) => c.row.line === row.line && c.row.file === row.file)
  const written = row.pattern.split(' ')
  const lacks = written.filter((_, i) => {
    const term = cue?.terms[i]
    return term && !term.about && !term.governed && !stand.has(term.id)
  })
  if (lacks.length > 0) return both('row_lacks', row.category, lacks.join(' '))
  if (read.has(row.category)) return null
  const [other] = read
  return other ? both('row_read_as', other[0], other[1]) : both('row_not_one_clause', row.category)
}

const codesIn = (text: string, kit: Kit): (string | null)[] =>
  plainPlaces(text, null, kit).flatMap((p) => [p.code, ...(p.candidates ?? []).map((c) => c.code)])

const placeOf = ({ file, line }: { file?: string; line?: number }): string =>
  file === undefined ? '' : `${file.replace(/^.*[\\/](?=[^\\/]+$)/, '')}:${line}`

const MOST_OF_A_PLACE = 12

/** The name of a place, with its class word, that a name begins with; '' where there is none. */
function placeBefore(name: string, kit: Kit): string {
  for (let n = Math.min(MOST_OF_A_PLACE, name.length - 2); n >= 3; n--) {
    const place = name.slice(0, n)
    if (/[省市县区州旗盟]$/.test(place) && kit.regions.everNamed(place).length > 0) return place
  }
  return ''
}
