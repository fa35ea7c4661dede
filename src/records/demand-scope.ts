import { hanNumber } from '../../grammars/number/values.ts'
import type { Kit } from '../kit.ts'
import { FAULT, MEDIA, SITE, saying } from '../lexicon/phrases.ts'
import { onceFor } from '../once.ts'
import { classify, termsIn } from '../resolve/category.ts'
import { groupUnits } from '../resolve/enumeration.ts'
import { officialName } from '../resolve/official-name.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import type { Span } from '../segment/line.ts'
import type { Heading } from '../segment/outline.ts'
import type { FoundDeadline } from './deadlines.ts'
import { type DemandWords, EXCEPTED, saidBefore, wordsOf } from './demand-words.ts'
import { isOfKind } from './finding.ts'
import { judgingOf } from './judging.ts'
import { type MergedFinding, unitKey } from './merge.ts'
import { type OutlineReference, outlineReferences } from './outline-reference.ts'
import type { Reading } from './reading.ts'
import { aboutOf } from './under-heading.ts'

export type Family = 'media' | 'site'

/** Whose problems a demand is about. */
export interface Scope {
  /** Where its day stands. */
  at: number
  due: string
  mends: boolean
  /** Keys of the units it names. */
  units: Set<string>
  /** Accounts it names, bare. */
  accounts: Set<string>
  /** «关停类账号»: what the heading calls those it is about. */
  kinds: string[]
  /** «第(一)至(五)项» */
  items: OutlineReference[]
  /** «除不合格账号外,第(一)至(四)项…» */
  passedOnly: boolean
  /** «其中泄露个人信息的»: of those just told of. */
  among: boolean
  /** «上年遗留的2个问题»: not what is told now. */
  earlier: boolean
  /** The annex of the table whose remark it is, 0 in the body; null of any other demand. */
  note: number | null
  /** «附件2所列单位4月29日前完成;序号6、7…»: of which annex the rows are, null where it says none. */
  rowsOf: number | null
  /** «附件2所列账号» */
  annexes: number[]
  /** «表1、表2所列网站»: by the numbers of their captions. */
  tables: number[]
  /** «各乡镇(街道)»: towns and nobody else. */
  towns: boolean
  /** «市直部门» are of the notice's own level, «各县(市、区)» of those below. */
  level: 'own' | 'below' | null
  /** The passage it stands in, where that tells of problems. */
  passage: number | null
  /** «该局应…»: whoever they are told of. */
  own: boolean
  /** «县里承诺…»: nobody demands it. */
  promised: boolean
  /** Those judged unqualified, of the families named; every family where none is. */
  unqualified: Set<Family> | null
  /** «子站不合格的5家单位»: all that is told of those judged so. */
  ofUnits: boolean
  /** «上述两个账号»: all of one family. */
  family: Family | null
  /** «不合格的抖音号、快手号»: of accounts on those only; none where it names no platform. */
  platforms: ReadonlySet<string>
  /** «断更账号恢复更新»: those of one problem. */
  categories: Set<string>
  /** «其余问题»: whatever no other demand is about. */
  rest: boolean
  /** «上述单位», «其他点到名的单位»: whoever is named, whatever for. */
  named: boolean
}

/** What the notice tells problems of. */
export interface Known {
  units: ReadonlySet<string>
  accounts: ReadonlySet<string>
  problems: readonly string[]
  findings: readonly MergedFinding[]
  /** Those of the annexes that tell of some, and ANY where one does. */
  annexes: ReadonlySet<number>
  /** The headings over each passage that tells of some. */
  paths: ReadonlyMap<number, readonly Heading[]>
}

const REST = saying((any) => new RegExp(`${any('rest')}|另外的`))
/** «其余不合格网站» */
const REST_JUDGED = saying((any) => new RegExp(`${any('rest')}的?[^,。;]{0,3}${any('unqualified')}`))
const NAMED = saying(
  (any) => new RegExp(`${any('above', 'lists')}的?[^,。;]{0,6}(?:${any('bodies')}|网站|账号|问题)`),
)
const COUNTED = saying(
  (any) =>
    new RegExp(
      `(?:${any('above')}|该|这)(?:\\d{1,9}|[一二两三四五六七八九十]{1,9})?个?[^,。;]{0,6}${any('media', 'site')}`,
    ),
)
const QUOTED = /[“"]([^“”"]{1,30})[”"]/g
const ANNEX = /附[件表](\d{1,2})/g
const ANNEXES = saying(
  (any) =>
    new RegExp(
      `(?<![对按依参]照|根据|依据)((?:附[件表]\\d{0,2}[、和及与]?){1,4})[中里内]?${any('lists')}的?(?:[^、和及与;]{0,30}|[^、和及与;]{0,12}问题[和及与、][^,;。]{0,20}问题[^、和及与;]{0,10})$`,
    ),
)
/** «关停类账号», «予以注销的账号», «长期不更新类和整改不实类», «管理失范一类的账号» */
const KIND = saying((any) => {
  const things = `(?:政府)?(?:${any('media', 'site', 'bodies')}|问题)`
  return new RegExp(
    `(?:(?<![\\u4e00-\\u9fff])|(?<=[类的][和与及]))(?:对|对于|属|属于|列入|予以|其中|涉及|已|(?:等次|结果|结论|评定)[为是]){0,2}((?!政府)[\\u4e00-\\u9fff]{2,12}?|[A-Z])(?:(?:这?一)?类(?:的?${things}|[和与及,]|$)|的(?:${things}|,)|(?:政府)?(?:${any('media')}|${any('site')}))`,
    'g',
  )
})
const THINGS = saying((any) => new RegExp(`^(?:政务|政府)?${any('media', 'site')}$`))
const OF_UNITS = saying((any) => new RegExp(`${any('unqualified')}的[^,。;]{0,6}${any('bodies')}`))
/** «若继续无人维护,年底前予以注销»: what then holds of nobody yet. */
const IF = saying(
  (any) => new RegExp(`(?:^|[,;])[^,;]{0,8}(?:(?!如[实期下上数])${any('supposes')}|确已|确实)[^。;]*$`),
)
/** «通报点名的其他问题也要在同一时限内改完» */
const SAME_TIME = saying((any) => new RegExp(any('same_time')))
const OWN = saying((any) => new RegExp(`该(?:${any('self', 'media', 'site')}|[县市区])|(?:责令|要求)其`))
/** «由市政府办公室审核»: whoever handles it is not who mends. */
const HANDLING = saying((any) => new RegExp(`^[^,。;]{0,6}${any('steers')}`))
/** «负责人表示,相关单位须在…» demands. */
const PROMISED = saying((any) => new RegExp(`${any('promised')}(?![^。;]*${any('must')})`))
const EARLIER = saying((any) => new RegExp(`${any('earlier')}[^,。;]{0,6}?(?:遗留|通报|反馈|指出|发现)`))
/** «督促所属派出所»: those under the ones it names. */
const THEIRS = saying(
  (any) => new RegExp(`${any('under')}的?([\\u4e00-\\u9fff]{2,5}?)(?=[于在要须应将按限,]|$)`),
)
const WRITTEN = saying((any) => new RegExp(any('paper')))
const HANDLED = saying((any) => new RegExp(any('handled')))
const SUBMITTED = saying((any) => new RegExp(`(?<!补)${any('submits')}`))

/** Null for a demand that has no day, or only supposes. */
export function scopeOf(
  reading: Reading,
  d: FoundDeadline,
  previous: FoundDeadline | undefined,
  known: Known,
): Scope | null {
  const { text, kit } = reading
  const before = text.slice(d.sentence.start, d.time.start)
  if (d.due === null || IF(kit).test(before)) return null
  const said = wordsOf(reading, d, previous)
  const { words } = said
  const named = NAMED(kit).test(words)
  const counted = COUNTED(kit).exec(words)
  const judged =
    !ALSO_FAULTY(kit).test(words) &&
    (judgingOf(kit).word.test(words.replace(NOT_JUDGED(kit), '')) ||
      (counted !== null && isJudgedBefore(saidBefore(reading, d), counted[0], kit)))
  const units = unitsIn(reading, said, d, known)
  // «甲县、乙局须于周五前将余下的错链断链全部修复»: what is left to them; «其余不合格网站»: those judged so.
  const rest =
    (named || !REST_JUDGED(kit).test(words)) &&
    REST(kit).test(units.size > 0 ? text.slice(said.start, said.end) : words)
  const items = outlineReferences(words)
  const categories =
    rest || /等/.test(words) || judged || units.size > 0 || (d.mends && named)
      ? []
      : // What is only done, and not mended, by then is not what the demand is about.
        categoriesIn(
          reading,
          said,
          d.mends && items.length === 0 ? d.clauseEnd : Math.max(said.start, said.end),
        )
  const accounts = new Set(
    [...words.matchAll(QUOTED)].flatMap(([, name]) => (known.accounts.has(name!) ? [name!] : [])),
  )
  const kinds = kindsIn(words, known, kit)
  const annexes = annexesIn(words, kit).filter((n) => known.annexes.has(n))
  const tables = tablesIn(words).filter((n) => known.findings.some((f) => f.tableNumber === n))
  const ofUnits = OF_UNITS(kit).test(words)
  const told = d.passage !== null && known.paths.has(d.passage)
  const family =
    judged || rest
      ? null
      : counted
        ? aboutOf(counted[0], kit)
        : units.size + categories.length === 0 && OF_FAMILY(kit).test(words)
          ? aboutOf(words, kit)
          : null
  return {
    at: d.time.start,
    due: d.due,
    mends:
      d.mends ||
      // «请华岩镇于9月11日前答复当事人»
      (units.size > 0 && HANDLED(kit).test(d.action ?? '')) ||
      // «请于6月10日前删除», where the fault is told: whatever is to be done, but to report.
      (told && !WRITTEN(kit).test(d.action ?? '') && !SUBMITTED(kit).test(d.action ?? '')) ||
      // «零报送的单位要于5月底前报送信息5条»: whatever those are told to do, but write of it.
      (kinds.length + items.length > 0 && !judged && !WRITTEN(kit).test(d.action ?? '')) ||
      (d.acts &&
        ((family !== null && named) ||
          units.size +
            accounts.size +
            kinds.length +
            items.length +
            categories.length +
            annexes.length +
            tables.length >
            0)),
    units: rest ? new Set() : units,
    accounts,
    kinds: rest ? [] : kinds,
    items,
    passedOnly: (before.match(EXCEPTED) ?? []).some((e) => judgingOf(kit).word.test(e)),
    among: /其中[^。;]*$/.test(words),
    earlier: EARLIER(kit).test(words),
    note: d.note,
    rowsOf: Number([...`${saidBefore(reading, d)}${words}`.matchAll(ANNEX)].at(-1)?.[1] ?? 0) || null,
    annexes,
    tables,
    passage: told ? d.passage : null,
    own: OWN(kit).test(before),
    promised: PROMISED(kit).test(before),
    unqualified: judged ? (ofUnits ? new Set() : familiesIn(words, kit)) : null,
    ofUnits: judged && ofUnits,
    towns: townsOf(kit).test(words) && !BODIES(kit).test(words),
    level: levelOf(words),
    family,
    platforms: platformsIn(words, kit),
    categories: new Set(categories),
    rest,
    named,
  }
}

/** «对12家不合格网站予以通报批评。…上述网站»: those judged last, where they are of the kind that is referred to. */
function isJudgedBefore(before: string, counted: string, kit: Kit): boolean {
  const last = [...before.matchAll(JUDGED(kit))].at(-1)
  if (!last) return false
  const [about, referred] = [aboutOf(last[0], kit), aboutOf(counted, kit)]
  return about === null || referred === null || about === referred
}

/** «网站虽未判定不合格但存在上述问题的单位» */
const NOT_JUDGED = saying(
  (any) => new RegExp(`[未没](?:有|被)?${any('judged_as')}?[为是]?${any('unqualified')}`, 'g'),
)
/** «不合格网站和存在问题的单位» */
const ALSO_FAULTY = saying(
  (any) =>
    new RegExp(
      `${any('unqualified')}[^,。;]{0,8}(?:以及|[和及与、])[^,。;]{0,4}(?:存在|有|${any('rest')})[^,。;]{0,4}问题`,
    ),
)
const JUDGED = saying((any) => new RegExp(`${any('unqualified')}[^,。;]{0,12}`, 'g'))

const ANY_OF = /(?:各|有关|相关)[^,。;]{0,20}[、和及与]$/

/** Keys of the units that a demand names, of those told of; else of those its heading is: «(一)蒲城县。7月10日前…» */
function unitsIn(reading: Reading, said: DemandWords, { passage }: FoundDeadline, known: Known): Set<string> {
  const units = unitsWithin(reading, said, said, known)
  const over = passage === null ? undefined : reading.outline.passages[passage]!
  const heading = over && over.role !== 'problems' ? over.path.at(-1) : undefined
  if (units.size > 0 || !heading || !NAMES_ONLY.test(heading.text)) return units
  return unitsWithin(reading, heading, { words: '', excepted: [] }, known)
}

const NAMES_ONLY = /^[^\d,。;:须应]{2,24}$/

function unitsWithin(
  { text, hits, place, kit }: Reading,
  { start, end }: Span,
  { words, excepted }: Pick<DemandWords, 'words' | 'excepted'>,
  known: Known,
): Set<string> {
  const units = new Set<string>()
  const theirs = THEIRS(kit).exec(words)?.[1]
  for (const group of groupUnits(text, findUnits(text, hits, start, end, place, kit), start, end, place, kit))
    for (const unit of group.units) {
      // «有关县(市、区)、开发区和市直部门», «各县区、汉中经开区»: any of them.
      if (ANY_OF.test(text.slice(start, unit.start))) continue
      if (excepted.some((e) => unit.start >= e.start && unit.end <= e.end)) continue
      if (!theirs && HANDLING(kit).test(text.slice(unit.end, unit.end + 10))) continue
      const key = trimmed(unitKey(officialName(unit, place, kit) ?? unit.written, place))
      if (known.units.has(key)) units.add(key)
      if (theirs)
        for (const own of known.units) if (own.startsWith(key) && own.endsWith(theirs)) units.add(own)
    }
  return units
}

/** Of which problems a demand is. */
function categoriesIn({ text, hits, kit }: Reading, said: DemandWords, until: number): string[] {
  const { start, over } = said
  const aboutIn = (words: string) =>
    MEDIA(kit).test(words) ? 'media' : SITE(kit).test(words) ? 'site' : null
  const ofAll = aboutIn(said.words)
  return (
    // «未备案和备案信息不一致的账号», «账号、栏目不更新的»: each by itself.
    [...partsOf(text, over ?? { start, end: until }), { start, end: until }]
      .flatMap((part, k, all) => {
        const found = termsIn(text, hits, part.start, part.end, () => false)
        const about = k === all.length - 1 ? ofAll : (aboutIn(text.slice(part.start, part.end)) ?? ofAll)
        return classify(found, { about, terms: new Set(found.map((f) => f.term)) }, kit)
      })
      .map((c) => c.category)
      .filter(
        (category) =>
          category !== 'other' && (category !== 'management.rectification' || WHICH(kit).test(said.words)),
      )
  )
}

function familiesIn(words: string, kit: Kit): Set<Family> {
  const families = new Set<Family>()
  if (MEDIA(kit).test(words)) families.add('media')
  if (SITE(kit).test(words)) families.add('site')
  return families
}

/** The longest names of platforms there are. */
function platformsIn(words: string, kit: Kit): Set<string> {
  const platforms = new Set<string>()
  let left = words
  for (const { word, subject } of namesOfPlatforms(kit))
    if (left.includes(word)) {
      platforms.add(subject)
      left = left.replaceAll(word, ' ')
    }
  return platforms
}

const namesOfPlatforms = onceFor((kit: Kit) =>
  kit.tables.subjects
    .filter(({ kind, subject }) => kind === 'platform' && subject !== 'other_media')
    .sort((a, b) => b.word.length - a.word.length),
)

/** What a demand calls those it is about, where some are called so and others not. */
function kindsIn(words: string, known: Known, kit: Kit): string[] {
  const headings = [...known.paths.values()].map(headingsOf)
  const isOfSome = (kind: string, of: readonly string[]) =>
    !FAULTY(kit).test(kind) &&
    of.some((words) => words.includes(kind)) &&
    of.some((words) => !words.includes(kind))
  const classes = (kind: string) =>
    known.findings.some((f) => isOfKind(f, kind)) && known.findings.some((f) => !isOfKind(f, kind))
  const kinds = [...words.matchAll(KIND(kit))].flatMap(([all, kind]) =>
    // «对网站栏目全面清理» is of no kind.
    THINGS(kit).test(kind!)
      ? []
      : classes(kind!) ||
          isOfSome(kind!, headings) ||
          // «微信公众号» is no problem that some have, «零报送的单位» and «停用账号» are.
          ((/[的类]/.test(all!.slice(kind!.length)) || FAULT(kit).test(kind!)) &&
            isOfSome(kind!, known.problems))
        ? kind!
        : [],
  )
  // «“区情概况”栏目于7月底前更新到位»
  // «备注为“拟注销”的账号»
  const quoted = [...words.matchAll(QUOTED)].flatMap(([name, inner]) =>
    isOfSome(name, known.problems) ? name : classes(inner!) ? inner! : [],
  )
  return [...kinds, ...quoted, ...classesNamed(words, known)]
}

/** «突出问题立即改,一般问题月底前改完»: headings that part the problems into classes, by their own words. */
function classesNamed(words: string, { paths }: Known): string[] {
  const all = [...paths.values()].flat()
  const classes = [...new Set(all.map((h) => h.text))].filter((name) => {
    const own = all.find((h) => h.text === name)!
    return (
      name.length > 2 &&
      all.some((h) => h.level === own.level && h.text !== name && h.text.slice(-2) === name.slice(-2))
    )
  })
  const named = (part: string) => classes.filter((name) => part.includes(name))
  return named(words.split(/[,;]/).findLast((part) => named(part).length > 0) ?? '')
}

/** «存在问题的单位» and «被通报的网站» are all of them, though a heading says «合格但存在问题的网站». */
const FAULTY = saying(
  (any) =>
    new RegExp(
      `^(?:(?:存在|有|出现|发现)(?:的|一些|相关)?问题|${any('above')}?被?${any('lists')}(?:批评)?到?)$`,
    ),
)

export const isSpecific = (s: Scope): boolean =>
  !s.rest &&
  (s.units.size > 0 ||
    s.accounts.size > 0 ||
    s.kinds.length > 0 ||
    s.items.length > 0 ||
    s.annexes.length > 0 ||
    s.tables.length > 0 ||
    s.unqualified !== null ||
    s.family !== null ||
    s.categories.size > 0)

export const headingsOf = (path: readonly Heading[]): string => path.map((h) => h.text).join(' ')

/** «仍未整改到位的2家网站»: those it is told of; «未整改的6家单位» may have more to mend. */
const WHICH = saying(
  (any) =>
    new RegExp(
      `[未没不][^,。;的]{0,8}(?:到位|完成|整改)的(?:\\d{1,9}|[一二两三四五六七八九十]{1,3})[个家][^,。;]{0,6}?${any('media', 'site')}`,
    ),
)

function partsOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^、和与及或]{2,}/g)].map(({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
  }))
}

/** «各乡镇(街道)要», told by the endings of towns. */
const townsOf = onceFor((kit: Kit) => {
  const endings = kit.tables['unit-suffixes'].flatMap((row) => (OF_TOWN.test(row.function) ? row.suffix : []))
  return new RegExp(`各(?:[()、和]?(?:${endings.sort((a, b) => b.length - a.length).join('|')})\\)?){1,4}`)
})

const OF_TOWN = /^(?:town|subdistrict)$/

function levelOf(words: string): Scope['level'] {
  const own = /[省市州盟县区旗](?:直|本级|级(?!别))/.test(words)
  const below =
    /(?:各|有关|相关|^[,;、\s]*)(?:[县市区州旗]|\([县市区州旗、]{1,9}\)|、){1,9}(?!直|级|属|本级|政府办)/.test(
      words,
    )
  return own === below ? null : own ? 'own' : 'below'
}

/** Bodies of another kind. */
const BODIES = saying((any) => new RegExp(`(?![乡镇街])${any('bodies')}|政府[^,。;]{0,8}[、和及]`))

/** «表1中的5家网站», «表一、表二所列问题» */
const tablesIn = (words: string): number[] =>
  [
    ...words.matchAll(
      /(?<![报附])表(\d{1,2}|[一二三四五六七八九十])(?![中里内]?的?“)(?=[、和及与]表|[中里内]|所列|列[出明]|的)/g,
    ),
  ].map(([, n]) => Number(n) || hanNumber(n!))

/** «附件1、附件2所列账号», «附件所列问题». */
function annexesIn(words: string, kit: Kit): number[] {
  const said = ANNEXES(kit).exec(words) ?? BRACKETED.exec(words)
  return said ? (said[1]!.match(/\d+/g)?.map(Number) ?? [ANY]) : []
}

/** «停用账号(附件2)由开设单位于4月9日前完成注销» */
const BRACKETED = /^[^,;]{0,20}\(((?:附[件表]\d{0,2}[、和及与]?){1,4})\)[^、和及与;]{0,30}$/

/** Of annexes: whichever there are. */
export const ANY = 0

/** «…10月20日前整改到位;点到的其他问题,也要在同一时限内改完»: the same date for the rest. */
export function sameTime({ text, kit }: Reading, d: FoundDeadline, scope: Scope): Scope[] {
  const next = text.slice(d.clauseEnd, d.clauseEnd + FAR)
  const found = SAME_TIME(kit).exec(next)
  if (!found || next.slice(0, found.index).includes('\n') || !REST(kit).test(next.slice(0, found.index)))
    return []
  return [
    {
      ...scope,
      units: new Set(),
      accounts: new Set(),
      kinds: [],
      items: [],
      annexes: [],
      tables: [],
      unqualified: null,
      ofUnits: false,
      family: null,
      platforms: new Set(),
      categories: new Set(),
      rest: true,
      named: true,
    },
  ]
}

const FAR = 60

/** «政务新媒体存在的问题», «存在问题的政务新媒体», «政务新媒体主办单位» */
const OF_FAMILY = saying(
  (any) =>
    new RegExp(
      `${any('media', 'site')}(?:方面|上)?(?:存在|发现)?的?各?类?问题|(?:^|[,;:])[请各由对]{0,2}(?:政府|政务)?${any('media', 'site')}的?${any('answers')}${any('bodies')}|(?:存在|发现|有)[^,。;]{0,4}问题的(?:政府|政务)?${any('media', 'site')}(?![、和及与])`,
    ),
)

export const trimmed = (key: string): string => key.replace(/(?:人民政府|政府|网站)$/, '')
