export type MessageLanguage = 'zh' | 'en'

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
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en'
}
