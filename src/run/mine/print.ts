import { say } from '../../messages.ts'
import type { Mined } from './mine.ts'

/** The proposals as tables: each a comment with its count and place, and under it a row ready for the table. */
export function minedTables(mined: Mined, most: number): { name: string; text: string }[] {
  const cues = mined.cues.slice(0, most)
  const others = (['units', 'columns', 'metadata'] as const).map((name) => ({
    name,
    rows: mined[name].slice(0, most).map((p) => ({
      row: p.row,
      note: `${say('mine_seen', p.documents, p.times)} · ${p.examples[0]!.doc}: ${oneLine(p.examples[0]!.text)}`,
    })),
  }))
  const tables = [
    {
      name: 'cues',
      rows: cues.map((p) => ({
        row: { ...p.row, example: oneLine(p.row.example) },
        note: [
          say('mine_seen', p.documents, p.clauses),
          p.examples[0]!.doc,
          p.read_as === null ? `${p.guesses.slice(1).join(' ? ')} ?` : say('mine_read_as', p.read_as),
        ].join(' · '),
      })),
    },
    ...others,
  ]
  return tables.filter((t) => t.rows.length > 0).map(tableText)
}

export interface ProposedTable {
  name: string
  rows: { row: Record<string, string>; note: string }[]
}

/** A table as a file: the header, and each row under what it came from. */
export function tableText({ name, rows }: ProposedTable): { name: string; text: string } {
  return {
    name: `${name}.tsv`,
    text: [
      Object.keys(rows[0]!.row).join('\t'),
      ...rows.flatMap(({ row, note }) => [`# ${note}`, Object.values(row).join('\t')]),
      '',
    ].join('\n'),
  }
}

/** The same for a person: every table under its name. */
export function printMined(mined: Mined, most: number): string {
  const { clauses } = mined
  const tables = minedTables(mined, most).flatMap(({ name, text }) => ['', `# ── ${name} ──`, text.trimEnd()])
  return [
    say('mine_counts', mined.documents, clauses.matched + clauses.unmatched, clauses.unmatched),
    say('mine_guesses'),
    ...mined.failed.map((f) => say('mine_failed', f.uri, f.cause)),
    ...tables,
  ].join('\n')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
