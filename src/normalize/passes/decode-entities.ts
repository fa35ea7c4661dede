import { editsOf, type Pass } from '../pass.ts'

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '-',
  hellip: '…',
  times: '×',
  copy: '©',
}

/** Character references that a scraper left in the text («&gt;», «&#12288;»). */
export const decodeEntities: Pass = {
  name: 'entities',
  edits: (text) =>
    text.includes('&')
      ? editsOf(text, /&(?:#(\d{2,6})|#x([0-9a-f]{2,5})|([a-z]{2,8}));/gi, (m) => {
          if (m[3]) return NAMED[m[3].toLowerCase()] ?? null
          const code = m[1] ? Number(m[1]) : Number.parseInt(m[2]!, 16)
          return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
            ? String.fromCodePoint(code)
            : null
        })
      : [],
}
