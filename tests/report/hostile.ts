import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Notice } from '../../src/records/schema.ts'

export const HOSTILE = [
  '</script><script>window.struck = 1</script>',
  '<img src=x onerror="window.struck = 1">',
  '<!--<script>',
  '"><svg onload=window.struck=1>',
  '\u2028window.struck=1\u2029',
  '{a|b}&lt;b&gt;',
  '__proto__',
]

/** Adds a notice whose every text field is hostile to the notices of an output folder. */
export function addHostile(folder: string): Notice {
  const path = join(folder, 'notices.ndjson')
  const notice = JSON.parse(readFileSync(path, 'utf8').split('\n')[0]!) as Notice
  const text = `\ud83d${HOSTILE.join('\n')}\udc00`
  const evidence = [{ start: 1, end: 1 + HOSTILE[0]!.length, quote: HOSTILE[0]!, where: HOSTILE[1]! }]
  const all = HOSTILE.join(' ')
  const hostile: Notice = {
    ...notice,
    id: 'ffffffffffffffff',
    text,
    title: all,
    issuer: HOSTILE[1]!,
    region: { code: '990000', name: HOSTILE[1]!, level: 'province' },
    source: { ...notice.source, uri: HOSTILE[3]!, url: 'javascript:window.struck=1' },
    fields: { issuer: { state: 'stated', evidence } },
    metrics: [{ ...notice.metrics[0]!, label: all, about: HOSTILE[1]!, evidence }],
    records: HOSTILE.map((h, i) => ({
      ...notice.records[0]!,
      unit: h,
      unit_name: h,
      unit_function: h,
      subject_name: h,
      subject_url: ['javascript:window.struck=1', 'data:text/html,<script>1</script>', 'www.gov.cn/x'][
        i % 3
      ]!,
      problem: h,
      category: h,
      evidence,
    })),
    deadlines: [
      {
        due: '2021-06-08',
        text: HOSTILE[1]!,
        kind: 'absolute',
        actor: HOSTILE[0]!,
        action: all,
        recipient: HOSTILE[2]!,
        state: 'stated',
        confidence: 1,
        evidence,
      } as Notice['deadlines'][number],
    ],
    checks: [
      {
        code: 'sum_mismatch',
        severity: 'warning',
        message: all,
        expected: HOSTILE[0]!,
        actual: HOSTILE[1]!,
        evidence,
      },
    ],
  }
  appendFileSync(path, `${JSON.stringify(hostile)}\n`)
  return hostile
}
