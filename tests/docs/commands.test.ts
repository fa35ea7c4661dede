import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const scratch = mkdtempSync(join(tmpdir(), 'tongbao-docs-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Commands that end with something else than 0 when all is well. */
const ENDS: [RegExp, number[]][] = [[/^npx tongbao diff /, [0, 1]]]
const CLI = resolve('dist/cli.js')

/** Indented lines of a page that run the command, in their order. */
function commandsOf(page: string): string[] {
  return readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => /^ {4}npx tongbao /.test(line))
    .map((line) => line.trim())
}

describe.each(['README.zh-CN.md', 'docs/tutorial.md'])('the commands of %s run', (page) => {
  const folder = join(scratch, page.replace(/\W/g, '_'))
  cpSync('seeds', join(folder, 'seeds'), { recursive: true })
  cpSync('corpus/seeds', join(folder, 'corpus', 'seeds'), { recursive: true })
  symlinkSync(resolve('grammars'), join(folder, 'grammars'))
  const commands = commandsOf(page)
  test('there are some', () => expect(commands.length).toBeGreaterThan(5))
  test.each(commands)('%s', (command) => {
    const args = command.replace('npx tongbao ', '').split(' ')
    const r = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8' })
    const ends = ENDS.find(([pattern]) => pattern.test(command))?.[1] ?? [0]
    expect(ends, r.stderr).toContain(r.status)
    expect(r.stdout).not.toBe('')
  })
})
