import { type Checker, problem } from './check.ts'

/** A demand that was due before anybody could read it: on or before the notice's own date. */
export const deadlineDate: Checker = ({ header, deadlines }) => {
  const own = header.issued?.value ?? header.published?.value
  return deadlines
    .filter((d) => own !== undefined && d.due !== null && d.due <= own)
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
