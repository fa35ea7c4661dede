// Writes grammars/lexicon/regions.tsv from the two data packages; `--check` only says whether it is what they give.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { areaList } = require('@vant/area-data')
const revisions = Object.values(require('gb2260/lib/revisions.json')).flat()

// Entries that are no place, and development zones and towns that the package codes on its own: GB/T 2260 has none of them.
const notAPlace =
  /^(市辖区|县|市)$|直辖|(开发区|园区|管委会|示范区|实验区|保税区|管理区|农场|学院|松山湖|东莞港|生态园)$/
const ownCode = (code) => {
  const serial = Number(code.slice(4))
  return (
    /^(4419|4420|4604|6202)\d[1-9]|^(4419|4420|4604|6202)[1-9]\d/.test(code) ||
    (serial > 70 && serial < 80) ||
    (serial >= 90 && !code.startsWith('65'))
  )
}

// What the last revision does not know came after it.
const afterLastRevision = '2016-08'
const rows = new Map()
const current = { ...areaList.province_list, ...areaList.city_list, ...areaList.county_list }
for (const [code, name] of Object.entries(current)) {
  const municipality = /^(11|12|31|50)0[12]00$/.test(code)
  if (!municipality && !notAPlace.test(name) && !ownCode(code))
    rows.set(code + name, [code, name, afterLastRevision, ''])
}
const month = (revision) => `${revision.slice(0, 4)}-${revision.slice(4)}`
let newer = ''
const former = new Map()
for (const revision of revisions) {
  for (const [code, name] of Object.entries(require(`gb2260/lib/${revision}.json`))) {
    const known = former.get(code + name)
    if (known) known.since = revision === '200212' ? '' : month(revision)
    else
      former.set(code + name, {
        code,
        name,
        since: revision === '200212' ? '' : month(revision),
        until: newer,
      })
  }
  newer = month(revision)
}
for (const [key, { code, name, since, until }] of former) {
  if (notAPlace.test(name)) continue
  const row = rows.get(key)
  if (row) row[2] = since
  else rows.set(key, [code, name, since, until])
}
const text = [
  '# GB/T 2260: written by build/regions.mjs from the packages gb2260 (revisions 2002-12 to 2016-07) and @vant/area-data (today). Do not edit:',
  '# what changed since 2016-07 stands in region-changes.tsv, and is one row there. Dates are YYYY-MM; until is exclusive.',
  'code\tname\tsince\tuntil',
  ...[...rows.values()].sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1)).map((r) => r.join('\t')),
  '',
].join('\n')
const path = new URL('../grammars/lexicon/regions.tsv', import.meta.url)
if (process.argv.includes('--check')) process.exit(readFileSync(path, 'utf8') === text ? 0 : 1)
writeFileSync(path, text)
