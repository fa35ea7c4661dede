import { loadKit } from '../../src/kit.ts'
import type { NoticeRecord } from '../../src/records/schema.ts'
import { extract } from '../../src/run/extract.ts'

const kit = loadKit('grammars/lexicon')

interface Notice {
  kind?: string
  overview?: string
  problems?: string
  demands?: string
  annexes?: readonly string[]
}

/** Records of a notice of 资阳市 of 2021-05-10 that says this. */
function recordsOf({
  kind = '政府网站与政务新媒体',
  overview = '检查了12个网站、30个账号。',
  problems = '',
  demands = '',
  annexes = [],
}: Notice): NoticeRecord[] {
  const text = `资阳市人民政府办公室关于2021年第一季度${kind}检查情况的通报

各县(区)人民政府:
现将有关情况通报如下。
一、总体情况
${overview}
${problems ? `二、存在的问题\n${problems}\n` : ''}${demands ? `三、整改要求\n${demands}\n` : ''}
${annexes.length > 0 ? `附件:${annexes.map((a, k) => `${k + 1}.${a.split('\n')[0]}`).join('\n')}\n` : ''}
资阳市人民政府办公室
2021年5月10日

${annexes.map((a, k) => `附件${k + 1}\n${a}`).join('\n\n')}
`
  return extract(text, { kit }).records
}

const line = (...values: (string | null)[]): string => values.map((v) => v ?? '-').join('|')

/** unit|account|the third of the records of a notice that tells these problems, sorted; «-» for none. */
export const toldOf = (
  problems: string,
  third: (record: NoticeRecord) => string | null,
  kind?: string,
): string[] =>
  recordsOf({ problems, kind })
    .map((r) => line(r.unit, r.subject_name, third(r)))
    .sort()

/** unit|account or site|category|verdict|deadline of the records of a notice, in their order; «-» for none. */
export const told = (notice: Notice): string[] =>
  recordsOf(notice).map((r) => line(r.unit, r.subject_name, r.category, r.verdict, r.deadline))
