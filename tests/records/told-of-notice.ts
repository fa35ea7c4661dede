import { loadKit } from '../../src/kit.ts'
import type { NoticeRecord } from '../../src/records/schema.ts'
import { extract } from '../../src/run/extract.ts'

const kit = loadKit('grammars/lexicon')

/** unit|account|the third of the records of a notice of 资阳市 that tells these problems, sorted; «-» for none. */
export function toldOf(
  problems: string,
  third: (record: NoticeRecord) => string | null,
  kind = '政府网站与政务新媒体',
): string[] {
  const text = `资阳市人民政府办公室关于2021年第一季度${kind}检查情况的通报

各县(区)人民政府:
现将有关情况通报如下。
一、总体情况
检查了12个网站、30个账号。
二、存在的问题
${problems}

资阳市人民政府办公室
2021年5月10日
`
  return extract(text, { kit })
    .records.map((r) => [r.unit, r.subject_name, third(r)].map((v) => v ?? '-').join('|'))
    .sort()
}
