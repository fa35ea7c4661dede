import { readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import type { MessageLanguage } from '../messages.ts'

let configured: MessageLanguage | null = null

/** What tongbao.config.json says; the command line wins over it, and it wins over the locale. */
export function configureLanguage(lang: MessageLanguage): void {
  configured = lang
}

/** The same before the command line is read, since help and what is wrong in that line are told in it too. */
export function configureLanguageFrom(path: string): void {
  try {
    const { lang } = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as { lang?: unknown }
    if (lang === 'zh' || lang === 'en') configureLanguage(lang)
  } catch {}
}

export function withLanguage(command: Command): Command {
  return command.addOption(
    new Option('--lang <lang>', 'language of messages (of the locale)').choices(['zh', 'en']),
  )
}

/**
 * The language of messages: `--lang` where it is given, else the locale's. It changes what a person is told and never
 * what a file holds: headers of the workbook are Chinese unless `--lang` says otherwise.
 */
export function messageLanguage(
  args: readonly string[] = process.argv.slice(2),
  env: NodeJS.ProcessEnv = process.env,
): MessageLanguage {
  for (const [i, arg] of args.entries()) {
    const said = arg === '--lang' ? args[i + 1] : /^--lang=(.*)$/.exec(arg)?.[1]
    if (said === 'zh' || said === 'en') return said
  }
  if (configured) return configured
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en'
}
