import { readFileSync } from 'node:fs'

export interface Case {
  line: number
  text: string
  span: string
  value: unknown
  note: string
}

/** Rows of a cases.tsv. */
export function readCases(path: string): Case[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((row, i) => ({ row, line: i + 1 }))
    .filter(({ row }) => row !== '' && !row.startsWith('#') && !row.startsWith('text\t'))
    .map(({ row, line }) => {
      const [text = '', span = '', value = '', note = ''] = row.split('\t')
      return { line, text, span, value: value === '' ? null : JSON.parse(value), note }
    })
}
