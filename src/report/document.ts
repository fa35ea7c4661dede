import { createHash } from 'node:crypto'

const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON that can stand in a script element whatever strings it holds. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => ESCAPES[c]!)
}

interface PageParts {
  script: string
  style: string
  head: unknown
  /** Base64 by element id: what the first charts are drawn from, and what can come behind the script that draws them. */
  first: Iterable<readonly [id: string, base64: string]>
  data: Iterable<readonly [id: string, base64: string]>
  title?: string
  /** Whether the page may ask the server that sent it. */
  served: boolean
}

const TITLE = '通报比较报告 · tongbao'
const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

const held = (id: string, base64: string) => `<script type="text/plain" id="${id}">${base64}</script>\n`

/**
 * The page, in pieces to be written one after another. Its policy lets nothing run or load but its own script and style;
 * `style-src-attr` is for the charts, which set style attributes on the shapes that they draw.
 */
export function* pageOf({
  script,
  style,
  head,
  first,
  data,
  served,
  title = TITLE,
}: PageParts): Generator<string> {
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src-elem ${hash(style)}`,
    "style-src-attr 'unsafe-inline'",
    ...(served ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  yield `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<noscript>此报告需要脚本 (JavaScript) 才能显示。This report needs JavaScript to be shown.</noscript>
<div id="app"></div>
<script type="application/json" id="head">${jsonForHtml(head)}</script>
`
  for (const [id, base64] of first) yield held(id, base64)
  yield `<script>${script}</script>\n`
  for (const [id, base64] of data) yield held(id, base64)
  yield '</body>\n</html>\n'
}
