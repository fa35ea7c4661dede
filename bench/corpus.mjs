// A corpus of any size out of the notices in seeds/ and corpus/notices: other places, departments, numbers and dates, and
// paragraphs changed between notices. The same seed gives the same bytes.  node bench/corpus.mjs <folder> [count] [seed]
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Mulberry32: enough chance for a corpus, and the same on every machine. */
function chance(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    below: (n) => Math.floor(next() * n),
    pick: (list) => list[Math.floor(next() * list.length)],
  }
}

const rows = (table) =>
  readFileSync(join(root, 'grammars/lexicon', table), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))

function places() {
  const provinces = new Map()
  const level = new Map()
  for (const [code, name, , until] of rows('regions.tsv')) {
    if (until || name.length < 3) continue
    const province = code.slice(0, 2)
    if (!provinces.has(province)) provinces.set(province, { name, city: [], county: [] })
    const kind = code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'
    level.set(name, kind)
    if (kind !== 'province') provinces.get(province)[kind].push(name)
  }
  const usable = [...provinces.values()].filter((p) => p.city.length > 3 && p.county.length > 20)
  return { usable, level }
}

const stem = (name) => name.replace(/(?:省|市|县|区|自治州|州|盟|旗)$/, '')

export function notices() {
  const read = (folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((file) => ({
        file,
        html: file.endsWith('.html'),
        text: readFileSync(join(root, folder, file), 'utf8'),
      }))
  return [...read('seeds'), ...read('corpus/notices/docs')]
}

/** Yields {name, text}: the k-th is a variation of the (k mod n)-th notice. */
export function* corpus(count, seed = 1) {
  const bases = notices()
  const { usable, level } = places()
  const departments = rows('units.tsv')
    .map(([, name]) => name)
    .filter((name) => name.length >= 3 && name.length <= 9 && name.endsWith('局'))
  const alternation = (list) =>
    new RegExp([...list].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|'), 'g')
  const place = alternation(level.keys())
  const department = alternation(departments)
  const paragraphs = bases
    .filter((b) => !b.html)
    .flatMap((b) => b.text.split('\n').filter((l) => l.length > 60 && /[。]\s*$/.test(l) && !/\(\w/.test(l)))
  for (let k = 0; k < count; k++) {
    const { next, below, pick } = chance(seed * 1_000_003 + k)
    const base = bases[k % bases.length]
    let text = base.text
    if (k >= bases.length) {
      const home = pick(usable)
      const named = new Map()
      const other = (name) => {
        if (!named.has(name)) {
          const kind = level.get(name)
          const all = kind === 'province' ? [home.name] : home[kind]
          const alike = all.filter((n) => n.at(-1) === name.at(-1))
          const to = pick(alike.length ? alike : all)
          named.set(name, to)
        }
        return named.get(name)
      }
      text = text.replace(place, other)
      for (const [from, to] of named)
        if (stem(from).length >= 2 && stem(to).length >= 2 && from.length <= 5)
          text = text.replaceAll(stem(from), stem(to))
      const offices = new Map()
      text = text.replace(department, (name) => {
        if (!offices.has(name)) offices.set(name, pick(departments))
        return offices.get(name)
      })
      const years = below(5) - 2
      text = text.replace(/20(?:1[5-9]|2[0-4])(?=\s*[年〕-])/g, (y) => String(Number(y) + years))
      const figures = new Map()
      const grow = 0.6 + next()
      text = text.replace(/(?<![\d.年月〔〕/:-])\d{2,5}(?=\s*[个家条件篇])/g, (n) => {
        if (!figures.has(n)) figures.set(n, String(Math.max(10, Math.round(Number(n) * grow))))
        return figures.get(n)
      })
      text = text.replace(/(?<=〔20\d\d〕)\d+(?=号)/g, () => String(1 + below(300)))
      text = text.replace(/(?<=\d月)\d{1,2}(?=日)/g, () => String(1 + below(28)))
      if (!base.html) {
        const lines = text.split('\n')
        const long = lines.flatMap((l, i) => (l.length > 60 ? [i] : []))
        for (const i of long)
          if (next() < 0.2) lines[i] = next() < 0.5 ? pick(paragraphs) : `${lines[i]}\n${pick(paragraphs)}`
        text = lines.join('\n')
      }
    }
    yield { name: `${String(k).padStart(6, '0')}.${base.html ? 'html' : 'txt'}`, text }
  }
}

/** Writes the corpus into a folder of its own. Returns how many files, characters and bytes it has. */
export function writeCorpus(folder, count, seed = 1) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let characters = 0
  let bytes = 0
  for (const { name, text } of corpus(count, seed)) {
    characters += text.length
    bytes += Buffer.byteLength(text)
    writeFileSync(join(folder, name), text)
  }
  return { count, characters, bytes }
}

/** One notice of about `characters` characters: the sections of others one after another, under one head. */
export function longNotice(characters, seed = 1, kind = 'mixed') {
  const { below, pick } = chance(seed)
  const texts = notices()
    .filter((n) => !n.html)
    .map((n) => n.text)
  const [first] = texts
  if (kind === 'line') {
    let out = ''
    while (out.length < characters) out += pick(texts).replaceAll('\n', '')
    return out.slice(0, characters)
  }
  const out = [first]
  let length = first.length
  if (kind === 'table') out.push('附件1:问题网站清单\n序号 | 单位 | 网站名称 | 存在问题 | 整改期限')
  for (let n = 1; length < characters; n++) {
    const piece =
      kind === 'table'
        ? `${n} | ${pick(['龙山县教育局', '南阳镇人民政府', '市卫生健康局', '区应急管理局'])} | 政务网站${n} | ${pick(['通知公告栏目超过一年未更新', '首页存在错别字', '链接无法打开', '互动留言未及时回复'])} | 2021年${1 + below(12)}月${1 + below(28)}日前`
        : pick(texts)
    out.push(piece)
    length += piece.length + 1
  }
  return out.join('\n').slice(0, characters)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count = '10000', seed = '1'] = process.argv.slice(2)
  if (!folder) throw new Error('usage: node bench/corpus.mjs <folder> [count] [seed]')
  console.log(JSON.stringify(writeCorpus(folder, Number(count), Number(seed))))
}
