import type { Mined } from './mine.ts'

/** The proposals as tables: each a comment with its count and place, and under it a row ready for the table. */
export function minedTables(mined: Mined, most: number): { name: string; text: string }[] {
  const cues = mined.cues.slice(0, most)
  const others = (['units', 'columns', 'metadata'] as const).map((name) => ({
    name,
    rows: mined[name].slice(0, most).map((p) => ({
      row: p.row,
      note: `${p.documents} 篇 ${p.times} 处 · ${p.examples[0]!.doc}: ${oneLine(p.examples[0]!.text)}`,
    })),
  }))
  const tables = [
    {
      name: 'cues',
      rows: cues.map((p) => ({
        row: { ...p.row, example: oneLine(p.row.example) },
        note: `${p.documents} 篇 ${p.clauses} 处 · ${p.examples[0]!.doc} · ${p.guesses.slice(1).join(' ? ')} ?`,
      })),
    },
    ...others,
  ]
  return tables
    .filter((t) => t.rows.length > 0)
    .map(({ name, rows }) => ({
      name: `${name}.tsv`,
      text: [
        Object.keys(rows[0]!.row).join('\t'),
        ...rows.flatMap(({ row, note }) => [`# ${note}`, Object.values(row).join('\t')]),
        '',
      ].join('\n'),
    }))
}

/** The same for a person: every table under its name. */
export function printMined(mined: Mined, most: number): string {
  const { clauses } = mined
  const tables = minedTables(mined, most).flatMap(({ name, text }) => ['', `# ── ${name} ──`, text.trimEnd()])
  return [
    `# ${mined.documents} documents 篇, ${clauses.matched + clauses.unmatched} clauses of problems 问题语句, of which no cue reads 未识别 ${clauses.unmatched}`,
    '# Read each row before you keep it; the category is a guess. 逐行核对后再采用,类别为推测。',
    ...mined.failed.map((f) => `# not read 未能读取: ${f.uri}: ${f.cause}`),
    ...tables,
  ].join('\n')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
