import { daysBetween } from '../../calendar.ts'
import { type Checker, problem } from './check.ts'

/** A page put up again long after the notice was issued says nothing of when it could first be read. */
const REPOSTED_DAYS = 60

/** A demand that was due before anybody could read it: by the day the notice was issued, or before it was published. */
export const deadlineDate: Checker = ({ header, deadlines }) => {
  const issued = header.issued?.value
  const published = header.published?.value
  const reposted = issued && published && daysBetween(issued, published) > REPOSTED_DAYS
  const own = issued ?? published
  const late = published && !reposted ? published : ''
  return deadlines
    .filter(
      (d) => own !== undefined && d.due !== null && d.kind === 'absolute' && (d.due <= own || d.due < late),
    )
    .map((d) =>
      problem(
        'deadline_not_after_publication',
        'warning',
        `期限 ${d.due} 不晚于成文或发布日期 ${own} (due on or before the notice's own date)`,
        `> ${own}`,
        d.due,
        d.evidence,
      ),
    )
}
