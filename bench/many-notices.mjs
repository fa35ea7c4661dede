// Writes any number of notices as JSONL on standard output: those of corpus/ and seeds/ over and over, each time of other places and years
// and with other figures. node bench/many-notices.mjs 10000 > notices.jsonl; tongbao extract notices.jsonl -o out
import { readdirSync, readFileSync } from 'node:fs'

const count = Number(process.argv[2] ?? 10_000)
const folders = ['seeds', 'corpus/notices/docs']
const texts = folders.flatMap((folder) =>
  readdirSync(folder)
    .sort()
    .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') })),
)
// Places of today, by level: a city is put for a city, a county for a county.
const places = readFileSync('grammars/lexicon/regions.tsv', 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([code, name, , until]) => /^\d{6}$/.test(code ?? '') && name && !until)
const levelOf = (code) => (code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2)
const ofLevel = [0, 1, 2].map((level) =>
  places.filter(([code]) => levelOf(code) === level).map(([, name]) => name),
)
const levelOfName = new Map(places.map(([code, name]) => [name, levelOf(code)]))

let seed = 20_261_122
const random = (n) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * n)
}

for (let i = 0; i < count; i++) {
  const { file, text } = texts[i % texts.length]
  const put = new Map()
  const years = random(7) - 3
  const varied = text
    .replace(/[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|州|盟|县|区|旗)/g, (name) => {
      for (let cut = 0; cut + 2 <= name.length; cut++) {
        const place = name.slice(cut)
        const level = levelOfName.get(place)
        if (level === undefined) continue
        if (!put.has(place)) put.set(place, ofLevel[level][random(ofLevel[level].length)])
        return name.slice(0, cut) + put.get(place)
      }
      return name
    })
    .replace(/\b(20[12]\d)(?=年|-|〕)/g, (year) =>
      String(Math.min(2025, Math.max(2015, Number(year) + years))),
    )
    .replace(/(?<=[^\d.])(\d{1,3})(?=家|个|条|次)/g, (n) => String(Math.max(1, Number(n) + random(5) - 2)))
  process.stdout.write(
    `${JSON.stringify({ text: varied, url: `https://example.gov.cn/${i}/${encodeURIComponent(file)}` })}\n`,
  )
}
