import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** A Chromium of this machine; null, with a note, where there is none. */
export const executable = PLACES.find((path) => path !== '' && existsSync(path)) ?? null
if (executable === null)
  console.warn(
    'SKIPPED: no Chromium here, so the report was not tried in a browser. apt-get install chromium fonts-noto-cjk, or set CHROMIUM.',
  )

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable!,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
