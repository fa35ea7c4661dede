import { type Command, InvalidArgumentError } from 'commander'
import { say } from '../messages.ts'
import { type LexiconFlags, lexiconOf, withLexicon } from './lexicon.ts'
import { type OutputFlags, tell, withOutput } from './output.ts'
import { untilStopped } from './stop.ts'
import { port } from './values.ts'

export function serveCommand(program: Command, version: string): void {
  const command = program
    .command('serve')
    .description('show the report of an output folder, and its JSON for dashboards, on this machine only')
    .argument('[folder]', 'the folder that extract wrote', 'out')
    .option('-p, --port <n>', 'port on 127.0.0.1; 0 takes a free one', port, 4280)
    .option('--allow-origin <origin...>', 'pages that may read the JSON: http://localhost:3000', origin)
    .option('--no-redact', 'mask no identity numbers, cards, telephones and e-mails')
  withOutput(withLexicon(command)).action(async (folder: string, flags: ServeFlags) => {
    const { serve } = await import('../serve/server.ts')
    const { shownBy } = await import('../report/shown.ts')
    await untilStopped(
      () =>
        serve(folder, {
          lexicon: lexiconOf(folder, flags),
          port: flags.port,
          tool: `tongbao ${version}`,
          origins: flags.allowOrigin ?? [],
          shown: shownBy(flags),
        }),
      flags.port,
      ({ url }) => tell(flags, { url, openapi: `${url}openapi.json` }, () => say('serve_started', url, url)),
    )
  })
}

interface ServeFlags extends OutputFlags, LexiconFlags {
  redact: boolean
  port: number
  allowOrigin?: string[]
}

function origin(value: string, before: string[] = []): string[] {
  let url: URL
  try {
    url = new URL(value)
  } catch {
    throw new InvalidArgumentError(say('want_origin'))
  }
  if (url.origin === 'null') throw new InvalidArgumentError(say('want_origin'))
  return [...before, url.origin]
}
