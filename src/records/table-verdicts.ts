import { MEDIA, SITE, saying } from '../lexicon/phrases.ts'
import { sentences } from '../resolve/sentence.ts'
import type { Unit } from '../resolve/units/unit.ts'
import { tight } from '../segment/line.ts'
import { cellSays } from '../segment/tables/cell-words.ts'
import type { Cell, Grid } from '../segment/tables/grid.ts'
import type { Finding } from './finding.ts'
import { judges, judgingOf } from './judging.ts'
import { type OutlineReference, outlineReferences } from './outline-reference.ts'
import type { Reading } from './reading.ts'
import { sumsUp, whatOf } from './row-told.ts'
import { whoIn } from './table-holders.ts'
import { rolesOf, type TableRoles } from './table-roles.ts'
import { ELSEWHERE } from './told-of.ts'

/** «不合格网站名单» over a table. */
export const listsUnqualified = (reading: Reading, grid: Grid): boolean =>
  judges(grid.title || headingOver(reading, grid), reading.kit)

/** «(一)不合格网站和政务新媒体。» right above a table without a title. */
function headingOver({ outline, kit }: Reading, grid: Grid): string {
  const above = outline.passages.findLast((p) => p.annex === grid.annex && p.end <= grid.start)?.path.at(-1)
  return above && HEADS(kit).test(above.text) ? above.text : ''
}

const HEADS = saying(
  (any) => new RegExp(`^${any('unqualified')}的?(?:政务|政府)?${any('media', 'site', 'bodies')}`),
)

/** «注:不合格账号为清单中第1、2、5项所列账号» right under a table: which of its rows. */
export function judgedInNote({ text, kit }: Reading, grid: Grid): OutlineReference[] {
  const note = NOTE.exec(text.slice(grid.end, grid.end + LONGEST_NOTE))?.[0]
  return note && judgingOf(kit).word.test(note) ? outlineReferences(note) : []
}

const NOTE = /^\s*(?:注|备注|说明)[:：][^\n]*/
const LONGEST_NOTE = 160

/** «池州经开区|78.3|合格»: how the rows of a table judge bodies by their sites, or by all of their accounts, whatever else it tells. */
export function tableVerdicts(
  reading: Reading,
  of: 'site' | 'media',
): [unit: Unit, verdict: NonNullable<Finding['verdict']>][] {
  return reading.outline.grids.flatMap((grid) => {
    const roles = rolesOf(reading, grid)
    if (!roles || roles.verdict < 0 || roles.platform >= 0 || roles.name >= 0) return []
    return grid.rows.flatMap((row, r) => {
      if (sumsUp(row, roles, reading)) return []
      const group = grid.groups[r] ?? null
      const who = whoIn(reading, row, group, roles, null)
      const verdict = verdictOf(reading, grid, row, group, roles)
      if (verdict === null || who.length === 0 || whatOf(grid, row, group, roles, who, reading.kit) !== of)
        return []
      return who.flatMap(({ unit, subjectName }): [Unit, typeof verdict][] =>
        unit && subjectName === null ? [[unit, verdict]] : [],
      )
    })
  })
}

/** What the row's cell says, else its group. */
export function verdictOf(
  { kit }: Reading,
  grid: Grid,
  row: readonly Cell[],
  group: Cell | null,
  roles: TableRoles,
): Finding['verdict'] {
  const judging = judgingOf(kit)
  const cell = roles.verdict >= 0 ? row[roles.verdict]!.text : ''
  if (judging.word.test(cell)) return 'unqualified'
  if (judging.passed.test(cell)) return 'qualified'
  if (roles.columns[roles.verdict]?.role === 'verdict') {
    if (cellSays(cell, 'no', kit) || cellSays(cell, 'poor', kit)) return 'unqualified'
    if (cellSays(cell, 'yes', kit)) return 'qualified'
  }
  // «是否单项否决: √», «不合格原因: 首页不更新»: the header judges whoever the cell says it of.
  const told = (k: number) => !NONE.some((says) => cellSays(row[k]!.text, says, kit))
  for (const [k, { text }] of grid.columns.entries())
    if (
      k !== roles.verdict &&
      judging.word.test(text) &&
      (cellSays(row[k]!.text, 'yes', kit) ||
        (!WHETHER(kit).test(text) && roles.problems.includes(k) && told(k)))
    )
      return 'unqualified'
  // «问题类别: 单项否决(不合格账号)»
  if (roles.kinds.some((k) => judging.word.test(row[k]!.text))) return 'unqualified'
  if (roles.problems.some((k) => judging.inCell.test(tight(row[k]!.text)))) return 'unqualified'
  // «合格,错别字2处»
  const lead = (k: number) => tight(row[k]!.text).split(/[,;]/)[0]!
  if (roles.problems.some((k) => lead(k).length <= 4 && judging.passed.test(lead(k)))) return 'qualified'
  return judges(group?.text ?? '', kit) ? 'unqualified' : null
}

const NONE = ['blank', 'clear', 'no'] as const
const WHETHER = saying((any) => new RegExp(any('whether')))

/** «发现问题15个(见附件),其中甲局、乙局的账号不合格» judges only those it names, «除上述不合格网站外» none of the list. */
const AMONG = /[,;]其中.*|除[^,。;]{1,40}外/gs

/** «未发现单项否决问题(见附件1)» */
const DENIED = saying((any) => new RegExp(`${any('denied')}[^,。;()]*`, 'g'))

/** What a sentence says of an annex: «不合格名单见附件1», not «,其他问题列入附件2». */
function saidOfAnnex(words: string, annex: number): string {
  const named = [...words.matchAll(/附[件表]\d{1,2}(?:[、和及与](?:附[件表])?\d{1,2})*/g)]
  if (named.length === 0) return words
  const k = named.findIndex(([run]) => run.match(/\d+/g)!.some((n) => Number(n) === annex))
  if (k < 0) return ''
  const before = named[k - 1]
  return words.slice(before ? before.index + before[0].length : 0, named[k + 1]?.index)
}

/** «以上网站均判定为不合格。» right behind a table, «合格但扣分较多的网站» right over it: of all its rows. */
export function surroundingVerdict({ text, outline, kit }: Reading, grid: Grid): Finding['verdict'] {
  const judging = judgingOf(kit)
  const said = /^\s*([^\n。;]{4,60})[。;]/.exec(text.slice(grid.end, grid.end + LONGEST_NOTE))?.[1] ?? ''
  if (ABOVE(kit).test(said)) {
    if (judging.passedBack.test(said)) return 'qualified'
    if (judging.back.test(said)) return 'unqualified'
  }
  const over = outline.passages.findLast((p) => p.annex === grid.annex && p.end <= grid.start)
  const heading = over?.path.at(-1)
  return heading && grid.start - heading.end < LONGEST_CAPTION && judging.headed.test(heading.text)
    ? 'qualified'
    : null
}

const LONGEST_CAPTION = 40
const ABOVE = saying((any) => new RegExp(`^${any('above')}(?:所列)?[^,]{0,12}${any('all', 'judged_as')}`))

/** «14个账号…判定为不合格(名单附后)»: what the prose says of the list it refers to. */
export function referenceVerdict(reading: Reading, grid: Grid): boolean {
  if (grid.annex === 0) return false
  const { kit } = reading
  const media = MEDIA(kit).test(grid.title + grid.columns.map((c) => c.text).join(''))
  return reading.outline.passages.some(
    (p) =>
      p.annex === 0 &&
      sentences(reading.text, p.start, p.end).some((s) => {
        const words = reading.text.slice(s.start, s.end)
        // «在册政务新媒体53个。抽查40个,7个不合格(清单附后)»
        const about =
          MEDIA(kit).test(words) || SITE(kit).test(words) ? words : reading.text.slice(p.start, s.end)
        const said = saidOfAnnex(words, grid.annex)
        return (
          ELSEWHERE(kit).test(words) &&
          judgingOf(kit).word.test(said.replace(AMONG, '').replace(DENIED(kit), '')) &&
          (media ? MEDIA(kit).test(about) : !MEDIA(kit).test(about) || SITE(kit).test(about))
        )
      }),
  )
}
