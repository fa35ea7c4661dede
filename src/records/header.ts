import { isoDate } from '../calendar.ts'
import type { Kit } from '../kit.ts'
import { ENDING, saying } from '../lexicon/phrases.ts'
import type { Region } from '../lexicon/regions.ts'
import type { Normalized } from '../normalize/normalize.ts'
import { onceFor } from '../once.ts'
import type { Mention, MentionOf } from '../parse/mentions.ts'
import type { Source } from '../read/source.ts'
import type { Hits } from '../resolve/hits.ts'
import { type RegionClue, resolveRegion } from '../resolve/notice-region.ts'
import { officialName } from '../resolve/official-name.ts'
import { type Place, placeOf } from '../resolve/place.ts'
import type { TimeAnchor } from '../resolve/time-anchor.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import { tight } from '../segment/line.ts'
import type { Field, MetadataValue } from '../segment/metadata.ts'
import type { Outline } from '../segment/segment.ts'
import { genreOf } from '../segment/title.ts'
import { periodOf, yearNamed } from './period.ts'
import type { Notice } from './schema.ts'

export interface Known<T> {
  value: T
  start: number
  end: number
}

export interface Header {
  title: Known<string> | null
  genre: Notice['genre']
  issuer: Known<string> | null
  docNumber: Known<string> | null
  indexNumber: Known<string> | null
  issued: Known<string> | null
  published: Known<string> | null
  region: Region | null
  period: Known<NonNullable<Notice['period']>> | null
  place: Place
  anchor: TimeAnchor
}

interface Parts {
  source: Source
  normalized: Normalized
  mentions: readonly Mention[]
  outline: Outline
  hits: Hits
  kit: Kit
}

/** The fields of the notice as a whole, each with where it stands. */
export function readHeader(parts: Parts): Header {
  const { outline, mentions } = parts
  const issued = issuedOn(parts)
  const published = publishedOn(parts)
  const date = issued?.value ?? published?.value ?? null
  const title = outline.title
    ? { value: outline.title.text, start: outline.title.start, end: outline.title.end }
    : declaredTitle(parts)
  const region = noticeRegion(parts, date)
  const place = placeOf(
    region,
    date,
    parts.kit,
    region ? null : ministryOf(outline, parts.kit),
    ownerOf(outline, parts.kit),
  )
  const period = periodOf(parts, parts.normalized.text, date)
  const anchor: TimeAnchor = {
    date,
    year: period ? Number(period.value.start.slice(0, 4)) : yearNamed(mentions),
    quarter: period && /Q(\d)$/.exec(period.value.label) ? Number(period.value.label.slice(-1)) : null,
  }
  return {
    title,
    genre: genreIn(parts),
    issuer: issuerOf(parts, place),
    docNumber: docNumberOf(parts),
    indexNumber: metadataText(outline, 'index_number'),
    issued,
    published,
    region,
    period,
    place,
    anchor,
  }
}

function metadata(outline: Outline, field: Field): MetadataValue[] {
  return outline.metadata.filter((m) => m.field === field && !/^(?:无|—|-|暂无|\/)*$/.test(m.text.trim()))
}

function metadataText(outline: Outline, field: Field): Known<string> | null {
  const found = metadata(outline, field)[0]
  return found
    ? { value: tight(found.text).replace(/[\]】]$/, ''), start: found.start, end: found.end }
    : null
}

function dayOf(mention: MentionOf<'time'>): string | null {
  const c = mention.value.from
  if (!c || c.year === undefined || c.month === undefined || c.day === undefined) return null
  return isoDate(c.year < 100 ? 2000 + c.year : c.year, c.month, c.day)
}

function dayIn(mentions: readonly Mention[], start: number, end: number): Known<string> | null {
  for (const m of mentions) {
    if (m.start < start) continue
    if (m.start >= end) break
    const value = m.kind === 'time' ? dayOf(m) : null
    if (value) return { value, start: m.start, end: m.end }
  }
  return null
}

/** 成文日期: under the signature, else what the metadata say. */
function issuedOn({ outline, mentions }: Parts): Known<string> | null {
  const signed = outline.signature?.date
  const day = signed ? dayOf(signed) : null
  if (signed && day) return { value: day, start: signed.start, end: signed.end }
  for (const m of metadata(outline, 'issued')) {
    const found = dayIn(mentions, m.start, m.end)
    if (found && /成文|生成|签发|印发/.test(m.key)) return found
  }
  return null
}

/** «2019年9月29日 星期日»: the day on which the page was asked for. */
const TODAY = /^\s{0,3}星期[一二三四五六日天]/

/** The page's date: named in the metadata or beside the title, never the signature's. */
function publishedOn(parts: Parts): Known<string> | null {
  const {
    outline,
    mentions,
    normalized: { text },
  } = parts
  for (const m of metadata(outline, 'published')) {
    const found = dayIn(mentions, m.start, Math.max(m.end, m.start + 12))
    if (found) return found
  }
  for (const name of ['PubDate', 'publishdate']) {
    const line = declaredAt(parts, name)
    const found = line && dayIn(mentions, line.start, line.end)
    if (found) return found
  }
  const above = outline.addressees[0]?.start ?? outline.body.start
  const skipped = [outline.title, ...metadata(outline, 'issued'), ...metadata(outline, 'index_number')]
  for (const m of mentions) {
    if (m.end > above) break
    const value = m.kind === 'time' && !TODAY.test(text.slice(m.end, m.end + 6)) ? dayOf(m) : null
    if (value && !skipped.some((s) => s && m.start >= s.start && m.end <= s.end))
      return { value, start: m.start, end: m.end }
  }
  for (const m of metadata(outline, 'issued')) {
    const found = dayIn(mentions, m.start, m.end)
    if (found && !/成文|生成|签发|印发/.test(m.key)) return found
  }
  return null
}

function declaredTitle(parts: Parts): Known<string> | null {
  const line = declaredAt(parts, 'ArticleTitle')
  return line && { value: tight(parts.normalized.text.slice(line.start, line.end)), ...line }
}

/** Where the value stands that is said of the document under a name. */
function declaredAt({ source, normalized }: Parts, name: string): { start: number; end: number } | null {
  const mark = source.marks.find((m) => m.kind === 'declared' && m.name === name)
  return mark
    ? {
        start: normalized.map.fromSource(mark.start + name.length + 2),
        end: normalized.map.fromSource(mark.end),
      }
    : null
}

function docNumberOf({ outline, mentions, normalized, kit }: Parts): Known<string> | null {
  const own = metadata(outline, 'doc_number')[0]
  const inMetadata =
    own && mentions.find((m) => m.kind === 'doc_number' && m.end > own.start && m.end <= own.end)
  const end = outline.addressees[0]?.start ?? outline.passages[0]?.start ?? outline.body.start
  const inHead = mentions.find(
    (m) =>
      m.kind === 'doc_number' &&
      m.end <= end &&
      !/[《(]\s*$/.test(normalized.text.slice(0, m.start)) &&
      outline.head.some((l) => m.start >= l.start && m.end <= l.end),
  )
  // A page that lost its line breaks glues the number to the addressees.
  const opening = mentions.find(
    (m) =>
      m.kind === 'doc_number' &&
      m.start >= outline.body.start - 200 &&
      m.start <= (outline.addressees[0]?.start ?? outline.body.start) + 2 &&
      !/[《(]\s*$/.test(normalized.text.slice(0, m.start)),
  )
  const inTitle =
    outline.title &&
    mentions.find(
      (m) =>
        m.kind === 'doc_number' &&
        m.start >= outline.title!.start &&
        m.end <= outline.title!.end + 30 &&
        m.end <= end,
    )
  const found = inMetadata ?? inHead ?? inTitle ?? opening
  if (found?.kind !== 'doc_number') return null
  // «发文字号敖政办函〔2023〕36号»: the key is no part of it.
  const start = found === inMetadata ? Math.max(found.start, own!.start) : found.start
  const agency = found.value.agency.slice(start - found.start)
  return {
    value: formatDocNumber({ ...found, value: { ...found.value, agency } }, kit),
    start,
    end: found.end,
  }
}

const BEFORE_AGENCY = saying((any) => new RegExp(`^.*(?:${any('cites', 'joins')}|的)`))

/** «文号敖政办字〔2023〕44号»: the cells of a metadata block, joined. */
const KEY_BEFORE = onceFor(({ tables }: Kit) => {
  const keys = tables.metadata.flatMap((row) => (row.field === 'doc_number' ? row.key : []))
  return new RegExp(`^(?:${keys.sort((a, b) => b.length - a.length).join('|')})(?=[\\u4e00-\\u9fff])`)
})

function formatDocNumber(m: MentionOf<'doc_number'>, kit: Kit): string {
  return `${m.value.agency.replace(KEY_BEFORE(kit), '').replace(BEFORE_AGENCY(kit), '')}〔${m.value.year}〕${m.value.serial}号`
}

/** Document numbers cited in the body, each once, in order. */
export function citationsOf(
  { outline, mentions, kit }: Pick<Parts, 'outline' | 'mentions' | 'kit'>,
  own: string | null,
): string[] {
  const out: string[] = []
  for (const m of mentions) {
    if (
      m.kind !== 'doc_number' ||
      !outline.passages.some((p) => p.annex === 0 && m.start >= p.start && m.end <= p.end)
    )
      continue
    const number = formatDocNumber(m, kit)
    if (number !== own && !number.startsWith('〔') && !out.includes(number)) out.push(number)
  }
  return out
}

/** What an opening says the notice is, the first that does. */
const OPENINGS = [
  [saying((any) => new RegExp(any('news'))), 'other'],
  [saying((any) => new RegExp(`自查[^。]{0,40}${any('reports')}|自查情况如下`)), 'self_report'],
  [saying((any) => new RegExp(any('announces'))), 'announcement'],
  [saying((any) => new RegExp(any('circulates'))), 'circular'],
  [saying((any) => new RegExp(any('reports'))), 'report'],
  [saying((any) => new RegExp(any('notifies'))), 'notice'],
] as const

function genreIn({ outline, normalized, kit, source }: Parts): Notice['genre'] {
  if (outline.title && outline.title.genre !== 'other') return outline.title.genre
  const declared = source.declared.ArticleTitle ? genreOf(tight(source.declared.ArticleTitle), kit) : null
  if (declared) return declared
  const opening = normalized.text.slice(outline.body.start, outline.body.start + 800)
  for (const [pattern, genre] of OPENINGS) if (pattern(kit).test(opening)) return genre
  return 'other'
}

/** «水利部办公厅» under the notice: its own bodies are the ministry's. */
function ministryOf(outline: Outline, kit: Kit): string | null {
  const words = outline.signature?.agencies[0]?.text ?? outline.title?.text ?? ''
  return MINISTRY(kit).exec(words)?.[1] ?? null
}

const MINISTRY = saying(
  (any) =>
    new RegExp(`^(?:中华人民共和国)?([\\u4e00-\\u9fff]{2,10}?${any('ministry')})(?=办公厅|办公室|关于|$)`),
)

/** Whose own parts the notice tells of: the zone, the department or the town that issues it. */
function ownerOf(outline: Outline, kit: Kit): Place['own'] {
  const words = outline.signature?.agencies[0]?.text ?? outline.title?.text ?? ''
  let zone: string | null = null
  for (const { form } of kit.tables.zones) {
    const end = words.indexOf(form) + form.length
    if (end > form.length && end <= 16 && end > (zone?.length ?? 0) && OF_ZONE(kit).test(words.slice(end)))
      zone = words.slice(0, end)
  }
  const department = zone ? null : (OF_DEPARTMENT(kit).exec(words)?.[1] ?? null)
  return { zone, department, town: zone || department ? null : (OF_TOWN(kit).exec(words)?.[1] ?? null) }
}

const OF_ZONE = saying((any) => new RegExp(`^(?:${any('zone_body')}|党政|办公室|综合|行政|关于|$)`))
const OF_DEPARTMENT = saying(
  (any) => new RegExp(`^([\\u4e00-\\u9fff]{4,20}?${any('department')})(?=办公室|关于|$)`),
)
/** «成都市郫都区唐昌镇人民政府» */
const OF_TOWN = saying(
  (any) =>
    new RegExp(
      `(?:^|[省市县区旗州盟])((?:(?![省市县区旗州盟])[\\u4e00-\\u9fff]){1,5}(?:[镇乡]|街道))(?=人民政府|政府|办事处|${any('agency')}|党政|党委|关于|$)`,
    ),
)
const NATIONAL = saying(
  (any) =>
    new RegExp(
      `^(?=.{0,9}(?:${any('ministry')}|国家))(?:中华人民共和国|国务院|国家)?[\\u4e00-\\u9fff]{2,8}?${any('ministry', 'department')}(?:办公厅|办公室)?(?=关于|$)`,
    ),
)

const LEVELS: Record<string, Region['level']> = {
  省: 'province',
  县: 'county',
  区: 'county',
  旗: 'county',
  州: 'city',
  盟: 'city',
}

function noticeRegion(parts: Parts, date: string | null): Region | null {
  const { outline, normalized, hits, kit, source } = parts
  const { text } = normalized
  const clues: RegionClue[] = []
  const issuers = [...(outline.signature?.agencies.map((a) => a.text) ?? []), outline.title?.text ?? '']
  for (const a of outline.signature?.agencies ?? []) clues.push({ start: a.start, end: a.end, weight: 12 })
  if (outline.title) clues.push({ start: outline.title.start, end: outline.title.end, weight: 12 })
  for (const m of outline.metadata)
    if (m.field === 'publisher' || m.field === 'title')
      clues.push({ start: m.start, end: m.end, weight: m.field === 'publisher' ? 5 : 8 })
  for (const a of outline.addressees) clues.push({ start: a.start, end: a.end, weight: 2 })
  for (const l of outline.head) clues.push({ start: l.start, end: l.end, weight: 1.5 })
  for (const f of outline.furniture) clues.push({ start: f.start, end: f.end, weight: 0.6 })
  const body = outline.passages.slice(0, 6)
  for (const p of body) clues.push({ start: p.start, end: Math.min(p.end, p.start + 600), weight: 1 })
  const named = issuers.some((i) => i && hitsIn(i, kit))
  if (!named && issuers.some((i) => NATIONAL(kit).test(i))) return null
  const opening = `${outline.title?.text ?? ''}${text.slice(outline.body.start, outline.body.start + 300)}`
  const scope = /全(省|县|区|旗|州|盟)(?!覆盖|面|国)/.exec(opening)?.[1]
  const codes = [...text.matchAll(/标识码[^\d]{0,6}(\d{6})\d{4}/g)].map((m) => m[1]!)
  if (/^\d{10}$/.test(source.declared.SiteIDCode ?? '')) codes.push(source.declared.SiteIDCode!.slice(0, 6))
  return resolveRegion(text, hits, clues, codes, scope ? LEVELS[scope]! : null, date, kit)
}

function hitsIn(words: string, kit: Kit): boolean {
  let found = false
  kit.matcher.scan(words, 0, words.length, (_s, _e, entry) => {
    if (entry.is === 'region') found = true
  })
  return found
}

/** «县政府办公室组织…», not «县商务局网站对4条咨询不予答复». */
const CHECKS = saying(
  (any) =>
    new RegExp(`^(?!${any('site', 'media')})[^,。;]{0,12}(?:${any('organizes')}|[对于]|依据|近期|认真)`),
)

/** The issuing body: signature, else the title's prefix, else who checks in the first sentences, else the metadata. */
function issuerOf(parts: Parts, place: Place): Known<string> | null {
  const { outline, normalized, hits, kit } = parts
  const { text } = normalized
  const agency = outline.signature?.agencies[0]
  if (agency)
    return {
      value: fullName(parts, agency.start, agency.end, agency.text, place),
      start: agency.start,
      end: agency.end,
    }
  const prefix = outline.title && /^(.{3,40}?)关于/.exec(outline.title.text)?.[1]
  if (outline.title && prefix && ENDING(kit).test(prefix)) {
    const at = text.indexOf(prefix, outline.title.start)
    return at >= 0
      ? { value: fullName(parts, at, at + prefix.length, prefix, place), start: at, end: at + prefix.length }
      : { value: prefix, start: outline.title.start, end: outline.title.end }
  }
  const publisher = metadata(outline, 'publisher')[0]
  for (const p of outline.passages.slice(0, 3)) {
    for (const unit of findUnits(text, hits, p.start, Math.min(p.end, p.start + 500), place, kit)) {
      if (
        unit.kind !== 'department' ||
        !CHECKS(kit).test(text.slice(unit.end, unit.end + 16)) ||
        !/[,。;:\s]$|^$/.test(text.slice(p.start, unit.start))
      )
        continue
      if (unit.prefix === '省' && place.region?.level !== 'province') continue
      return { value: officialName(unit, place, kit) ?? unit.written, start: unit.start, end: unit.end }
    }
  }
  if (publisher)
    return {
      value: fullName(parts, publisher.start, publisher.end, tight(publisher.text), place),
      start: publisher.start,
      end: publisher.end,
    }
  return null
}

function fullName(
  { normalized, hits, kit }: Parts,
  start: number,
  end: number,
  written: string,
  place: Place,
): string {
  const unit = findUnits(normalized.text, hits, start, end, place, kit).find(
    (u) => u.start <= start + 1 && u.end >= end - 1,
  )
  if (!unit || unit.kind === 'government') return written
  if (unit.region || unit.prefix === '') {
    const full = officialName(unit, place, kit)
    return full &&
      (place.region === null || full.length >= written.length) &&
      !written.includes(full) &&
      !/^(?:中共|国家|中华)/.test(written)
      ? written.startsWith(place.lineage[1]?.name ?? '\0')
        ? written
        : full
      : written
  }
  return written
}
