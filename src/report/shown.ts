import { redactNotice } from '../export/redact.ts'
import type { Kit } from '../kit.ts'
import type { Notice } from '../records/schema.ts'

/**
 * What readers may see of a notice: the one place where personal data is masked before a report or a server shows it.
 * It must keep the length of `text`, so that spans still point at their characters.
 */
export type Shown = (notice: Notice, kit: Pick<Kit, 'contacts'>) => Notice

/** A page goes from hand to hand: personal data is masked in it unless a person asks for it. */
export const shownBy = ({ redact }: { redact?: boolean | undefined }): Shown =>
  redact === false ? everything : redactNotice

export const everything: Shown = (notice) => notice
