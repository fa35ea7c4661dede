import { evidenceOf } from '../reading.ts'
import { type Checker, problem } from './check.ts'

/** An attachment that is announced and whose content is not in the text. */
export const attachmentMissing: Checker = ({ reading }) =>
  reading.outline.attachments
    .filter((a) => !a.found)
    .map((a) =>
      problem(
        'attachment_missing',
        'warning',
        `附件«${a.title}»不在文中 (announced, not in the text)`,
        a.title,
        null,
        [evidenceOf(reading, a.start, a.end, '附件')],
      ),
    )
