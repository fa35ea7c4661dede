import type { Kit } from '../../kit.ts'
import type { Comparison } from '../comparison.ts'
import { column, type OutputTable } from '../tables.ts'
import type { RollupRow } from './rollups.ts'
import type { ComparisonRow } from './row.ts'
import type { TrendRow } from './trends.ts'
import type { FunctionRow } from './unit-functions.ts'

function comparisonTable(kit: Kit): OutputTable<ComparisonRow> {
  return {
    name: 'comparison',
    zh: '地区比较',
    en: 'region × period × subject',
    primaryKey: ['region_code', 'period', 'subject'],
    columns: [
      column('region_code', 'string', '地区代码', 'region code (GB/T 2260)', (r) => r.region_code),
      column('region', 'string', '地区', 'region', (r) => r.region),
      column('level', 'string', '地区级别', 'region level', (r) => r.level),
      column('period', 'string', '检查期', 'period', (r) => r.period),
      column('period_start', 'date', '检查期起', 'period start', (r) => r.period_start),
      column('period_end', 'date', '检查期止', 'period end', (r) => r.period_end),
      column('subject', 'string', '对象', 'subject', (r) => r.subject),
      column('total', 'integer', '运行总数', 'in operation', (r) => r.total),
      column('checked', 'integer', '检查数', 'checked', (r) => r.checked),
      column('qualified', 'integer', '合格数', 'qualified', (r) => r.qualified),
      column('unqualified', 'integer', '不合格数', 'unqualified', (r) => r.unqualified),
      column('coverage_rate', 'number', '检查比例(%)', 'coverage as stated (%)', (r) => r.coverage_rate),
      column(
        'coverage_recomputed',
        'number',
        '检查比例复算(%)',
        'coverage recomputed (%)',
        (r) => r.coverage_recomputed,
      ),
      column('pass_rate', 'number', '合格率(%)', 'pass rate as stated (%)', (r) => r.pass_rate),
      column(
        'pass_rate_recomputed',
        'number',
        '合格率复算(%)',
        'pass rate recomputed (%)',
        (r) => r.pass_rate_recomputed,
      ),
      column('comparable', 'boolean', '可比', 'comparable', (r) => r.comparable),
      column('why_not', 'string', '不可比原因', 'why not comparable', (r) => joined(r.why_not)),
      column('notes', 'string', '比较说明', 'notes on comparability', (r) => joined(r.notes)),
      column('own_notice', 'boolean', '有本级通报', 'a notice of its own was read', (r) => r.own_notice),
      column(
        'records',
        'integer',
        '问题数',
        'records',
        own((r) => r.records),
      ),
      column(
        'units',
        'integer',
        '涉及单位数',
        'units',
        own((r) => r.units),
      ),
      column(
        'veto',
        'integer',
        '单项否决',
        'veto',
        own((r) => r.by_severity.veto),
      ),
      column(
        'deduction',
        'integer',
        '扣分',
        'deduction',
        own((r) => r.by_severity.deduction),
      ),
      column(
        'management',
        'integer',
        '管理',
        'management',
        own((r) => r.by_severity.management),
      ),
      column(
        'deadlines',
        'integer',
        '期限数',
        'deadlines of its notices',
        own((r) => r.deadlines),
      ),
      column('first_due', 'date', '最早期限', 'first due', (r) => r.first_due),
      column('last_due', 'date', '最晚期限', 'last due', (r) => r.last_due),
      column(
        'checks',
        'integer',
        '存疑数',
        'checks of its notices',
        own((r) => r.checks),
      ),
      column('notices', 'string', '通报编号', 'notices', (r) => r.notices.join(' ')),
      ...kit.tables.categories.map((c) =>
        column(
          `n_${c.category.replace('.', '_')}`,
          'integer',
          c.zh,
          c.category,
          own((r) => r.by_category[c.category] ?? 0),
        ),
      ),
    ],
  }
}

const own = (count: (row: ComparisonRow) => number) => (row: ComparisonRow) =>
  row.own_notice ? count(row) : null

/** A metric, record, deadline or check behind a cell of the comparison. */
interface SourceRow {
  row: ComparisonRow
  cell: string
  notice_id: string
  n: number
}

const sourcesTable: OutputTable<SourceRow> = {
  name: 'comparison_sources',
  zh: '比较的依据',
  en: 'what stands behind each cell of the comparison; cells by category or severity are those of records with it',
  primaryKey: ['region_code', 'period', 'subject', 'cell', 'notice_id', 'n'],
  columns: [
    column('region_code', 'string', '地区代码', 'region code (GB/T 2260)', (r) => r.row.region_code),
    column('period', 'string', '检查期', 'period', (r) => r.row.period),
    column('subject', 'string', '对象', 'subject', (r) => r.row.subject),
    column('cell', 'string', '单元格', 'column of the comparison', (r) => r.cell),
    column('notice_id', 'string', '通报编号', 'notice', (r) => r.notice_id),
    column(
      'n',
      'integer',
      '序号',
      'number of the metric (figures), record, deadline or check in its notice',
      (r) => r.n,
    ),
  ],
}

const rollupsTable: OutputTable<RollupRow> = {
  name: 'rollups',
  zh: '逐级汇总',
  en: 'counties into cities, cities and counties into provinces, over comparable parts only',
  primaryKey: ['region_code', 'period', 'subject', 'part_level'],
  columns: [
    column('region_code', 'string', '地区代码', 'region code (GB/T 2260)', (r) => r.region_code),
    column('region', 'string', '地区', 'region', (r) => r.region),
    column('level', 'string', '地区级别', 'region level', (r) => r.level),
    column('period', 'string', '检查期', 'period', (r) => r.period),
    column('subject', 'string', '对象', 'subject', (r) => r.subject),
    column('part_level', 'string', '下级级别', 'level of the parts', (r) => r.part_level),
    column('parts', 'integer', '下级总数', 'parts there are (GB/T 2260)', (r) => r.parts),
    column('parts_reported', 'integer', '有数据的下级数', 'parts with a row', (r) => r.parts_reported),
    column('parts_in', 'integer', '计入的下级数', 'parts in the sums', (r) => r.parts_in.length),
    column(
      'parts_in_codes',
      'string',
      '计入的下级',
      'codes of the parts in the sums',
      (r) => r.parts_in.join(' ') || null,
    ),
    column('parts_out', 'string', '未计入的下级及原因', 'parts with a row left out, and why', (r) =>
      joined(r.parts_out.map((p) => `${p.region_code} (${p.why.join('; ')})`)),
    ),
    column('checked', 'integer', '检查数', 'checked', (r) => r.checked),
    column('qualified', 'integer', '合格数', 'qualified', (r) => r.qualified),
    column('unqualified', 'integer', '不合格数', 'unqualified', (r) => r.unqualified),
    column('pass_rate', 'number', '汇总合格率(%)', 'pass rate of the sums (%)', (r) => r.pass_rate),
    column('lowest_rate', 'number', '最低合格率(%)', 'lowest rate (%)', (r) => r.lowest?.pass_rate ?? null),
    column(
      'lowest_code',
      'string',
      '最低地区',
      'region of the lowest rate',
      (r) => r.lowest?.region_code ?? null,
    ),
    column(
      'highest_rate',
      'number',
      '最高合格率(%)',
      'highest rate (%)',
      (r) => r.highest?.pass_rate ?? null,
    ),
    column(
      'highest_code',
      'string',
      '最高地区',
      'region of the highest rate',
      (r) => r.highest?.region_code ?? null,
    ),
    column(
      'own_checked',
      'integer',
      '本级检查数',
      'checked, as the region itself states',
      (r) => r.own_checked,
    ),
    column(
      'own_pass_rate',
      'number',
      '本级合格率(%)',
      'pass rate as the region itself states (%)',
      (r) => r.own_pass_rate,
    ),
    column(
      'parts_with_notice',
      'integer',
      '有本级通报的下级数',
      'parts with a notice of their own',
      (r) => r.parts_with_notice,
    ),
    column(
      'records',
      'integer',
      '问题数',
      'records of the parts with a notice of their own',
      (r) => r.records,
    ),
    column('veto', 'integer', '单项否决', 'veto records of these', (r) => r.veto),
  ],
}

const trendsTable: OutputTable<TrendRow> = {
  name: 'trends',
  zh: '变化趋势',
  en: 'a region over periods of one length',
  primaryKey: ['region_code', 'subject', 'period'],
  columns: [
    column('region_code', 'string', '地区代码', 'region code (GB/T 2260)', (r) => r.region_code),
    column('region', 'string', '地区', 'region', (r) => r.region),
    column('subject', 'string', '对象', 'subject', (r) => r.subject),
    column('grain', 'string', '检查期长度', 'length of the periods', (r) => r.grain),
    column('period', 'string', '检查期', 'period', (r) => r.period),
    column('previous', 'string', '上一期', 'period before', (r) => r.previous),
    column('steps', 'integer', '相隔期数', 'periods from the one before (1 = none missing)', (r) => r.steps),
    column('pass_rate', 'number', '合格率(%)', 'pass rate (%)', (r) => r.pass_rate),
    column('rate_basis', 'string', '合格率依据', 'stated or recomputed', (r) => r.rate_basis),
    column('comparable', 'boolean', '可比', 'comparable', (r) => r.comparable),
    column(
      'pass_rate_change',
      'number',
      '合格率变化(百分点)',
      'change of the pass rate (points), where both are comparable',
      (r) => r.pass_rate_change,
    ),
    column('change_stated', 'number', '通报所述变化', 'change as stated', (r) => r.change_stated),
    column('change_stated_unit', 'string', '变化单位', 'unit of that', (r) => r.change_stated_unit),
    column('change_stated_against', 'string', '对比', 'against', (r) => r.change_stated_against),
    column('checked', 'integer', '检查数', 'checked', (r) => r.checked),
    column('unqualified', 'integer', '不合格数', 'unqualified', (r) => r.unqualified),
    column('records', 'integer', '问题数', 'records', (r) => r.records),
    column('records_change', 'integer', '问题数变化', 'change of the records', (r) => r.records_change),
    column('veto', 'integer', '单项否决', 'veto', (r) => r.veto),
  ],
}

export const functionsTable: OutputTable<FunctionRow> = {
  name: 'unit_functions',
  zh: '部门职能与问题',
  en: 'which departments fail at what, where',
  primaryKey: ['unit_function', 'region_code', 'period', 'subject', 'category', 'severity'],
  columns: [
    column('unit_function', 'string', '单位职能', 'unit function', (r) => r.unit_function),
    column('unit_function_zh', 'string', '职能名称', 'unit function (zh)', (r) => r.unit_function_zh),
    column('region_code', 'string', '地区代码', 'region of the unit (GB/T 2260)', (r) => r.region_code),
    column('region', 'string', '地区', 'region', (r) => r.region),
    column('period', 'string', '检查期', 'period', (r) => r.period),
    column('subject', 'string', '对象', 'subject', (r) => r.subject),
    column('category', 'string', '问题类别', 'category', (r) => r.category),
    column('category_zh', 'string', '类别名称', 'category (zh)', (r) => r.category_zh),
    column('severity', 'string', '严重程度', 'severity', (r) => r.severity),
    column('records', 'integer', '问题数', 'records', (r) => r.records),
    column('units', 'integer', '涉及单位数', 'units', (r) => r.units),
    column('record_ids', 'string', '问题编号', 'records, as notice:number', (r) =>
      Object.entries(r.from.records)
        .flatMap(([notice, numbers]) => numbers.map((n) => `${notice}:${n}`))
        .join(' '),
    ),
  ],
}

/** A table of the comparison and its rows. */
export interface ComparisonTableSource {
  table: OutputTable<never>
  rows: (comparison: Comparison) => Iterable<never>
  /** What one row of the comparison adds to it, where it is made of those rows. */
  ofRow?: (row: ComparisonRow) => Iterable<never>
}

/** The tables of the comparison, in the order they are written. */
export function comparisonTables(kit: Kit): ComparisonTableSource[] {
  return [
    ofRows(comparisonTable(kit), (row) => [row]),
    ofRows(sourcesTable, sourcesOf),
    source(rollupsTable, (comparison) => comparison.rollups()),
    source(trendsTable, (comparison) => comparison.trends()),
    source(functionsTable, (comparison) => comparison.functions()),
  ]
}

function source<Row>(
  table: OutputTable<Row>,
  rows: (comparison: Comparison) => Iterable<Row>,
): ComparisonTableSource {
  return { table, rows } as unknown as ComparisonTableSource
}

function ofRows<Row>(
  table: OutputTable<Row>,
  ofRow: (row: ComparisonRow) => Iterable<Row>,
): ComparisonTableSource {
  function* rows(comparison: Comparison): Generator<Row> {
    for (const row of comparison.rows()) yield* ofRow(row)
  }
  return { table, rows, ofRow } as unknown as ComparisonTableSource
}

function* sourcesOf(row: ComparisonRow): Generator<SourceRow> {
  for (const [cell, origin] of Object.entries(row.from))
    for (const [notice_id, numbers] of Object.entries(origin))
      for (const n of numbers) yield { row, cell, notice_id, n }
}

const joined = (texts: readonly string[]): string | null => texts.join('; ') || null
