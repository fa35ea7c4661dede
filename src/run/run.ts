import type { Forms } from '../export/form.ts'
import { checkForms } from '../export/forms.ts'
import { Output } from '../export/output.ts'
import { loadKit } from '../kit.ts'
import { attachmentOf, claimsAmong } from '../read/attachments/join.ts'
import { containers } from '../read/containers/containers.ts'
import { type DocumentsOptions, documentsOf } from '../read/containers/documents.ts'
import { readers } from '../read/readers.ts'
import { discover } from './discover.ts'
import { extractOne } from './extract.ts'
import { Summary } from './summary.ts'

export interface RunOptions extends DocumentsOptions {
  out: string
  quiet: boolean
  version: string
  /** A folder of the user's own rows. */
  lexicon?: string | null
  /** Default: CSV and JSON. */
  forms?: Forms
}

/** Reads all inputs into the output folder. Returns how many inputs failed or were read in part. */
export async function run(
  inputs: readonly string[],
  options: RunOptions,
): Promise<{ failed: number; summary: string }> {
  const files = await discover(inputs, [
    ...readers.flatMap((r) => r.extensions.map((e) => `.${e}`)),
    ...containers.flatMap((c) => c.endings),
  ])
  const claimed = claimsAmong(files)
  if (options.forms) await checkForms(options.forms)
  const kit = loadKit(undefined, options.lexicon ?? null)
  const output = new Output(options.out, kit, `tongbao ${options.version}`, options.forms)
  const summary = new Summary()
  try {
    for (const file of files) {
      const uri = file.replaceAll('\\', '/')
      const page = claimed.get(uri)
      const documents = page === undefined ? documentsOf(file, uri, options) : [attachmentOf(uri, page)]
      for await (const document of documents) {
        const result =
          'problem' in document
            ? {
                uri: document.uri,
                status: document.skipped ? ('skipped' as const) : ('failed' as const),
                notice: null,
                problems: [document.problem],
              }
            : await extractOne(document, kit)
        output.add(result)
        if (result.notice) summary.add(result.notice)
        if (result.status === 'failed' || result.status === 'partial')
          summary.failed.push(
            `${result.uri}: ${result.problems.map((p) => `${p.code}: ${p.message}`).join('; ')}`,
          )
      }
    }
    await output.close()
  } catch (error) {
    output.abandon()
    throw error
  }
  return {
    failed: summary.failed.length,
    summary: summary.print(output.comparison.rows(), kit, options.out, output.names()),
  }
}
