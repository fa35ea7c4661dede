import type { ComparisonRow } from '../export/comparison.ts'
import type { Digest } from '../export/digest.ts'
import type { Kit } from '../kit.ts'
import { say } from '../messages.ts'
import type { Problem } from '../read/source.ts'
import type { Counts } from './part.ts'

/** What a person wants to know right after a run; counts only, so that it does not grow with the corpus. */
export class Summary {
  #notices = 0
  #records = 0
  readonly #categories = new Map<string, number>()
  readonly #deadlines: (Digest['deadlines'][number] & { region: string })[] = []
  readonly #checks: (Digest['checks'][number] & { region: string })[] = []
  readonly #failures: string[] = []
  /** Rows of the comparison with a rate, as they are shown, and how many there are. */
  readonly #rates: string[] = []
  #rated = 0

  add(notice: Digest): void {
    this.#notices++
    this.#records += notice.records.length
    for (const r of notice.records)
      this.#categories.set(r.category, (this.#categories.get(r.category) ?? 0) + 1)
    const region = notice.region?.name ?? notice.issuer ?? notice.title ?? notice.source.uri
    if (this.#deadlines.length < SHOWN * 4)
      this.#deadlines.push(...notice.deadlines.map((d) => ({ ...d, region })))
    if (this.#checks.length < SHOWN * 4)
      this.#checks.push(...notice.checks.filter((c) => c.severity !== 'info').map((c) => ({ ...c, region })))
  }

  /** One input of which something or everything could not be read. */
  fail(uri: string, problems: readonly Problem[]): void {
    if (this.#failures.length < SHOWN * 2)
      this.#failures.push(`${uri}: ${problems.map((p) => `${p.code}: ${p.message}`).join('; ')}`)
  }

  /** A row of the comparison. */
  compare({ pass_rate, region, period, subject, why_not }: ComparisonRow): void {
    if (pass_rate === null || this.#rated++ >= SHOWN) return
    const why = why_not.length ? `  [${say('run_not_comparable', why_not.join('; '))}]` : ''
    const of = `${region ?? '—'} ${period ?? '—'} ${SUBJECT[subject] ?? subject}`
    this.#rates.push(`  ${percent(pass_rate).padStart(7)}  ${of}${why}`)
  }

  print(kit: Kit, folder: string, counts: Counts, files: readonly string[]): string {
    const failed = counts.partial + counts.failed
    const lines = [say('run_counts', this.#notices, this.#records), '', say('run_categories')]
    const byCount = [...this.#categories].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    for (const [category, n] of byCount.slice(0, SHOWN))
      lines.push(`  ${String(n).padStart(5)}  ${kit.severity.get(category)?.zh ?? category} (${category})`)
    if (byCount.length > SHOWN) lines.push(`         ${say('run_more', byCount.length - SHOWN)}`)
    if (this.#rated > 0) lines.push('', say('run_rates'), ...this.#rates)
    if (this.#rated > SHOWN) lines.push(`           ${say('run_more', this.#rated - SHOWN)}`)
    if (this.#deadlines.length) lines.push('', say('run_deadlines'))
    for (const d of this.#deadlines.slice(0, SHOWN))
      lines.push(`  ${d.due ?? '    —     '}  ${d.region}: ${d.text} ${d.action ?? ''}`)
    if (this.#checks.length) lines.push('', say('run_checks'))
    for (const c of this.#checks.slice(0, SHOWN)) lines.push(`  ${c.code}  ${c.region}: ${c.message}`)
    if (failed > 0) lines.push('', say('run_failed'), ...this.#failures.map((f) => `  ${f}`))
    if (failed > this.#failures.length)
      lines.push(`  ${say('run_more_failed', failed - this.#failures.length)}`)
    if (counts.skipped > 0) lines.push('', say('run_skipped', counts.skipped))
    lines.push('', say('run_files', folder, files.join(' ')))
    return lines.join('\n')
  }
}

const SHOWN = 12
const SUBJECT: Record<string, string> = {
  website: '网站',
  new_media: '新媒体',
  disclosure: '政务公开',
  data: '数据',
}
const percent = (n: number): string => `${n}%`
