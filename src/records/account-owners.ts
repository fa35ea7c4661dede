import type { Unit } from '../resolve/units/unit.ts'
import type { Passage } from '../segment/outline.ts'
import type { Finding } from './finding.ts'
import type { SentenceHolders } from './sentence-holders.ts'
import { isPlatform } from './subject-family.ts'

/** What a notice says of an account wherever it names it; null where it says two things. */
interface Known {
  owner: Pick<Finding, 'written' | 'unit'> | null | undefined
  platform: string | null | undefined
}

/** «不合格账号为甲局“A”微博。…“A”未备案»: an account whose owner or platform the notice names once has them throughout. */
export function withOwners(
  findings: readonly Finding[],
  holders: ReadonlyMap<Passage, readonly SentenceHolders[]>,
): readonly Finding[] {
  const known = new Map<string, Known>()
  const note = (name: string, unit: Unit | null, written: string | null, platform: string | null) => {
    const of = known.get(name) ?? { owner: undefined, platform: undefined }
    known.set(name, of)
    // Two bodies may call their accounts the same, and one body those on two platforms.
    if (unit)
      of.owner = of.owner === undefined || of.owner?.unit?.core === unit.core ? { written, unit } : null
    if (platform && isPlatform(platform))
      of.platform = of.platform === undefined || of.platform === platform ? platform : null
  }
  for (const f of findings) if (f.subjectName) note(f.subjectName, f.unit, f.written, f.subject)
  for (const { groups } of [...holders.values()].flat())
    for (const h of groups.flatMap((g) => g.holders))
      if (h.kind === 'account') note(h.name, h.owner, h.owner?.written ?? null, h.platform)
  if (known.size === 0) return findings
  return findings.map((f) => {
    const { owner, platform } = (f.subjectName && known.get(f.subjectName)) || {}
    const owned = owner && f.written === null
    const placed = platform && f.subject === 'new_media'
    return owned || placed ? { ...f, ...(owned && owner), ...(placed && { subject: platform }) } : f
  })
}
