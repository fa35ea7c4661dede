import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-own-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const tongbao = (...args: string[]) => {
  const r = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], { cwd: scratch, encoding: 'utf8' })
  if (r.status !== 0) throw new Error(`${args.join(' ')}: ${r.status} ${r.stderr}`)
  return r.stdout
}
const file = (name: string) => readFileSync(join(scratch, 'out', name), 'utf8')

describe('a category, a department and its function that only a user has are called in every file as the user calls them', () => {
  beforeAll(() => {
    const tables = {
      categories: ['category zh severity subject', 'ai.hallucination 智能问答失实 deduction website'],
      functions: ['function zh', 'ai_office 人工智能'],
      cues: ['category pattern example', 'ai.hallucination 答非其实 智能客服答非其实'],
      units: ['function name aliases', 'ai_office 人工智能发展局 智能局'],
    }
    mkdirSync(join(scratch, 'lexicon'))
    for (const [name, rows] of Object.entries(tables))
      writeFileSync(join(scratch, 'lexicon', `${name}.tsv`), `${rows.join('\n').replaceAll(' ', '\t')}\n`)
    writeFileSync(
      join(scratch, 'one.txt'),
      `丽水市人民政府办公室关于2024年第一季度政府网站检查情况的通报
一、存在问题
市智能局网站智能客服答非其实。
`,
    )
    tongbao('extract', 'one.txt', '-o', 'out', '-q', '--lexicon', 'lexicon', '--format', 'csv,json,report')
  })
  const cases: [string, string[]][] = [
    [
      'records.csv',
      ['市智能局,丽水市人工智能发展局,ai_office,', ',ai.hallucination,智能问答失实,deduction,'],
    ],
    ['unit_functions.csv', ['ai_office,人工智能,', ',ai.hallucination,智能问答失实,']],
    ['unit_functions.json', ['"unit_function_zh":"人工智能"', '"category_zh":"智能问答失实"']],
    ['comparison.csv', [',n_ai_hallucination']],
    ['comparison.json', ['"ai.hallucination":1']],
    ['datapackage.json', ['"n_ai_hallucination"', '智能问答失实']],
    ['notices.json', ['"unit_function": "ai_office"', '"category": "ai.hallucination"']],
    ['report.html', ['"ai.hallucination":["智能问答失实"', '"ai_office":["人工智能"']],
  ]
  test.each(cases)('%s', (name, wanted) => {
    const text = file(name).replaceAll('":"', '": "')
    for (const part of wanted) expect(text).toContain(part.replaceAll('":"', '": "'))
  })
  test('and a report made afterwards knows them by itself, from the tables that the run was made with', () => {
    tongbao('report', 'out', '-q')
    expect(file('report.html')).toContain('"ai.hallucination":["智能问答失实"')
    tongbao('lexicon', '-q')
  })
})
