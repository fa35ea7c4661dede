import type { Check, Deadline, Evidence, Metric, Notice, NoticeRecord } from '../records/schema.ts'

export type CellValue = string | number | boolean | null

/** A column of a table of the output: its name, Frictionless type, titles, and where its value comes from. */
export interface OutputColumn<Row> {
  name: string
  type: 'string' | 'integer' | 'number' | 'date' | 'boolean'
  zh: string
  en: string
  value: (row: Row) => CellValue
}

export interface OutputTable<Row> {
  name: string
  zh: string
  en: string
  columns: readonly OutputColumn<Row>[]
  primaryKey?: readonly string[]
}

export const column = <Row>(
  name: string,
  type: OutputColumn<Row>['type'],
  zh: string,
  en: string,
  value: (row: Row) => CellValue,
): OutputColumn<Row> => ({ name, type, zh, en, value })

type Of<T> = { notice: Notice; item: T; n: number }

/** Columns that every table repeats, so that one file alone is usable. */
function shared<Row extends { notice: Notice }>(): OutputColumn<Row>[] {
  return [
    column('notice_id', 'string', '通报编号', 'notice', (r) => r.notice.id),
    column(
      'region_code',
      'string',
      '地区代码',
      'region code (GB/T 2260)',
      (r) => r.notice.region?.code ?? null,
    ),
    column('region', 'string', '地区', 'region', (r) => r.notice.region?.name ?? null),
    column('period', 'string', '检查期', 'period', (r) => r.notice.period?.label ?? null),
    column('source_uri', 'string', '来源文件', 'source', (r) => r.notice.source.uri),
  ]
}

function evidenceColumns<T extends { evidence: Evidence[] }>(): OutputColumn<Of<T>>[] {
  const first = (r: Of<T>) => r.item.evidence[0]
  return [
    column('evidence_quote', 'string', '原文', 'quote', (r) => first(r)?.quote ?? null),
    column('evidence_where', 'string', '出处', 'where', (r) => first(r)?.where ?? null),
    column('evidence_start', 'integer', '起始位置', 'start (UTF-16)', (r) => first(r)?.start ?? null),
    column('evidence_end', 'integer', '结束位置', 'end (UTF-16)', (r) => first(r)?.end ?? null),
    column('evidence_count', 'integer', '出处数', 'pieces of evidence', (r) => r.item.evidence.length),
  ]
}

function stateColumns<T extends { state: string; confidence: number }>(): OutputColumn<Of<T>>[] {
  return [
    column('state', 'string', '依据', 'stated, implied or repaired', (r) => r.item.state),
    column('confidence', 'number', '置信度', 'confidence', (r) => r.item.confidence),
  ]
}

export const noticesTable: OutputTable<{ notice: Notice }> = {
  name: 'notices',
  zh: '通报',
  en: 'notices',
  primaryKey: ['notice_id', 'source_uri'],
  columns: [
    ...shared<{ notice: Notice }>(),
    column('title', 'string', '标题', 'title', (r) => r.notice.title),
    column('genre', 'string', '文种', 'genre', (r) => r.notice.genre),
    column('issuer', 'string', '发文机关', 'issuer', (r) => r.notice.issuer),
    column('doc_number', 'string', '文号', 'document number', (r) => r.notice.doc_number),
    column('index_number', 'string', '索引号', 'index number', (r) => r.notice.index_number),
    column('issued', 'date', '成文日期', 'issued', (r) => r.notice.issued),
    column('published', 'date', '发布日期', 'published', (r) => r.notice.published),
    column('region_level', 'string', '地区级别', 'region level', (r) => r.notice.region?.level ?? null),
    column('period_start', 'date', '检查期起', 'period start', (r) => r.notice.period?.start ?? null),
    column('period_end', 'date', '检查期止', 'period end', (r) => r.notice.period?.end ?? null),
    column('records', 'integer', '问题数', 'records', (r) => r.notice.records.length),
    column(
      'veto_records',
      'integer',
      '单项否决问题数',
      'veto records',
      (r) => r.notice.records.filter((x) => x.severity === 'veto').length,
    ),
    column('metrics', 'integer', '指标数', 'metrics', (r) => r.notice.metrics.length),
    column('deadlines', 'integer', '期限数', 'deadlines', (r) => r.notice.deadlines.length),
    column('checks', 'integer', '存疑数', 'checks', (r) => r.notice.checks.length),
    column('tables', 'integer', '表格数', 'tables', (r) => r.notice.tables.length),
    column('attachments', 'integer', '附件数', 'attachments', (r) => r.notice.attachments.length),
    column(
      'attachments_found',
      'integer',
      '附件在文中数',
      'attachments found',
      (r) => r.notice.attachments.filter((a) => a.found).length,
    ),
    column('url', 'string', '网址', 'address', (r) => r.notice.source.url),
    column('sha256', 'string', '文件校验', 'SHA-256', (r) => r.notice.source.sha256),
    // The last one: which notices are copies is known when a run ends, and then put behind the rest of the row.
    column(
      'duplicate_of',
      'string',
      '原通报编号',
      'the earlier notice it is a copy of',
      (r) => r.notice.duplicate_of ?? null,
    ),
  ],
}

/** `category_zh` is looked up by the writer, which knows the tables. */
export function recordsTable(categoryZh: (code: string) => string): OutputTable<Of<NoticeRecord>> {
  return {
    name: 'records',
    zh: '问题',
    en: 'unit × problem × account',
    primaryKey: ['notice_id', 'source_uri', 'record'],
    columns: [
      ...shared<Of<NoticeRecord>>(),
      column('record', 'integer', '序号', 'record', (r) => r.n),
      column('unit', 'string', '单位', 'unit as written', (r) => r.item.unit),
      column('unit_name', 'string', '单位全称', 'unit, official name', (r) => r.item.unit_name),
      column('unit_function', 'string', '单位职能', 'unit function', (r) => r.item.unit_function),
      column(
        'unit_region_code',
        'string',
        '单位地区代码',
        'unit region code',
        (r) => r.item.unit_region_code,
      ),
      column('subject', 'string', '对象', 'subject', (r) => r.item.subject),
      column('subject_name', 'string', '网站或账号', 'site or account', (r) => r.item.subject_name),
      column('subject_url', 'string', '网址', 'address', (r) => r.item.subject_url),
      column('problem', 'string', '问题描述', 'problem', (r) => r.item.problem),
      column('category', 'string', '问题类别', 'category', (r) => r.item.category),
      column('category_zh', 'string', '类别名称', 'category (zh)', (r) => categoryZh(r.item.category)),
      column('severity', 'string', '严重程度', 'severity', (r) => r.item.severity),
      column('verdict', 'string', '结论', 'verdict', (r) => r.item.verdict),
      column('pass_rate', 'number', '合格率(%)', 'pass rate of the area (%)', (r) => r.item.pass_rate),
      column('deadline', 'date', '整改期限', 'mend by', (r) => r.item.deadline),
      ...stateColumns<NoticeRecord>(),
      ...evidenceColumns<NoticeRecord>(),
    ],
  }
}

export const metricsTable: OutputTable<Of<Metric>> = {
  name: 'metrics',
  zh: '指标',
  en: 'figures',
  primaryKey: ['notice_id', 'source_uri', 'metric'],
  columns: [
    ...shared<Of<Metric>>(),
    column('metric', 'integer', '序号', 'metric', (r) => r.n),
    column('subject', 'string', '对象', 'subject', (r) => r.item.subject),
    column('measure', 'string', '指标', 'measure', (r) => r.item.measure),
    column('value', 'number', '数值', 'value', (r) => r.item.value),
    column('unit', 'string', '单位', 'unit', (r) => r.item.unit),
    column('operator', 'string', '关系', 'operator', (r) => r.item.operator),
    column('about', 'string', '所指单位', 'about', (r) => r.item.about),
    column('as_of', 'string', '截至', 'as of', (r) => r.item.as_of),
    column('change', 'number', '变化', 'change', (r) => r.item.change?.value ?? null),
    column('change_unit', 'string', '变化单位', 'change unit', (r) => r.item.change?.unit ?? null),
    column('change_against', 'string', '对比', 'against', (r) => r.item.change?.against ?? null),
    column('label', 'string', '名称', 'label', (r) => r.item.label),
    column('raw', 'string', '原数', 'as printed', (r) => r.item.raw),
    ...stateColumns<Metric>(),
    ...evidenceColumns<Metric>(),
  ],
}

export const deadlinesTable: OutputTable<Of<Deadline>> = {
  name: 'deadlines',
  zh: '期限',
  en: 'deadlines',
  primaryKey: ['notice_id', 'source_uri', 'deadline'],
  columns: [
    ...shared<Of<Deadline>>(),
    column('deadline', 'integer', '序号', 'deadline', (r) => r.n),
    column('due', 'date', '期限', 'due', (r) => r.item.due),
    column('text', 'string', '原写法', 'as written', (r) => r.item.text),
    column('kind', 'string', '种类', 'kind', (r) => r.item.kind),
    column('actor', 'string', '责任方', 'actor', (r) => r.item.actor),
    column('action', 'string', '事项', 'action', (r) => r.item.action),
    column('recipient', 'string', '报送对象', 'recipient', (r) => r.item.recipient),
    ...stateColumns<Deadline>(),
    ...evidenceColumns<Deadline>(),
  ],
}

export const checksTable: OutputTable<Of<Check>> = {
  name: 'checks',
  zh: '存疑',
  en: 'what does not add up',
  primaryKey: ['notice_id', 'source_uri', 'check'],
  columns: [
    ...shared<Of<Check>>(),
    column('check', 'integer', '序号', 'check', (r) => r.n),
    column('code', 'string', '代码', 'code', (r) => r.item.code),
    column('severity', 'string', '程度', 'severity', (r) => r.item.severity),
    column('message', 'string', '说明', 'message', (r) => r.item.message),
    column('expected', 'string', '应为', 'expected', (r) => r.item.expected),
    column('actual', 'string', '实为', 'actual', (r) => r.item.actual),
    ...evidenceColumns<Check>(),
  ],
}

export interface DocumentRow {
  uri: string
  status: 'ok' | 'partial' | 'failed' | 'skipped'
  code: string | null
  cause: string | null
  place: string | null
  notice_id: string | null
}

export const documentsTable: OutputTable<DocumentRow> = {
  name: 'documents',
  zh: '输入',
  en: 'inputs',
  primaryKey: ['source_uri'],
  columns: [
    column('source_uri', 'string', '来源文件', 'source', (r) => r.uri),
    column('status', 'string', '状态', 'status', (r) => r.status),
    column('code', 'string', '代码', 'code', (r) => r.code),
    column('cause', 'string', '原因', 'cause', (r) => r.cause),
    column('place', 'string', '位置', 'place', (r) => r.place),
    column('notice_id', 'string', '通报编号', 'notice', (r) => r.notice_id),
  ],
}

/** A table whose rows come from one notice at a time. */
export interface NoticeTableSource {
  table: OutputTable<never>
  rows: (notice: Notice) => readonly never[]
}

/** The tables with a row per notice, record, metric, deadline or check, in the order they are written. */
export function noticeTables(categoryZh: (code: string) => string): NoticeTableSource[] {
  const numbered = <T>(table: OutputTable<Of<T>>, of: (notice: Notice) => readonly T[]) =>
    source(table, (notice) => of(notice).map((item, i) => ({ notice, item, n: i + 1 })))
  return [
    source(noticesTable, (notice) => [{ notice }]),
    numbered(recordsTable(categoryZh), (notice) => notice.records),
    numbered(metricsTable, (notice) => notice.metrics),
    numbered(deadlinesTable, (notice) => notice.deadlines),
    numbered(checksTable, (notice) => notice.checks),
  ]
}

function source<Row>(table: OutputTable<Row>, rows: (notice: Notice) => readonly Row[]): NoticeTableSource {
  return { table, rows } as unknown as NoticeTableSource
}
