import type { Edit } from '../offset-map.ts'
import { editsOf, type Pass } from '../pass.ts'

// «绵政监函〔201949», «国办发201747号», «桂政办发〔2017152号»: the year has four digits, so one reading is left.
const INCOMPLETE =
  /([\u4e00-\u9fff](?:发|函|字|办|电|文|秘|政|规|告|通|令|委|局)?)([〔[(【]?)(20[0-3]\d|199\d)([〕\])】]?)(\d{1,4})(号?)(?![\d年月日.%])/g

/** Document numbers that lost brackets or 号 next to their digits. Complete ones are left alone. */
export const repairDocNumbers: Pass = {
  name: 'repaired_doc_numbers',
  edits: (text) =>
    editsOf(text, INCOMPLETE, (m) => {
      const [, agency, open, year, close, serial, hao] = m as unknown as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ]
      if (open && close && hao) return null
      const certain = open === '〔' || open === '[' ? true : hao !== '' && /[发函字办电秘文]$/.test(agency)
      if (!certain) return null
      const at = m.index + agency.length
      const edits: Edit[] = []
      if (!open) edits.push({ start: at, end: at, text: '〔', repair: 'doc_number' })
      const afterYear = at + open.length + year.length
      if (!close) edits.push({ start: afterYear, end: afterYear, text: '〕', repair: 'doc_number' })
      const end = afterYear + close.length + serial.length
      if (!hao) edits.push({ start: end, end, text: '号', repair: 'doc_number' })
      return edits
    }),
}
