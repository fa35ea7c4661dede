import { readFileSync } from 'node:fs'
import type { TableRow } from './tables.ts'

export type RegionLevel = 'country' | 'province' | 'city' | 'county' | 'town'

/** A place of GB/T 2260 that held its name from `since` until `until` (YYYY-MM, exclusive; null = open). */
export interface Region {
  readonly code: string
  readonly name: string
  readonly level: RegionLevel
  since: string | null
  until: string | null
}

/** What build/regions.mjs writes for names younger than the last revision it has; region-changes.tsv knows better. */
const AFTER_LAST_REVISION = '2016-08'

const ETHNIC =
  /(?:蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|普米族|塔吉克族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|各族)+(?=自治)/

/** Usual short forms: 海北藏族自治州 → 海北州, 大通回族土族自治县 → 大通县, 新疆维吾尔自治区 → 新疆, 山东省 → 山东. */
function shortForms(name: string): string[] {
  for (const [full, short] of [
    ['自治州', '州'],
    ['自治县', '县'],
    ['自治旗', '旗'],
    ['自治区', ''],
    ['特别行政区', ''],
    ['省', ''],
  ] as const) {
    if (!name.endsWith(full)) continue
    const whole = name.slice(0, -full.length)
    const base = name.replace(ETHNIC, '').slice(0, -full.length)
    // 内蒙古 and 东乡 are names of a people and of a place.
    const stem = base.length >= 2 ? base : whole.replace(/族$/, '')
    return short === '' ? [stem] : [stem + short, stem + full]
  }
  return []
}

/** The name without its class word, for «平武» in a notice of 绵阳; '' where too little would be left. */
export function stemOf(name: string): string {
  let stem = stems.get(name)
  if (stem !== undefined) return stem
  stem = withoutClass(name)
  // A longer name would keep the text it was cut from.
  if (name.length > 12) return stem
  if (stems.size >= MOST_STEMS) stems.clear()
  stems.set(name, stem)
  return stem
}

/** The same few places are asked for all through a notice. */
const stems = new Map<string, string>()
const MOST_STEMS = 8192

function withoutClass(name: string): string {
  const short = shortForms(name)[0] ?? name
  const stem = short.replace(/(?:地区|盟|林区|[市县区旗州])$/, '')
  return stem.length >= 2 ? stem : ''
}

/** All places, a column each in lines; their short forms in the order of the places, and other names, with the number of the place. */
export interface RegionList {
  codes: string
  names: string
  since: string
  until: string
  shortForms: [name: string, region: number][]
  aliases: [name: string, region: number][]
}

/** The places of the table at `path`, as changed and called otherwise by the other two tables. */
export function readRegions(
  path: string,
  changes: readonly TableRow<'region-changes'>[],
  aliases: readonly TableRow<'region-aliases'>[],
): RegionList {
  const regions: Region[] = []
  const places = new Map<string, number>()
  const add = (region: Region): number => {
    const at = regions.push(region) - 1
    const place = `${region.code} ${region.name}`
    if (!places.has(place)) places.set(place, at)
    return at
  }
  /** Made where neither package knows it. */
  const find = (code: string, name: string): number =>
    places.get(`${code} ${name}`) ??
    add({ code, name, level: levelOf(code), since: AFTER_LAST_REVISION, until: null })
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [code, name, since, until] = line.split('\t')
    if (!code || !name || !/^\d{6}$/.test(code)) continue
    add({ code, name, level: levelOf(code), since: since || null, until: until || null })
  }
  for (const c of changes) {
    regions[find(c.old_code, c.old_name)]!.until = c.date
    const now = regions[find(c.new_code, c.new_name)]!
    if (now.since === AFTER_LAST_REVISION) now.since = c.date
  }
  const others = aliases
    .filter((a) => a.use === 'anywhere')
    .map((a): [string, number] => [a.alias, find(a.code, a.name)])
  const column = (key: 'code' | 'name' | 'since' | 'until') => regions.map((r) => r[key] ?? '').join('\n')
  return {
    codes: column('code'),
    names: column('name'),
    since: column('since'),
    until: column('until'),
    shortForms: regions.flatMap(({ name }, n) =>
      shortForms(name).map((short): [string, number] => [short, n]),
    ),
    aliases: others,
  }
}

export class Regions {
  readonly #byCode = new Map<string, Region[]>()
  readonly #byName = new Map<string, Region[]>()
  readonly #children = new Map<string, Region[]>()
  readonly #codes = new Map<string, string[]>()
  readonly #stems = new Map<string, Map<string, Region>>()

  constructor({ shortForms, aliases, ...columns }: RegionList) {
    const [names, since, until] = [columns.names, columns.since, columns.until].map((c) => c.split('\n'))
    let short = 0
    const regions = columns.codes.split('\n').map((code, n): Region => {
      const name = names![n]!
      const region = { code, name, level: levelOf(code), since: since![n] || null, until: until![n] || null }
      push(this.#byCode, code, region)
      push(this.#byName, name, region)
      while (shortForms[short]?.[1] === n) push(this.#byName, shortForms[short++]![0], region)
      return region
    })
    for (const [name, n] of aliases) push(this.#byName, name, regions[n]!)
  }

  /** Names, short forms included, that stand for a place wherever they are written. */
  names(): Iterable<string> {
    return this.#byName.keys()
  }

  /** The place at this code, as it was named on `date` (ISO; today where null). */
  at(code: string, date: string | null): Region | undefined {
    const all = this.#byCode.get(code)
    return all?.find((r) => holds(r, date)) ?? all?.[0]
  }

  /** Places of this name; where several, only those that existed on `date`. */
  named(name: string, date: string | null): readonly Region[] {
    const all = this.#byName.get(name) ?? []
    if (all.length < 2) return all
    const valid = all.filter((r) => holds(r, date))
    return valid.length ? valid : all
  }

  /** Places that bear or bore this name. */
  everNamed(name: string): readonly Region[] {
    return this.#byName.get(name) ?? []
  }

  parent(code: string, date: string | null): Region | undefined {
    if (code.endsWith('0000')) return undefined
    const city = code.endsWith('00') ? undefined : this.at(`${code.slice(0, 4)}00`, date)
    return city ?? this.at(`${code.slice(0, 2)}0000`, date)
  }

  /** Itself and what it belongs to, from the inside out. */
  lineage(code: string, date: string | null): Region[] {
    const out: Region[] = []
    for (let r = this.at(code, date); r; r = this.parent(r.code, date)) out.push(r)
    return out
  }

  /** The place inside the one at `code` whose name without its class word is `stem`. */
  insideByStem(code: string, stem: string): Region | undefined {
    let stems = this.#stems.get(code)
    if (!stems) {
      stems = new Map()
      for (const r of this.inside(code)) {
        const own = stemOf(r.name)
        if (!stems.has(own)) stems.set(own, r)
      }
      this.#stems.set(code, stems)
    }
    return stems.get(stem)
  }

  /** Places directly or indirectly inside the one at `code`. */
  inside(code: string): readonly Region[] {
    const prefix = code.replace(/(?:00){1,3}$/, '')
    let found = this.#children.get(prefix)
    if (!found) {
      found = this.#under(prefix).flatMap((c) => (c === code ? [] : this.#byCode.get(c)!))
      this.#children.set(prefix, found)
    }
    return found
  }

  /** Codes that start with this one of a province or a city, in the order they came. */
  #under(prefix: string): readonly string[] {
    if (prefix.length !== 2 && prefix.length !== 4)
      return [...this.#byCode.keys()].filter((code) => code.startsWith(prefix))
    if (this.#codes.size === 0)
      for (const code of this.#byCode.keys())
        for (const length of [2, 4]) push(this.#codes, code.slice(0, length), code)
    return this.#codes.get(prefix) ?? []
  }

  /** Places of a level inside the one at `code`, as they stood on `date` (ISO; today where null). */
  partsOf(code: string, level: RegionLevel, date: string | null): readonly Region[] {
    return this.inside(code).filter((r) => r.level === level && holds(r, date))
  }

  /** 广东省江门市恩平市: the names from the province down. */
  path(code: string, date: string | null): string {
    return this.lineage(code, date)
      .reverse()
      .map((r) => r.name)
      .join('')
  }
}

function holds(r: Region, date: string | null): boolean {
  const month = date ? date.slice(0, 7) : '9999'
  return (r.since === null || r.since <= month) && (r.until === null || month < r.until)
}

function levelOf(code: string): RegionLevel {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
