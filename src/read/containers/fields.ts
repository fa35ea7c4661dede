import type { FieldNames, Member } from './container.ts'

/** The document that named values make, or null where none of them is its text. */
export function memberOf(value: (name: string) => unknown, fields: FieldNames): Omit<Member, 'uri'> | null {
  const first = (names: readonly string[]) => {
    for (const name of names) {
      const found = value(name)
      if (typeof found === 'string') return { name, found }
    }
    return null
  }
  const text = first(fields.text)
  if (!text) return null
  const url = first(fields.url)?.found
  const title = first(fields.title)?.found
  const date = first(fields.date)?.found
  return {
    content: text.found,
    ...(text.name === 'html' ? { mediaType: 'text/html' } : {}),
    ...(url ? { url } : {}),
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
  }
}
