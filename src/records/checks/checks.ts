import { attachmentMissing } from './attachment-missing.ts'
import type { Checker } from './check.ts'
import { deadlineDate } from './deadline-date.ts'
import { docNumber } from './doc-number.ts'
import { figuresUnread } from './figures-unread.ts'
import { rateMismatch } from './rate-mismatch.ts'
import { repaired } from './repaired.ts'
import { rowCount } from './row-count.ts'
import { serialGap } from './serial-gap.ts'
import { sumMismatch } from './sum-mismatch.ts'
import { unitCount } from './unit-count.ts'

export const checkers: readonly Checker[] = [
  rateMismatch,
  sumMismatch,
  rowCount,
  unitCount,
  serialGap,
  attachmentMissing,
  deadlineDate,
  repaired,
  docNumber,
  figuresUnread,
]
