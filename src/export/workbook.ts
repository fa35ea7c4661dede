import type { Lang, Result } from './form.ts'
import { countRedacted, noneRedacted, redactNotice } from './redact.ts'
import type { OutputTable } from './tables.ts'
import { introduction } from './workbook-notes.ts'
import { Workbook } from './xlsx.ts'

/** In this order, and each under its own name in either language. */
const SHEETS = [
  'records',
  'metrics',
  'deadlines',
  'checks',
  'comparison',
  'rollups',
  'trends',
  'unit_functions',
  'notices',
]

/** The workbook: a sheet per table, and one that says what the sheets and columns mean. */
export async function writeWorkbook(result: Result, path: string): Promise<void> {
  const { notices, noticeTables, comparisonTables, lang } = result
  const tables = [...noticeTables, ...comparisonTables]
    .map(({ table }) => table)
    .filter((t) => SHEETS.includes(t.name))
    .sort((a, b) => SHEETS.indexOf(a.name) - SHEETS.indexOf(b.name))
  const workbook = new Workbook(path)
  try {
    const about = workbook.sheet(lang === 'zh' ? '说明' : 'notes', introduction.columns(lang), true)
    for (const row of introduction.rows(tables, result)) about.add(row)
    const sheets = new Map(tables.map((t) => [t.name, workbook.sheet(t.name, columnsOf(t, lang))]))
    const add = (table: OutputTable<never>, rows: Iterable<never>) => {
      const sheet = sheets.get(table.name)
      if (sheet) for (const row of rows) sheet.add(table.columns.map((c) => c.value(row)))
    }
    const counts = noneRedacted()
    for await (const notice of notices()) {
      const shown = result.redact === false ? notice : redactNotice(notice, result)
      countRedacted(shown, counts)
      for (const { table, rows } of noticeTables) add(table, rows(shown))
    }
    for (const row of introduction.redacted(counts, result)) about.add(row)
    for (const { table, rows } of comparisonTables) add(table, rows())
    workbook.close()
  } catch (error) {
    workbook.abandon()
    throw error
  }
}

function columnsOf(table: OutputTable<never>, lang: Lang) {
  return table.columns.map((c) => ({ header: c[lang], type: c.type }))
}
