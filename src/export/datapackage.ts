import { SCHEMA_VERSION } from '../records/contract.ts'
import type { OutputTable } from './tables.ts'

/** Frictionless Data Package (v1) of the CSV files: fields, types, titles in Chinese and English, keys. */
export function dataPackage(
  tables: readonly OutputTable<never>[],
  made: { tool: string; tables: string },
): object {
  return {
    profile: 'tabular-data-package',
    name: 'tongbao',
    title: '政府网站与政务新媒体检查通报',
    version: SCHEMA_VERSION,
    generator: made.tool,
    lexicon: made.tables,
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path: `${table.name}.csv`,
      title: table.zh,
      description: table.en,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: table.columns.map((c) => ({
          name: c.name,
          type: c.type,
          title: c.zh,
          description: c.en,
          ...(c.type === 'date' && { format: 'default' }),
        })),
        missingValues: [''],
        ...(table.primaryKey && { primaryKey: table.primaryKey }),
        ...(['records', 'metrics', 'deadlines', 'checks'].includes(table.name) && {
          foreignKeys: [
            {
              fields: ['notice_id', 'source_uri'],
              reference: { resource: 'notices', fields: ['notice_id', 'source_uri'] },
            },
          ],
        }),
      },
    })),
  }
}
