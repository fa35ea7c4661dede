// npm run test:hostile -- --collection <folder>: the built command over any folder of files, and what became of them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** Exit code of the check: 0 where every file has its status and no code is one of ours. */
export function collection(folder) {
  const out = mkdtempSync(join(tmpdir(), 'tongbao-'))
  try {
    const began = performance.now()
    const r = spawnSync(
      process.execPath,
      ['dist/cli.js', 'extract', folder, '-o', out, '-q', '--format', 'csv,json,xlsx,report'],
      {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      },
    )
    const seconds = Math.round((performance.now() - began) / 1000)
    if (!existsSync(join(out, 'documents.csv'))) {
      console.log(`${folder}: exit ${r.status ?? r.signal}, nothing written: ${r.stderr.slice(-2000)}`)
      return 1
    }
    const rows = parse(readFileSync(join(out, 'documents.csv')), { bom: true, columns: true })
    const uris = rows.map((row) => row.source_uri)
    const [statuses, codes] = [new Map(), new Map()]
    const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const { status, code } of rows) {
      count(statuses, status)
      for (const c of code.split(' ').filter(Boolean)) count(codes, c)
    }
    const files = filesIn(folder)
    const begins = new Set(uris.map((uri) => uri.split(/!\/|#/)[0]))
    const lost = files.filter((file) => !begins.has(file.split(/!\/|#/)[0]))
    const twice = uris.length - new Set(uris).size
    const internal = rows.filter((row) => /\binternal\b/.test(row.code))
    const shown = (counts) =>
      [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([k, n]) => `${k} ${n}`)
        .join(', ')
    console.log(`${files.length} files, ${rows.length} documents, ${seconds} s, exit ${r.status ?? r.signal}`)
    console.log(`statuses: ${shown(statuses)}`)
    console.log(`codes: ${shown(codes)}`)
    console.log(`without a status ${lost.length}, with two ${twice}, internal ${internal.length}`)
    for (const row of internal) console.log(`internal: ${row.source_uri}: ${row.cause}`)
    for (const file of lost.slice(0, 20)) console.log(`no status: ${file}`)
    const traced = /\n {4}at /.test(r.stdout + r.stderr)
    if (traced) console.log(r.stderr.slice(0, 2000))
    return [0, 3].includes(r.status) && !traced && lost.length + twice + internal.length === 0 ? 0 : 1
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** Those that a run looks at: no hidden ones, nor what links lead to. */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((e) => !e.name.startsWith('.'))
    .flatMap((e) => (e.isDirectory() ? filesIn(join(folder, e.name)) : [join(folder, e.name)]))
}
