import type { Command, Option } from 'commander'
import * as z from 'zod'
import { count, formats, keyOf, names } from './values.ts'

/** The settings that a config file may have: the long options of extract, each by its kind. */
export function configSchema(extract: Command): z.ZodObject {
  const text = z.string().min(1)
  const list = z.union([text, z.array(text).min(1)])
  const kindOf = (o: Option) => {
    if (o.isBoolean()) return z.boolean()
    if (o.argChoices) return z.enum(o.argChoices as [string, ...string[]])
    if (o.parseArg === (count as unknown)) return z.int().min(1)
    if (o.parseArg === (names as unknown) || o.parseArg === (formats as unknown)) return list
    return text
  }
  const options = extract.options.filter((o) => o.long && !['--help', '--version'].includes(o.long))
  return z.strictObject({
    $schema: text.optional(),
    ...Object.fromEntries(options.map((o) => [keyOf(o), kindOf(o).optional().describe(o.description)])),
  })
}
