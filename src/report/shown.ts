import type { Notice } from '../records/schema.ts'

/**
 * What readers may see of a notice: the one place where personal data would be masked before a report or a server shows it.
 * It must keep the length of `text`, so that spans still point at their characters.
 */
export type Shown = (notice: Notice) => Notice

export const everything: Shown = (notice) => notice
