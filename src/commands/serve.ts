import { type Command, InvalidArgumentError } from 'commander'

export function serveCommand(program: Command, version: string): void {
  program
    .command('serve')
    .description('show the report of an output folder, and its JSON for dashboards, on this machine only')
    .argument('[folder]', 'the folder that extract wrote', 'out')
    .option('-p, --port <n>', 'port on 127.0.0.1; 0 takes a free one', port, 4280)
    .option('--allow-origin <origin...>', 'pages that may read the JSON: http://localhost:3000', origin)
    .option('--no-redact', 'mask no identity numbers, cards, telephones and e-mails')
    .action(async (folder: string, options: { port: number; allowOrigin?: string[]; redact: boolean }) => {
      const { serve } = await import('../serve/server.ts')
      const { shownBy } = await import('../report/shown.ts')
      try {
        const { server, url } = await serve(folder, {
          port: options.port,
          tool: `tongbao ${version}`,
          origins: options.allowOrigin ?? [],
          shown: shownBy(options),
        })
        process.stdout.write(
          `${url}  report 报告\n${url}openapi.json  what the JSON endpoints answer\nCtrl-C ends it\n`,
        )
        const stop = () => {
          server.close()
          server.closeAllConnections()
        }
        process.once('SIGINT', stop)
        process.once('SIGTERM', stop)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
        throw Object.assign(
          new Error(
            `port ${options.port} is in use on this machine, perhaps by another \`tongbao serve\`; choose another with --port, or --port 0 for a free one`,
          ),
          { name: 'InputError' },
        )
      }
    })
}

function port(value: string): number {
  const n = Number(value)
  if (!/^\d{1,5}$/.test(value) || n > 65_535) throw new InvalidArgumentError('a port is wanted, 0 to 65535.')
  return n
}

function origin(value: string, before: string[] = []): string[] {
  let url: URL
  try {
    url = new URL(value)
  } catch {
    throw new InvalidArgumentError('an origin is wanted, such as http://localhost:3000.')
  }
  if (url.origin === 'null') throw new InvalidArgumentError('an http or https origin is wanted.')
  return [...before, url.origin]
}
