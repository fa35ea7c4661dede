import { evidenceOf } from '../reading.ts'
import { type Checker, problem } from './check.ts'

/** What the scrape had lost and a reading put back, or masked: to be looked at by a person. */
export const repaired: Checker = ({ reading }) => {
  const of = (kind: string) => reading.normalized.repairs.filter((r) => r.repair === kind)
  const evidence = (spans: readonly { start: number; end: number }[]) =>
    spans
      .slice(0, 5)
      .map((s) =>
        evidenceOf(reading, Math.max(0, s.start - 1), Math.min(reading.text.length, s.end + 1), '正文'),
      )
  const out = []
  const dates = of('date')
  if (dates.length)
    out.push(
      problem(
        'date_repaired',
        'warning',
        '日期缺字,按唯一合理读法补全 (characters of a date were lost; the only fitting reading was taken)',
        null,
        null,
        evidence(dates),
      ),
    )
  const numbers = of('doc_number')
  if (numbers.length)
    out.push(
      problem(
        'number_repaired',
        'info',
        '文号缺字,已补全 (characters of a document number were lost)',
        null,
        null,
        evidence(numbers),
      ),
    )
  const garbled = of('garbled')
  if (garbled.length)
    out.push(
      problem(
        'garbled_text',
        'warning',
        '文字错位成乱码,已还原 (bytes were shifted into other characters)',
        null,
        null,
        evidence(garbled),
      ),
    )
  const names = of('name')
  if (names.length)
    out.push(
      problem(
        'name_replaced',
        'warning',
        '镜像网站以广告词替换了名称 (a mirror put an advertisement in the place of a name)',
        null,
        null,
        evidence(names),
      ),
    )
  if (reading.normalized.spun)
    out.push(
      problem(
        'spun_text',
        'warning',
        '镜像网站以近义词改写了正文,内容不可尽信 (a spinner swapped words for synonyms; every confidence is lowered)',
        null,
        null,
        [],
      ),
    )
  return out
}
