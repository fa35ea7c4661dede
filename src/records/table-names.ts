import type { Kit } from '../kit.ts'
import { saying } from '../lexicon/phrases.ts'
import { groupUnits } from '../resolve/enumeration.ts'
import { findHolders, subjectOf } from '../resolve/holders.ts'
import { asSentence } from '../resolve/sentence.ts'
import { findUnits } from '../resolve/units/find-units.ts'
import { HAN } from '../resolve/units/name-edge.ts'
import type { Unit } from '../resolve/units/unit.ts'
import { tight } from '../segment/line.ts'
import type { Cell } from '../segment/tables/grid.ts'
import type { Reading } from './reading.ts'
import type { Subject as SubjectCode } from './schema.ts'
import { isMedia } from './subject-family.ts'

export interface Named {
  written: string
  unit: Unit | null
}

/** The units of a cell; one that no table knows is kept as it is written. */
export function unitsIn(reading: Reading, cell: Cell): Named[] {
  const { text, hits, place, kit } = reading
  const words = tight(cell.text)
  const found = findUnits(text, hits, cell.start, cell.end, place, kit).filter(
    (u) => !opensBracket(text.slice(cell.start, u.start)),
  )
  const [first] = found
  // «将台堡镇»: what a cell begins with is of the name.
  if (
    first?.kind === 'town' &&
    first.prefix === '' &&
    first.start === cell.start + 1 &&
    HAN.test(text[cell.start]!)
  )
    found[0] = {
      ...first,
      start: cell.start,
      written: text[cell.start]! + first.written,
      core: text[cell.start]! + first.core,
    }
  const groups = groupUnits(text, found, cell.start, cell.end, place, kit)
  // «市林业局:年度报告缺少收费情况;市民政局:…»: whom each part names first.
  const labels = groups.filter(
    (g) =>
      LABELLED.test(text.slice(g.end, g.end + 5)) &&
      (g.start === cell.start || /[;。\n]\s?$/.test(text.slice(g.start - 2, g.start))),
  )
  if (labels[0]?.start === cell.start)
    return labels.flatMap((g) => g.units.map((unit) => ({ written: unit.written, unit })))
  const units = groups.flatMap((g) => g.units)
  const covered = units.reduce((n, u) => n + (u.end - u.start), 0)
  const bare = withoutAccounts(words)
    .replace(/\([^()]*\)/g, '')
    .replace(JOINTS(kit), '')
  if (units.length > 0 && covered >= bare.length * 0.85)
    return units.map((unit) => ({
      written:
        units.length === 1
          ? withoutAccounts(words).replace(/(?:门户)?网站$|\([-+]?\d[^()]{0,8}\)$/, '')
          : unit.written,
      unit,
    }))
  return words
    .split(/[、,;\n]/)
    .map((w) => w.trim())
    .filter(Boolean).length > 1 && units.length > 1
    ? units.map((unit) => ({ written: unit.written, unit }))
    : [{ written: words, unit: null }]
}

const LABELLED = /^(?:门户)?(?:网站)?:./

/** «县教育局“平江教育”微信公众号» */
const withoutAccounts = (words: string): string => words.replace(/(?<=.)“[^“”]{1,20}”[^“”、,;()]{0,8}$/, '')

const opensBracket = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')

/** The role of a column that names an account in some of its cells. */
export const MENTION = 'mention'

export const isSite = ({ subject }: Subject): boolean => subject === 'website'

export interface Subject {
  name: string | null
  subject: string | null
}

/** The accounts that a cell names with their platforms, each where it stands. */
export const accountsIn = ({ text, hits, place, kit }: Reading, cell: Cell) =>
  findHolders(text, hits, asSentence(cell), place, kit)
    .flatMap((g) => g.holders)
    .filter((h) => h.kind === 'account')

/** Account and site names of a cell, quotation marks and platform words aside. */
export function namesIn(reading: Reading, cell: Cell, role: string, platform: string | null): Subject[] {
  const { text, hits, place, kit } = reading
  const words = tight(cell.text)
  if (role === 'site_name') return [{ name: words, subject: CHANNEL.test(words) ? 'column' : 'website' }]
  if (role === 'column_name' || COLUMN(kit).test(words))
    return [
      { name: null, subject: CHANNEL.test(words) ? 'column' : role === 'column_name' ? null : 'website' },
    ]
  const accounts = accountsIn(reading, cell)
  if (accounts.length > 0 && /[“"]/.test(words))
    return accounts.map((a) => ({ name: a.name, subject: a.platform }))
  // «邢台市场监管(抖音号)、邢台食安(快手号)»
  const several = [...cell.text.matchAll(BRACKETED)]
  if (several.length > 1 && several.every(([, bracket]) => subjectOf(bracket!, kit) !== null))
    return several.flatMap(({ 0: one, index }) =>
      namesIn(
        reading,
        { start: cell.start + index, end: cell.start + index + one.length, text: one },
        role,
        platform,
      ),
    )
  if (NO_NAME(kit).test(words)) return [{ name: null, subject: subjectOf(words, kit) }]
  const bare = unquoted(words)
  const bracket = /^(.[^(]*)\((.+)\)$/.exec(bare)
  const inBracket = bracket ? subjectOf(bracket[2]!, kit) : null
  // «甘州文旅(甘州区文体广电和旅游局)»
  if (bracket && !inBracket && /[\u4e00-\u9fff]$/.test(bracket[2]!)) {
    const at = cell.end - 1 - bracket[2]!.length
    if (
      findUnits(text, hits, at, cell.end - 1, place, kit).some(
        (u) => u.start === at && u.end === cell.end - 1,
      )
    )
      return namesIn(reading, { ...cell, end: at - 1, text: bracket[1]! }, role, platform)
  }
  if (bracket && inBracket && (!platform || platform === 'new_media'))
    return [{ name: bracket[1]!.replace(/[“”"]/g, ''), subject: inBracket }]
  if (role === MENTION)
    return platform && isMedia(platform as SubjectCode) ? [{ name: bare, subject: platform }] : []
  const front = LABEL.exec(bare)
  const label = front && subjectOf(front[1]!, kit)
  if (front && label && front[1]!.endsWith(platformAt(front[1]!, kit) || '\0'))
    return [{ name: unquoted(front[2]!), subject: label }]
  const own = platformAt(bare, kit)
  if (role === 'subject_name' && !platform) {
    if (/网$|网站|门户/.test(bare)) return [{ name: bare, subject: 'website' }]
    if (own)
      return [
        {
          name: bare.slice(0, -own.length).replace(/[“”"]/g, '') || bare,
          subject: subjectOf(own, kit),
        },
      ]
  }
  return [
    {
      name: bare,
      subject: platform ?? (own ? subjectOf(own, kit) : role === 'account_name' ? 'new_media' : null),
    },
  ]
}

const JOINTS = saying((any) => new RegExp(`[、,\\s]|${any('joins')}|等|(?:政府)?(?:门户)?网站$`, 'g'))
const COLUMN = saying((any) => new RegExp(`${any('column')}$`))
/** A department's part of a portal. */
const CHANNEL = /频道$/
/** «微信公众号»: a cell that says what it is and not what it is called. */
const NO_NAME = saying((any) => new RegExp(`^(?:政府|门户|${any('of_account')})*(?:网站|${any('media')})$`))
/** «微博:水润岳阳», «微信公众号-岳阳教育» */
const LABEL = /^([^:“”—-]{2,10})[:—-]{1,2}(.{2,30})$/

const BRACKETED = /[^()、,;\n]{1,30}\(([^()]{1,12})\)/g

const unquoted = (words: string): string => words.replace(/^[“"「]|[”"」]$/g, '')

/** The longest name of a platform that words end in; '' where they end in none. */
function platformAt(words: string, kit: Kit): string {
  let best = ''
  for (const { word, kind } of kit.tables.subjects)
    if (kind === 'platform' && word.length > best.length && words.endsWith(word)) best = word
  return best
}
