/** What a text may be nothing but: shapes that patterns and lists are tried on again and again. `pump` comes as often as it fits. */
export interface Shape {
  name: string
  head: string
  pump: string
}

/** One line of a thing. */
const LINES: readonly (readonly [name: string, head: string, pump: string])[] = [
  ['blank', '', '\t'],
  ['space', '通报', ' \u3000'],
  ['brackets', '', '('],
  ['quotes', '市教育局', '“'],
  ['digits', '', '1'],
  ['thousands', '共', '1,111'],
  ['serials', '', '1.'],
  ['numerals', '', '一、'],
  ['owned', '市教育局', '管理的'],
  ['names', '', '县述任其余'],
  ['unbroken', '', '市教育局'],
  ['enumerated', '', '市教育局、'],
  ['dates', '', '2021年1月'],
  ['lost', '', '2021 '],
  ['numbers', '国办发', '〔〕'],
  ['pipes', '|', '|'],
  ['low', '', 'a_'],
  ['dashes', '', '-'],
  ['glosses', '', '(zhèng)'],
  ['annexes', '附件', ' 1、'],
  ['rates', '合格率', '97.5%'],
  ['ideographs', '', '一'],
  ['colons', '', '市教育局:'],
  ['mixed', '', '要求各单位在2021年6月8日前整改'],
  ['stops', '', '、'],
  ['nested', '', '(市教育局“《'],
  ['pairs', '', '(市)'],
  ['cues', '', '长期未更新打不开错别字'],
  ['clauses', '', '市教育局网站栏目长期未更新,'],
  ['sentences', '', '市教育局网站栏目长期未更新。'],
  ['figures', '', '检查网站12个,合格11个,合格率91.7%;'],
  ['surrogates', '', '𠀀'],
  ['combining', '', 'e\u0301'],
  ['unseen', '通', '\u200b\u202e\ufeff'],
  ['lost-glyphs', '', '\ufffd'],
  ['traditional', '', '網站檢查通報'],
]

/** Lines of a thing. */
const MANY: readonly (readonly [name: string, head: string, pump: string])[] = [
  ['empty', '', '\n'],
  ['titles', '', '关于网站检查情况的通报\n'],
  ['serials', '', '1\n'],
  ['rows', '| 序号 | 单位 |\n|---|---|\n', '| 1 | 市教育局 |\n'],
  ['columns', '', '| a '],
  ['annexes', '', '附件1\n'],
  ['signatures', '', '市人民政府办公室\n2021年6月8日\n'],
  ['metadata', '', '索引号:\n'],
  ['records', '', '市教育局网站栏目长期未更新。\n'],
  ['headings', '', '一、存在问题\n(一)更新不及时\n'],
  ['metrics', '', '全县检查网站12个,合格率91.7%。\n'],
  ['deadlines', '', '请于2021年6月8日前整改。\n'],
  ['units', '', '市教育局\n'],
  ['tabs', '', '1\t市教育局\t栏目长期未更新\n'],
]

const shapesOf = (of: string, rows: typeof LINES): Shape[] =>
  rows.map(([name, head, pump]) => ({ name: `${of}-${name}`, head, pump }))

export const SHAPES: readonly Shape[] = [...shapesOf('line', LINES), ...shapesOf('lines', MANY)]

/** A text of a shape, of `length` characters at most. */
export function shaped({ head, pump }: Shape, length: number): string {
  const opening = `关于2021年第一季度网站检查情况的通报\n${head}`
  return opening + pump.repeat(Math.floor((length - opening.length) / pump.length))
}
