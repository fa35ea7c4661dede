import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { scanned } from '../read/pdf-file.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-'))
afterAll(() => rmSync(scratch, { recursive: true }))

function extracted(name: string, inputs: readonly string[]) {
  const out = join(scratch, name)
  const run = spawnSync(process.execPath, ['dist/cli.js', 'extract', ...inputs, '-o', out, '-q'], {
    encoding: 'utf8',
  })
  const table = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(out, `${file}.csv`)), { bom: true, columns: true })
  return { status: run.status, stderr: run.stderr, table }
}
const FORMS = ['seeds.jsonl', 'seeds.tar.gz', 'seeds.warc.gz'].map((f) => `tests/read/fixtures/${f}`)

test('the seeds in three containers: fifteen notices, five of them counted', () => {
  const run = extracted('containers', FORMS)
  expect([run.status, run.stderr]).toEqual([0, ''])
  const documents = run.table('documents')
  expect(documents.map((d) => d.status)).toEqual(Array(15).fill('ok'))
  const perForm = (table: string, column: string) =>
    FORMS.map((form) =>
      run
        .table(table)
        .filter((r) => r.source_uri!.startsWith(form))
        .map((r) => r[column])
        .sort(),
    )
  const [first, ...others] = perForm('records', 'unit_name')
  expect(first!.length).toBeGreaterThan(150)
  for (const other of others) expect(other).toEqual(first)
  expect(run.table('duplicates')).toHaveLength(10)
  const counted = (r: ReturnType<typeof extracted>) =>
    r.table('comparison').map(({ notes: _, ...figures }) => figures)
  expect(counted(run)).toEqual(counted(extracted('alone', [FORMS[0]!])))
})

test('a folder as people have it: what is read, what belongs to what, what cannot be read', () => {
  const folder = join(scratch, 'folder')
  mkdirSync(folder)
  copyFileSync('tests/read/fixtures/000.xls', join(folder, '附件.xls'))
  writeFileSync(
    join(folder, 'a.html'),
    `<h1>关于2020年第二季度政府网站检查情况的通报</h1><p>现将有关情况通报如下,请认真落实,抓好整改。</p><p>附件：<a href="附件.xls">检查发现存在问题的责任单位</a></p>`,
  )
  writeFileSync(join(folder, 'b.csv'), '序号,单位,存在问题\n1,市教育局,存在错别字\n')
  writeFileSync(join(folder, 'c.pdf'), scanned())
  copyFileSync('tests/read/fixtures/locked.pdf', join(folder, 'd.pdf'))
  const run = extracted('mixed', [folder])
  expect(run.status).toBe(3)
  expect(run.table('documents').map((d) => [d.source_uri!.split('/').at(-1), d.status, d.code])).toEqual([
    ['a.html', 'ok', ''],
    ['b.csv', 'ok', ''],
    ['c.pdf', 'failed', 'no_text_layer'],
    ['d.pdf', 'failed', 'encrypted'],
    ['附件.xls', 'skipped', 'attachment'],
  ])
  const records = run.table('records')
  const ofPage = records.filter((r) => r.source_uri!.endsWith('a.html'))
  expect(ofPage.length).toBeGreaterThan(10)
  expect(ofPage[0]!.evidence_where).toMatch(/附件\.xls \S+![A-Z]+\d+\)$/)
  expect(records.filter((r) => r.source_uri!.endsWith('b.csv')).map((r) => r.unit)).toEqual(['市教育局'])
})
