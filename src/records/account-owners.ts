import type { Finding } from './finding.ts'

/** «“A”微博(甲局)停更。…“A”微博未备案»: an account whose owner the notice names once is that body's throughout. */
export function withOwners(findings: readonly Finding[]): readonly Finding[] {
  const owners = new Map<string, Finding | null>()
  for (const f of findings) {
    if (!f.subjectName || !f.unit) continue
    const known = owners.get(f.subjectName)
    // Two bodies may call their accounts the same.
    if (known === undefined) owners.set(f.subjectName, f)
    else if (known && known.unit!.core !== f.unit.core) owners.set(f.subjectName, null)
  }
  if (owners.size === 0) return findings
  return findings.map((f) => {
    const owner = f.subjectName && f.written === null ? owners.get(f.subjectName) : null
    return owner ? { ...f, written: owner.written, unit: owner.unit } : f
  })
}
