import type { Metric, Notice, NoticeRecord } from '../../src/records/schema.ts'
import { SCHEMA_VERSION } from '../../src/records/schema.ts'

const evidence = [{ start: 0, end: 1, quote: '一', where: '一' }]
const found = { state: 'stated' as const, confidence: 1, evidence }

export function metric(measure: Metric['measure'], value: number, over: Partial<Metric> = {}): Metric {
  return {
    subject: 'website',
    measure,
    value,
    unit: measure.endsWith('_rate') ? 'percent' : 'count',
    operator: '=',
    about: null,
    as_of: null,
    change: null,
    label: null,
    raw: String(value),
    ...found,
    ...over,
  }
}

export function record(over: Partial<NoticeRecord> = {}): NoticeRecord {
  return {
    unit: '市教育局',
    unit_name: '某市教育局',
    unit_function: 'education',
    unit_region_code: null,
    subject: 'website',
    subject_name: null,
    subject_url: null,
    problem: '栏目不更新',
    category: 'update.column',
    severity: 'veto',
    verdict: null,
    pass_rate: null,
    deadline: null,
    ...found,
    ...over,
  }
}

let made = 0
/** A notice with only what a test is about. */
export function notice(over: Partial<Notice> & { duplicate_of?: string } = {}): Notice {
  const id = (++made).toString(16).padStart(16, '0')
  return {
    schema_version: SCHEMA_VERSION,
    id,
    source: { uri: `${id}.txt`, media_type: 'text/plain', charset: 'utf-8', bytes: 3, sha256: id, url: null },
    text: '一二三',
    title: null,
    genre: 'circular',
    issuer: null,
    addressees: [],
    doc_number: null,
    index_number: null,
    issued: null,
    published: null,
    region: null,
    period: null,
    citations: [],
    attachments: [],
    sections: [],
    tables: [],
    normalization: {},
    fields: {},
    metrics: [],
    records: [],
    deadlines: [],
    checks: [],
    ...over,
  }
}

/** A quarter of 2021. */
export function quarter(n: 1 | 2 | 3 | 4, year = 2021): Notice['period'] {
  const [start, end] = {
    1: ['01-01', '03-31'],
    2: ['04-01', '06-30'],
    3: ['07-01', '09-30'],
    4: ['10-01', '12-31'],
  }[n]
  return { label: `${year}Q${n}`, start: `${year}-${start}`, end: `${year}-${end}` }
}
