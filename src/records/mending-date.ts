import type { Kit } from '../kit.ts'
import { MEDIA, SITE, saying } from '../lexicon/phrases.ts'
import { onceFor } from '../once.ts'
import { classify, type Governing, termsIn } from '../resolve/category.ts'
import { groupUnits } from '../resolve/enumeration.ts'
import { officialName } from '../resolve/official-name.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import { type Span, tight } from '../segment/line.ts'
import type { Heading } from '../segment/outline.ts'
import type { FoundDeadline } from './deadlines.ts'
import { isOfKind } from './finding.ts'
import { judgingOf } from './judging.ts'
import { type MergedFinding, unitKey } from './merge.ts'
import { type OutlineReference, outlineReferences, refersTo } from './outline-reference.ts'
import type { Reading } from './reading.ts'
import { isMedia } from './subject-family.ts'
import { aboutOf } from './under-heading.ts'

type Family = 'media' | 'site'

/** Whose problems a demand is about. */
interface Scope {
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
  /** «附件2所列账号» */
  annexes: number[]
  /** «各乡镇(街道)»: towns and nobody else. */
  towns: boolean
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
  /** «断更账号恢复更新»: those of one problem. */
  categories: Set<string>
  /** «其余问题»: whatever no other demand is about. */
  rest: boolean
  /** «上述单位», «其他点到名的单位»: whoever is named, whatever for. */
  named: boolean
}

const REST = saying((any) => new RegExp(`${any('rest')}|另外的`))
const NAMED = saying(
  (any) => new RegExp(`${any('above', 'lists')}的?[^,。;]{0,6}(?:${any('bodies')}|网站|账号|问题)`),
)
const COUNTED = saying(
  (any) =>
    new RegExp(
      `(?:${any('above')}|该|这)(?:\\d{1,9}|[一二两三四五六七八九十]{1,9})?个?[^,。;]{0,6}${any('media', 'site')}`,
    ),
)

/** «要于10月23日前将不合格网站整改到位»: what it is about stands behind the day. */
const MOVED = /^[前内]?[将把对][^,。;]{2,40}/
/** «除“某某发布”外» */
const EXCEPTED = /除[^,。;]{1,40}?(?:以|之)?外/g
const QUOTED = /[“"]([^“”"]{1,30})[”"]/g
const ANNEXES = saying(
  (any) =>
    new RegExp(
      `(?<![对按依参]照|根据|依据)((?:附[件表]\\d{0,2}[、和及与]?){1,4})[中里内]?${any('lists')}的?[^、和及与;]{0,30}$`,
    ),
)
/** «关停类账号», «予以注销的账号», «长期不更新类和整改不实类», «管理失范一类的账号» */
const KIND = saying((any) => {
  const things = `(?:政府)?(?:${any('media', 'site', 'bodies')}|问题)`
  return new RegExp(
    `(?:(?<![\\u4e00-\\u9fff])|(?<=[类的][和与及]))(?:对|对于|属|属于|列入|予以|其中)?((?!政府)[\\u4e00-\\u9fff]{2,12}?|[A-Z])(?:(?:这?一)?类(?:的?${things}|[和与及,]|$)|的${things}|(?:政府)?(?:${any('media')}|${any('site')}))`,
    'g',
  )
})
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
const PROMISED = saying((any) => new RegExp(any('promised')))

const EARLIER = saying((any) => new RegExp(`${any('earlier')}[^,。;]{0,6}?(?:遗留|通报|反馈|指出|发现)`))

/** «督促所属派出所»: those under the ones it names. */
const THEIRS = saying(
  (any) => new RegExp(`${any('under')}的?([\\u4e00-\\u9fff]{2,5}?)(?=[于在要须应将按限,]|$)`),
)

const WRITTEN = saying((any) => new RegExp(any('paper')))

/** Reads the scopes of all demands once; answers for each record the day by which its unit must mend. */
export function mendingDates(
  reading: Reading,
  deadlines: readonly FoundDeadline[],
  findings: readonly MergedFinding[],
): (finding: MergedFinding) => string | null {
  if (findings.length === 0 || !deadlines.some((d) => d.due !== null && (d.mends || d.acts)))
    return () => null
  const keysOfFinding = new Map(findings.map((f) => [f, keysOf(reading, f)]))
  const known: Known = {
    units: new Set([...keysOfFinding.values()].flat()),
    accounts: new Set(findings.flatMap((f) => f.subjectName ?? [])),
    problems: findings.map((f) => f.problem),
    findings,
    annexes: new Set(findings.flatMap(({ annex }) => (annex > 0 ? [annex, ANY] : []))),
    paths: pathsOf(reading, findings),
  }
  const mends = deadlines
    .flatMap((d, k) => {
      const scope = scopeOf(reading, d, deadlines[k - 1], known)
      return scope ? [scope, ...sameTime(reading, d, scope)] : []
    })
    .filter((s) => s.mends)
  const demanded = mends.filter((s) => !s.promised)
  const judged = new Set(findings.flatMap((f) => (f.verdict === 'unqualified' ? keysOfFinding.get(f)! : [])))
  // Each of several items with a date of its own means itself; the one date among them means all.
  const items = new Set(demanded.flatMap((s) => (s.passage === null ? [] : [`${s.passage} ${s.due}`])))
  const isLocal = (s: Scope) =>
    s.passage !== null && !s.named && (s.own || (items.size > 1 && !s.rest && s.unqualified === null))
  if (mends.length === 0) return () => null
  return (finding) => {
    if (finding.settled) return null
    const keys = keysOfFinding.get(finding)!
    const passage = passageOf(finding)
    const path = known.paths.get(passage) ?? []
    const { subjectName } = finding
    const covers = (s: Scope) => coversProblem(s, finding) || (s.ofUnits && keys.some((k) => judged.has(k)))
    const isOf = (s: Scope) =>
      (subjectName !== null && s.accounts.has(subjectName)) ||
      (keys.some((k) => s.units.has(k)) && (!s.earlier || finding.category.startsWith('management.')))
    const named =
      demanded.find((s) => subjectName !== null && s.accounts.has(subjectName)) ??
      demanded.find(isOf) ??
      demanded.find((s) => isLocal(s) && s.passage === passage)
    if (named) return named.due
    if (finding.vague) return null
    const own =
      demanded.find((s) => s.among && s.categories.has(finding.category)) ??
      demanded.find(
        (s) =>
          s.items.some((item) => refersTo(item, path)) &&
          !(s.passedOnly && finding.verdict === 'unqualified') &&
          (s.categories.size === 0 || s.categories.has(finding.category)),
      ) ??
      demanded.find((s) =>
        s.kinds.some(
          (kind) => wordsOf(path).includes(kind) || finding.problem.includes(kind) || isOfKind(finding, kind),
        ),
      ) ??
      demanded.find((s) => isSpecific(s) && covers(s))
    if (own) return own.due
    const others = demanded.filter(
      (s) => !isLocal(s) && !(s.towns && finding.unit !== null && finding.unit.kind !== 'town'),
    )
    const shared =
      finding.category.startsWith('management.') && finding.category !== 'management.rectification'
        ? others.find((s) => s.named && s.annexes.length === 0)
        : (others.find((s) => s.rest) ??
          others.find((s) => !isSpecific(s) && !s.rest) ??
          mends.find((s) => s.promised && (isOf(s) || s.passage === passage || (isSpecific(s) && covers(s)))))
    return shared?.due ?? null
  }
}

/** What the notice tells problems of. */
interface Known {
  units: ReadonlySet<string>
  accounts: ReadonlySet<string>
  problems: readonly string[]
  findings: readonly MergedFinding[]
  /** Those of the annexes that tell of some, and ANY where one does. */
  annexes: ReadonlySet<number>
  /** The headings over each passage that tells of some. */
  paths: ReadonlyMap<number, readonly Heading[]>
}

/** The passage that a finding of the prose is told in; none of the outline's for one of a table. */
const passageOf = ({ origin }: MergedFinding): number => (origin < 0 ? -1 - origin : origin)

function pathsOf({ outline }: Reading, findings: readonly MergedFinding[]): Known['paths'] {
  const told = new Set(findings.map(passageOf))
  return new Map(
    [...told].flatMap((n) => (outline.passages[n] ? [[n, outline.passages[n].path] as const] : [])),
  )
}

const wordsOf = (path: readonly Heading[]): string => path.map((h) => h.text).join(' ')

const isSpecific = (s: Scope): boolean =>
  !s.rest &&
  (s.units.size > 0 ||
    s.accounts.size > 0 ||
    s.kinds.length > 0 ||
    s.items.length > 0 ||
    s.annexes.length > 0 ||
    s.unqualified !== null ||
    s.family !== null ||
    s.categories.size > 0)

function coversProblem(s: Scope, f: MergedFinding): boolean {
  const family: Family = isMedia(f.subject) ? 'media' : 'site'
  if (f.annex > 0 && (s.annexes.includes(f.annex) || s.annexes.includes(ANY))) return true
  if (s.unqualified && f.verdict === 'unqualified' && (s.unqualified.size === 0 || s.unqualified.has(family)))
    return true
  if (s.family === family) return true
  // «将未公开内容补充到位»: whatever of disclosure is told.
  return s.categories.has(f.category) || s.categories.has(f.category.replace(/\..*/, '.other'))
}

/** The words from the last demand of the sentence, or its start, up to the date say whom it is for. */
function scopeOf(
  reading: Reading,
  d: FoundDeadline,
  previous: FoundDeadline | undefined,
  known: Known,
): Scope | null {
  if (d.due === null || IF(reading.kit).test(reading.text.slice(d.sentence.start, d.time.start))) return null
  const { text, hits, place, kit } = reading
  const [from, until] = saidFor(text, d, previous)
  const excepted = [...text.slice(from, until).matchAll(EXCEPTED)].map((m) => ({
    start: from + m.index,
    end: from + m.index + m[0].length,
  }))
  const behind = MOVED.exec(text.slice(d.time.end, d.clauseEnd))?.[0] ?? ''
  const over = headingOver(reading, d)
  const words = `${over ? text.slice(over.start, over.end) : ''}${text.slice(from, until)}${behind}`.replace(
    EXCEPTED,
    '',
  )
  const units = new Set<string>()
  const theirs = THEIRS(kit).exec(words)?.[1]
  for (const group of groupUnits(
    text,
    findUnits(text, hits, from, until, place, kit),
    from,
    until,
    place,
    kit,
  ))
    for (const unit of group.units) {
      if (excepted.some((e) => unit.start >= e.start && unit.end <= e.end)) continue
      if (!theirs && HANDLING(kit).test(text.slice(unit.end, unit.end + 10))) continue
      const name = officialName(unit, place, kit) ?? unit.written
      const key = trimmed(unitKey(name, place))
      if (known.units.has(key)) units.add(key)
      if (theirs)
        for (const own of known.units) if (own.startsWith(key) && own.endsWith(theirs)) units.add(own)
    }
  const rest = REST(kit).test(words)
  const named = NAMED(kit).test(words)
  const counted = COUNTED(kit).exec(words)
  const judged = judgingOf(kit).word.test(counted ? saidBefore(reading, d) + words : words)
  const about: Governing = {
    about: MEDIA(kit).test(words) ? 'media' : SITE(kit).test(words) ? 'site' : null,
    terms: new Set(),
  }
  // What is only done, and not mended, by then is not what the demand is about.
  const items = outlineReferences(words)
  const parts = [
    // «未备案和备案信息不一致的账号»: each by itself.
    ...(over ? partsOf(text, over) : []),
    { start: from, end: d.mends && items.length === 0 ? d.clauseEnd : Math.max(from, until) },
  ]
  const categories =
    rest || /等/.test(words) || judged || units.size > 0 || (d.mends && named)
      ? []
      : parts
          .flatMap(({ start, end }) => {
            const found = termsIn(text, hits, start, end, () => false)
            return classify(found, { ...about, terms: new Set(found.map((f) => f.term)) }, kit)
          })
          .filter(
            ({ category }) =>
              category !== 'other' && (category !== 'management.rectification' || WHICH(kit).test(words)),
          )
          .map((c) => c.category)
  const families = new Set<Family>()
  const ofUnits = OF_UNITS(kit).test(words)
  if (!ofUnits) {
    if (MEDIA(kit).test(words)) families.add('media')
    if (SITE(kit).test(words)) families.add('site')
  }
  const accounts = new Set(
    [...words.matchAll(QUOTED)].flatMap(([, name]) => (known.accounts.has(name!) ? [name!] : [])),
  )
  const headings = [...known.paths.values()].map(wordsOf)
  const isOfSome = (kind: string, of: readonly string[]) =>
    of.some((words) => words.includes(kind)) && of.some((words) => !words.includes(kind))
  // «微信公众号» is no problem that some have, «零报送的单位» is.
  const classed = (kind: string) =>
    known.findings.some((f) => isOfKind(f, kind)) && known.findings.some((f) => !isOfKind(f, kind))
  const kinds = [...words.matchAll(KIND(kit))].flatMap(([all, kind]) =>
    classed(kind!) ||
    isOfSome(kind!, headings) ||
    (/[的类]/.test(all!.slice(kind!.length)) && isOfSome(kind!, known.problems))
      ? kind!
      : [],
  )
  // «“区情概况”栏目于7月底前更新到位»
  for (const [name] of words.matchAll(QUOTED)) if (isOfSome(name, known.problems)) kinds.push(name)
  const annexes = annexesIn(words, kit).filter((n) => known.annexes.has(n))
  const before = text.slice(d.sentence.start, d.time.start)
  const told = d.passage !== null && known.paths.has(d.passage)
  return {
    due: d.due,
    mends:
      d.mends ||
      // «零报送的单位要于5月底前报送信息5条»: whatever those are told to do, but write of it.
      (kinds.length + items.length > 0 && !judged && !WRITTEN(kit).test(d.action ?? '')) ||
      (d.acts &&
        units.size + accounts.size + kinds.length + items.length + categories.length + annexes.length > 0),
    units: rest ? new Set() : units,
    accounts,
    kinds: rest ? [] : kinds,
    items,
    passedOnly: (text.slice(d.sentence.start, d.time.start).match(EXCEPTED) ?? []).some((e) =>
      judgingOf(kit).word.test(e),
    ),
    among: /其中[^。;]*$/.test(words),
    earlier: EARLIER(kit).test(words),
    annexes,
    passage: told ? d.passage : null,
    own: OWN(kit).test(before),
    promised: PROMISED(kit).test(before),
    unqualified: judged ? families : null,
    ofUnits: judged && ofUnits,
    towns: townsOf(kit).test(words) && !BODIES(kit).test(words),
    family:
      judged || rest
        ? null
        : counted
          ? aboutOf(counted[0], kit)
          : OF_FAMILY(kit).test(words)
            ? aboutOf(words, kit)
            : null,
    categories: new Set(categories),
    rest,
    named,
  }
}

/** «仍未整改到位的2家网站»: those it is told of. */
const WHICH = saying(
  (any) =>
    new RegExp(
      `[未没不][^,。;的]{0,8}(?:到位|完成|整改)的(?:d{1,9}|[一二两三四五六七八九十]{1,3})[个家][^,。;]{0,6}?${any('media', 'site', 'bodies')}`,
    ),
)

/** «(二)未备案的账号。主办单位须在8月25日前补办备案»: the heading says which. */
function headingOver({ outline, kit }: Reading, { passage }: FoundDeadline): Heading | null {
  const heading = passage === null ? undefined : outline.passages[passage]!.path.at(-1)
  return heading && OF_WHICH(kit).test(heading.text) ? heading : null
}

function partsOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^、和与及或]{2,}/g)].map(({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
  }))
}

const OF_WHICH = saying(
  (any) => new RegExp(`(?:[的类]|${any('unqualified')})(?:政务|政府)?(?:${any('media', 'site')}|问题)$`),
)

/** «对12家不合格网站予以通报批评。…上述网站»: what a demand's passage says before its sentence. */
const saidBefore = ({ outline, text }: Reading, { passage, sentence }: FoundDeadline): string =>
  passage === null ? '' : text.slice(outline.passages[passage]!.start, sentence.start)

/** «各乡镇(街道)要», told by the endings of towns. */
const townsOf = onceFor((kit: Kit) => {
  const endings = kit.tables['unit-suffixes'].flatMap((row) => (OF_TOWN.test(row.function) ? row.suffix : []))
  return new RegExp(`各(?:[()、和]?(?:${endings.sort((a, b) => b.length - a.length).join('|')})\\)?){1,4}`)
})
const OF_TOWN = /^(?:town|subdistrict)$/
/** Bodies of another kind. */
const BODIES = saying((any) => new RegExp(`(?![乡镇街])${any('bodies')}|政府[^,。;]{0,8}[、和及]`))

/** «附件1、附件2所列账号», «附件所列问题». */
function annexesIn(words: string, kit: Kit): number[] {
  const said = ANNEXES(kit).exec(words) ?? BRACKETED.exec(words)
  return said ? (said[1]!.match(/\d+/g)?.map(Number) ?? [ANY]) : []
}

/** «停用账号(附件2)由开设单位于4月9日前完成注销» */
const BRACKETED = /^[^,;]{0,20}\(((?:附[件表]\d{0,2}[、和及与]?){1,4})\)[^、和及与;]{0,30}$/

/** Of annexes: whichever there are. */
const ANY = 0

/** «…10月20日前整改到位;点到的其他问题,也要在同一时限内改完»: the same date for the rest. */
function sameTime({ text, kit }: Reading, d: FoundDeadline, scope: Scope): Scope[] {
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
      unqualified: null,
      ofUnits: false,
      family: null,
      categories: new Set(),
      rest: true,
      named: true,
    },
  ]
}

const FAR = 60

/** «政务新媒体存在的问题» */
const OF_FAMILY = saying((any) => new RegExp(`${any('media', 'site')}(?:方面|上)?(?:存在|发现)?的?各?问题`))

/** Where a demand says whom it is for: from the last demand up to its time, or behind a time that it opens with. */
function saidFor(text: string, d: FoundDeadline, previous: FoundDeadline | undefined): [number, number] {
  const start = previous?.sentence.start === d.sentence.start ? previous.clauseEnd : d.sentence.start
  // «不合格网站的主办单位要在周五前提交方案,10月31日前完成整改»: of those told of before.
  const again = start > d.sentence.start && tight(text.slice(start, d.time.start)).length <= 3
  if (again && previous) return [d.sentence.start, previous.time.start]
  const from = start + ASKING.exec(text.slice(start, start + 12))![0].length
  if (d.time.start - from > 2 || d.time.start < from) return [from, Math.max(from, d.time.start)]
  const asked = ASKED.exec(text.slice(d.time.end, d.sentence.end))
  return asked ? [d.time.end, d.time.end + asked[0].length] : [from, Math.max(from, d.time.start)]
}

/** «4月30日前,市教育局要完成整改» */
const ASKED =
  /^,?(?:请|由|责成)?(?!完成|组织|开展|对|将)[^,。;、“”]{2,12}(?:、[^,。;“”]{2,20})?(?=要|须|务必|必须|应|完成整改|整改)/
/** What may open a demand in front of a name («限市教育局»). */
const ASKING = /^\s{0,9}(?:\d{1,2}[.、])?\s{0,2}(?:限期?|责令|责成|敬?请|望|要求|督促)?/

function keysOf(reading: Reading, f: MergedFinding): string[] {
  const { place, kit } = reading
  if (!f.unit) return []
  const name = officialName(f.unit, place, kit) ?? f.written
  const own = trimmed(unitKey(name, place))
  const written = trimmed(unitKey(f.written, place))
  // «信宜市池洞镇» where it is told of, «池洞镇» where it is told what to do.
  const town = f.unit.kind === 'town' && f.unit.prefix !== '' ? [trimmed(f.unit.core)] : []
  return [...new Set([own, written, ...town])]
}

const trimmed = (key: string): string => key.replace(/(?:人民政府|政府|网站)$/, '')
