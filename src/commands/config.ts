import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command, Option } from 'commander'
import { both, listed, ToldError } from '../messages.ts'
import { configureLanguage } from './language.ts'
import { keyOf } from './values.ts'

export const CONFIG_FILE = 'tongbao.config.json'

/** What a config file says wrongly. */
export class ConfigError extends ToldError {
  override readonly name = 'ConfigError'
}

/** Options that every command which has them takes from the file; the others are extract's own. */
const SHARED = new Set(['lexicon'])
const PATHS = new Set(['out', 'lexicon'])

/**
 * Gives a command's options the values of tongbao.config.json in the working folder, where the command line says nothing.
 * Keys are the names of extract's long options. @throws ConfigError naming the key
 */
export async function applyConfig(program: Command, command: Command): Promise<void> {
  const wanted = command.optsWithGlobals().config as string | undefined
  const path = wanted ?? CONFIG_FILE
  if (!existsSync(path)) {
    if (wanted === undefined) return
    throw new ConfigError(...both('config_no_file', path))
  }
  const extract = program.commands.find((c) => c.name() === 'extract')!
  const config = await readConfig(path, extract)
  for (const [key, value] of Object.entries(config)) {
    const option = command.options.find((o) => keyOf(o) === key)
    if (!option || (command !== extract && !SHARED.has(key))) continue
    const name = option.attributeName()
    if (command.getOptionValueSource(name) === 'cli') continue
    command.setOptionValueWithSource(name, valueFor(option, key, value, dirname(path)), 'config')
  }
}

async function readConfig(path: string, extract: Command): Promise<Record<string, unknown>> {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = (error as Error).message
    throw new ConfigError(...both('no_json', path, why))
  }
  // What is wrong in the file is told in its own language too.
  const { lang } = (parsed ?? {}) as { lang?: unknown }
  if (lang === 'zh' || lang === 'en') configureLanguage(lang)
  const { configSchema } = await import('./config-schema.ts')
  const schema = configSchema(extract)
  const checked = schema.safeParse(parsed)
  if (checked.success) return checked.data as Record<string, unknown>
  const issue = checked.error.issues[0]!
  const known = Object.keys(schema.shape)
  if (issue.code === 'unrecognized_keys') {
    const { nearest } = await import('../lexicon/near.ts')
    const key = issue.keys[0]!
    const near = nearest(key, known)
    const choice = near.length > 0 ? both('near_it', listed(near)) : both('known_are', listed(known))
    throw new ConfigError(...both('config_unknown', path, key, choice))
  }
  const key = String(issue.path[0] ?? '')
  const { default: zhCN } = await import('zod/v4/locales/zh-CN.js')
  const inChinese = schema.safeParse(parsed, { error: zhCN().localeError }).error?.issues[0]?.message
  throw new ConfigError(...both('config_value', path, key, [issue.message, inChinese ?? issue.message]))
}

function valueFor(option: Option, key: string, value: unknown, folder: string): unknown {
  if (typeof value === 'boolean') return value
  const text = Array.isArray(value) ? value.join(',') : String(value)
  const placed = PATHS.has(key) ? join(folder, text) : text
  return option.parseArg ? option.parseArg(placed, undefined) : placed
}
