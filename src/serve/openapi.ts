import { SCHEMA_VERSION } from '../records/contract.ts'
import { jsonSchema } from '../records/json-schema.ts'
import { MOST } from './query.ts'

const parameter = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  description,
  schema,
})

const FILTERS = [
  parameter('region', 'GB/T 2260 code; a province or a city includes what lies in it', {
    type: 'string',
    pattern: '^\\d{6}$',
  }),
  parameter('from', 'first year of the period inspected', { type: 'string', pattern: '^\\d{4}$' }),
  parameter('to', 'last year of the period inspected', { type: 'string', pattern: '^\\d{4}$' }),
  parameter('family', 'kind of subject', {
    type: 'string',
    enum: ['website', 'new_media', 'disclosure', 'data', 'other'],
  }),
  parameter('category', 'category of problem, or a group: `update`', { type: 'string' }),
  parameter('severity', 'severity of problem', { type: 'string', enum: ['veto', 'deduction', 'management'] }),
  parameter('unit_function', 'function of the responsible unit', { type: 'string' }),
  parameter('q', 'text looked for in regions, titles, units, accounts and problems', {
    type: 'string',
    maxLength: 200,
  }),
]
const PAGING = [
  parameter('limit', 'items in one answer', { type: 'integer', minimum: 1, maximum: MOST, default: 100 }),
  parameter('offset', 'items left out before', { type: 'integer', minimum: 0, default: 0 }),
]

const json = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
})
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const refused = { 400: json('a parameter is unknown or wrong', ref('Error')) }

const listOf = (item: object) => ({
  type: 'object',
  required: ['schema_version', 'total', 'offset', 'items'],
  properties: {
    schema_version: { type: 'string' },
    total: { type: 'integer', description: 'items that fit, in all' },
    offset: { type: 'integer' },
    items: { type: 'array', items: item },
  },
})

const PLACE = {
  notice_id: { type: 'string' },
  region_code: { type: ['string', 'null'] },
  region: { type: ['string', 'null'] },
  period: { type: ['string', 'null'] },
  source_uri: { type: 'string' },
}

/** The schema that notices are made by, its inner references made to hold where it stands here. */
function noticeSchema(): { properties: Record<string, object> } {
  const { $schema: _, $id: __, ...schema } = jsonSchema() as { $schema?: string; $id?: string }
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/Notice/$defs/'))
}

/** OpenAPI 3.1 description of what `tongbao serve` answers; its notice is the schema that the notices are made by. */
export function openApi() {
  const notice = noticeSchema()
  const item = (name: string) => {
    const { items } = notice.properties[name] as { items: { properties: object; required: string[] } }
    return {
      ...items,
      required: [...Object.keys(PLACE), ...items.required],
      properties: { ...PLACE, ...items.properties },
    }
  }
  const list = (name: string, summary: string, schema: object) => ({
    get: {
      operationId: `list_${name}`,
      summary,
      parameters: [...FILTERS, ...PAGING],
      responses: { 200: json(summary, listOf(schema)), ...refused },
    },
  })
  return {
    openapi: '3.1.0',
    info: {
      title: 'tongbao serve',
      version: SCHEMA_VERSION,
      description:
        'Structured records of government inspection notices, from one output folder, on this machine only.',
    },
    paths: {
      '/api/notices': list('notices', 'Notices without their texts and items', ref('NoticeBrief')),
      '/api/notices/{id}': {
        get: {
          operationId: 'get_notice',
          summary: 'A whole notice: text, header, tables, items, evidence',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9a-f]{16}$' } },
          ],
          responses: { 200: json('the notice', ref('Notice')), 404: json('no such notice', ref('Error')) },
        },
      },
      '/api/records': list('records', 'Problems: unit × category × account', item('records')),
      '/api/metrics': list('metrics', 'Figures stated in notices', item('metrics')),
      '/api/deadlines': list('deadlines', 'Demands and when they are due', item('deadlines')),
      '/api/checks': list('checks', 'What does not add up', item('checks')),
      '/api/comparison': {
        get: {
          operationId: 'get_comparison',
          summary: 'Region × period × subject, and why a rate is not comparable',
          parameters: FILTERS,
          responses: {
            200: json('all rows that fit', {
              type: 'object',
              required: ['schema_version', 'rows', 'rollups', 'trends'],
              properties: {
                schema_version: { type: 'string' },
                rows: { type: 'array', items: ref('ComparisonRow') },
                rollups: { type: 'array', items: { type: 'object' } },
                trends: { type: 'array', items: { type: 'object' } },
              },
            }),
            ...refused,
          },
        },
      },
    },
    components: {
      schemas: {
        Notice: notice,
        NoticeBrief: { type: 'object', required: Object.keys(PLACE), properties: PLACE },
        ComparisonRow: {
          type: 'object',
          required: ['region_code', 'period', 'subject', 'notices', 'comparable', 'why_not'],
        },
        Error: { type: 'object', required: ['error'], properties: { error: { type: 'string' } } },
      },
    },
  }
}
