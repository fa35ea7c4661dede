import type { Kit } from '../kit.ts'
import { Matcher } from '../lexicon/matcher.ts'
import { type Region, stemOf } from '../lexicon/regions.ts'
import { onceFor } from '../once.ts'

/** A place that a sentence names, with what it says of the levels from the province down. */
interface PlainPlace {
  start: number
  end: number
  /** GB/T 2260 of the narrowest level that has a code; null where several places bear the name. */
  code: string | null
  /** 浙江省杭州市西湖区 */
  name: string | null
  level: Region['level'] | 'zone' | 'village' | null
  levels: Partial<Record<'province' | 'city' | 'county' | 'zone' | 'town' | 'village', string>>
  /** The name is no longer in use: until when (YYYY-MM), and what the place is called now where a change is recorded. */
  former?: { until: string; now: { code: string; name: string } | null }
  candidates?: { code: string; name: string }[]
  reason?: string
}

/** `free`: the name stands for the place anywhere; otherwise only right behind the place it lies in. */
interface Named {
  region: Region
  free: boolean
  /** A name without its class word: «北京» in «北京路» is a road's. */
  bare: boolean
  /** Row of a figure of speech for several places (京津冀). */
  joint: boolean
}

/** Names of all levels, their stems and other names, in one trie; made when first asked for. */
const matcherOf = onceFor((kit: Kit): Matcher<Named> => {
  const matcher = new Matcher<Named>()
  const rows = kit.tables['region-aliases']
  const inside = new Set(rows.filter((r) => r.use === 'inside').map((r) => r.alias + r.code))
  const seen = new Set<string>()
  const add = (text: string, named: Named) => {
    const key = `${text}\t${named.region.code}\t${named.region.name}`
    if (seen.has(key)) return
    seen.add(key)
    matcher.add(text, named)
  }
  const times = new Map<string, number>()
  for (const r of rows) times.set(r.alias, (times.get(r.alias) ?? 0) + 1)
  for (const r of rows) {
    const region = kit.regions.everNamed(r.name).find((x) => x.code === r.code)
    if (region)
      add(r.alias, {
        region,
        free: r.use !== 'inside',
        bare: r.use !== 'anywhere',
        joint: times.get(r.alias)! > 1,
      })
  }
  for (const name of kit.regions.names())
    for (const region of kit.regions.everNamed(name)) {
      const bare = !/[省市县区旗州盟]$/.test(name)
      // «城区», «郊区» and «矿区» are words before they are names.
      add(name, {
        region,
        free: (name.length > 2 || !name.endsWith('区')) && !inside.has(name + region.code),
        bare,
        joint: false,
      })
      // «浦东» of 浦东新区.
      const stem = stemOf(region.name.replace(/(?<=..)新区$/, '区'))
      const free = region.level !== 'county' && !inside.has(stem + region.code)
      if (stem) add(stem, { region, free, bare: true, joint: false })
    }
  return matcher
})

const ROAD = /^(?:[东西南北中一二三四五六七八九十\d]{0,2}(?:路|街|大街|大道|巷|弄|胡同|立交)|牌|时间)/
const TOWN = /^([\u4e00-\u9fff]{1,6}?(?:街道(?:办事处)?|镇|乡|苏木))/
const VILLAGE = /^([\u4e00-\u9fff]{1,6}?(?:村|社区|嘎查))(?!委|镇|级)/

/** Places in a sentence, the levels of one place joined; names that several places bear are settled by their neighbours or left open. */
export function plainPlaces(text: string, date: string | null, kit: Kit): PlainPlace[] {
  const matcher = matcherOf(kit)
  const out: PlainPlace[] = []
  const open: { place: PlainPlace; regions: readonly Region[] }[] = []
  for (let i = 0; i < text.length; ) {
    const chain = chainAt(text, i, date, kit, matcher)
    if (!chain) {
      i++
      continue
    }
    out.push(chain.place)
    if (chain.regions.length > 1) open.push(chain as { place: PlainPlace; regions: readonly Region[] })
    i = chain.place.end
  }
  // «朝阳区…长春»: another place of the sentence may tell which one is meant.
  for (const { place, regions } of open) {
    const near = out.filter((p) => p !== place && p.code !== null)
    const kin = regions.filter((r) =>
      near.some((p) => contains(p.code!, r.code) || contains(r.code, p.code!)),
    )
    if (kin.length === 1)
      Object.assign(place, placed(place, kin[0]!, date, kit), { candidates: undefined, reason: undefined })
  }
  return out
}

const contains = (outer: string, inner: string): boolean =>
  outer !== inner && inner.startsWith(outer.replace(/(?:00){1,3}$/, ''))

/** The longest chain of names from the outside in that starts at `at`. */
function chainAt(
  text: string,
  at: number,
  date: string | null,
  kit: Kit,
  matcher: Matcher<Named>,
): { place: PlainPlace; regions: readonly Region[] } | null {
  let outer: readonly Region[] | null = null
  let end = at
  let joint = false
  for (;;) {
    const next = nameAt(text, text[end] === ' ' && outer ? end + 1 : end, outer, date, matcher)
    if (!next) break
    outer = next.regions
    end = next.end
    // «青岛市南区» is 市南区 of 青岛, not 南区 of 青岛市.
    if (text[end - 1] === '市' && end - at > 2) {
      const inner = nameAt(text, end - 1, outer, date, matcher)
      if (inner && text[inner.end - 1] === '区') end--
    }
    joint = next.joint
    if (joint) break
  }
  if (!outer) return null
  const place: PlainPlace = { start: at, end, code: null, name: null, level: null, levels: {} }
  if (outer.length > 1)
    Object.assign(place, {
      candidates: outer.map((r) => ({ code: r.code, name: kit.regions.path(r.code, date) })),
      reason: joint ? 'several places named together' : 'several places bear this name',
    })
  else Object.assign(place, placed(place, outer[0]!, date, kit))
  if (joint) return { place, regions: [] }
  below(text, place, kit)
  return { place, regions: outer }
}

/** The name at a position: inside `outer` where that is known, else one that stands for a place by itself. */
function nameAt(
  text: string,
  at: number,
  outer: readonly Region[] | null,
  date: string | null,
  matcher: Matcher<Named>,
): { regions: readonly Region[]; end: number; joint: boolean } | null {
  let best: { regions: Region[]; end: number; joint: boolean } | null = null
  const byEnd = new Map<number, Named[]>()
  matcher.scan(text, at, Math.min(text.length, at + 16), (start, end, named) => {
    if (start !== at) return
    byEnd.set(end, [...(byEnd.get(end) ?? []), named])
  })
  for (const [end, all] of [...byEnd].sort((a, b) => b[0] - a[0])) {
    if (all.every((n) => n.bare) && ROAD.test(text.slice(end)) && !holdsRoadLike(text, end, all, matcher))
      continue
    if (all.some((n) => n.joint)) {
      if (outer) continue
      best = { regions: all.map((n) => n.region), end, joint: true }
      break
    }
    const fits = outer
      ? all.filter((n) => outer.some((o) => contains(o.code, n.region.code)))
      : all.filter((n) => n.free)
    if (fits.length === 0) continue
    best = {
      regions: settled(
        fits.map((n) => n.region),
        date,
      ),
      end,
      joint: false,
    }
    break
  }
  return best
}

/** «唐山路南区»: what looks like a road is a district of the place before it. */
function holdsRoadLike(text: string, at: number, outer: readonly Named[], matcher: Matcher<Named>): boolean {
  let found = false
  matcher.scan(text, at, Math.min(text.length, at + 6), (start, end, { region, bare }) => {
    found ||=
      start === at &&
      !bare &&
      region.level === 'county' &&
      end > at &&
      outer.some((o) => contains(o.region.code, region.code))
  })
  return found
}

/** Names in use before former ones, a province before the city of its name. */
function settled(regions: readonly Region[], date: string | null): Region[] {
  const month = date ? date.slice(0, 7) : '9999'
  const valid = regions.filter(
    (r) => (r.since === null || r.since <= month) && (r.until === null || month < r.until),
  )
  const all = valid.length
    ? valid.filter((r) => !valid.some((later) => supersedes(later, r)))
    : [...regions].sort((a, b) => ((b.until ?? '') < (a.until ?? '') ? -1 : 1)).slice(0, 1)
  const provinces = all.filter((r) => r.level === 'province')
  const cities = all.filter((r) => r.level === 'city')
  return provinces.length ? provinces : cities.length ? cities : all
}

/** A place that got a new code, of which the list does not say until when it had the old one (弋江区, 嘉黎县). */
function supersedes(later: Region, r: Region): boolean {
  const [a, b] = [later.code, r.code]
  const kin = a.slice(0, 4) === b.slice(0, 4) || a.slice(2, 4) === '90' || b.slice(4) > '20'
  return (
    a !== b &&
    later.level === 'county' &&
    r.level === 'county' &&
    a.slice(0, 2) === b.slice(0, 2) &&
    kin &&
    stemOf(later.name) === stemOf(r.name) &&
    (later.since ?? '') > (r.since ?? '')
  )
}

function placed(place: PlainPlace, region: Region, date: string | null, kit: Kit): Partial<PlainPlace> {
  const lineage = [region, ...kit.regions.lineage(region.code, date).slice(1)]
  const levels = {
    ...Object.fromEntries([...lineage].reverse().map((r) => [r.level, r.name])),
    ...place.levels,
  }
  const change = kit.tables['region-changes'].find(
    (c) => c.old_code === region.code && c.old_name === region.name,
  )
  const over = region.until !== null && (date === null || region.until <= date.slice(0, 7))
  const successor = change ? { code: change.new_code, name: change.new_name } : renamed(region, date, kit)
  return {
    code: region.code,
    name: Object.values(levels).join(''),
    level: place.level ?? region.level,
    levels,
    ...(over && { former: { until: region.until!, now: successor } }),
  }
}

/** The same code under a later name. */
function renamed(region: Region, date: string | null, kit: Kit): { code: string; name: string } | null {
  const now = kit.regions.at(region.code, date)
  return now && now.name !== region.name ? { code: now.code, name: now.name } : null
}

/** Zones, towns and villages have no code here; their names are taken where they stand right behind a place. */
function below(text: string, place: PlainPlace, kit: Kit): void {
  const take = (level: 'zone' | 'town' | 'village', name: string) => {
    place.levels[level] = name
    place.level = level
    place.end += name.length
    if (place.name !== null) place.name += name
  }
  const rest = () => text.slice(place.end, place.end + 16)
  if (place.level !== 'county') {
    const zone = kit.tables.zones
      .map((z) => z.form)
      .filter((f) =>
        rest()
          .slice(0, 4 + f.length)
          .includes(f),
      )
      .sort((a, b) => b.length - a.length)[0]
    const at = zone ? rest().indexOf(zone) : -1
    if (zone && at <= 3 && /^[\u4e00-\u9fff]*$/.test(rest().slice(0, at)))
      take('zone', rest().slice(0, at + zone.length))
  }
  if (
    place.level === 'county' ||
    place.level === 'zone' ||
    place.level === null ||
    /^(?:4419|4420|4604|6202)/.test(place.code ?? '')
  ) {
    const town = TOWN.exec(rest())?.[1]
    if (town && !/^[的和与及各]/.test(town) && !/[的各个]/.test(town)) take('town', town)
  }
  if (place.level === 'county' || place.level === 'town') {
    const village = VILLAGE.exec(rest())?.[1]
    if (village && !/[的各个路街号]/.test(village)) take('village', village)
  }
}
