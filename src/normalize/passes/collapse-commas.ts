import { editsOf, type Pass } from '../pass.ts'

/** Mirrors double the comma at a clause break: «各部门,,现将», «,、», «,。». */
export const collapseCommas: Pass = {
  name: 'doubled_commas',
  edits: (text) => editsOf(text, /[,、][,、。]+/g, (m) => (m[0].includes('。') ? '。' : ',')),
}
