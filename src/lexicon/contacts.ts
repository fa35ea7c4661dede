import type { TableRow } from './tables.ts'

/** What tells a person or a telephone in running text; the global ones find all of them. */
export interface Contacts {
  /** Is there anything to look for? */
  any: RegExp
  /** A label and, as group 1, the names behind it. */
  named: RegExp
  name: RegExp
  /** What ends so is no name. */
  office: RegExp
  /** A label and, as group 1, the digits that are a telephone only because of it. */
  number: RegExp
}

type Row = Pick<TableRow<'contacts'>, 'word' | 'kind'>

export function compileContacts(rows: readonly Row[]): Contacts {
  const of = (kind: Row['kind']) => either(rows.filter((row) => row.kind === kind).map((row) => row.word))
  const [person, name] = [of('person'), `${of('family')}[\\u4e00-\\u9fff]{1,2}`]
  return {
    any: new RegExp(`[\\d０-９@＠]|${person}`),
    named: new RegExp(
      `${person}(?:及电话|姓名)?[ \\u3000]{0,3}(?:[:：][ \\u3000]{0,3})?(${name}(?:[、, ]{1,2}${name}){0,4})(?=[^\\u4e00-\\u9fff]|${of('after')}|$)`,
      'g',
    ),
    name: new RegExp(name, 'g'),
    office: new RegExp(`${of('office')}$`),
    number: new RegExp(`${of('number')}[^\\d\\n]{0,6}(\\d{3,4}-?\\d{4})(?!\\d)`, 'g'),
  }
}

/** The longest first, so that none hides behind its own beginning. */
function either(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const long = words.filter((w) => w.length > 1).sort((a, b) => b.length - a.length)
  const single = words.filter((w) => w.length === 1)
  return `(?:${[...long.map(escaped), ...(single.length > 0 ? [`[${single.map(escaped).join('')}]`] : [])].join('|')})`
}
