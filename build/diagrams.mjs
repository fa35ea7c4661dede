// Writes docs/grammars.html: the rules of grammars/ as diagrams, drawn by Chevrotain. `--check` only says whether it is what they give.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = join(root, 'docs', 'grammars.html')
const EXAMPLES = 6

/** Rules as Chevrotain tells them, by name. */
async function rules() {
  const scratch = mkdtempSync(join(root, 'node_modules', '.tongbao-diagrams-'))
  try {
    const outfile = join(scratch, 'grammars.mjs')
    await build({
      stdin: {
        resolveDir: root,
        contents: `export { NoticeParser } from './src/parse/notice-parser.ts'
          export { PlainRules } from './grammars/plain/rules.ts'
          export { eraToken, festivalToken } from './grammars/plain/vocabulary.ts'`,
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
    })
    const { NoticeParser, PlainRules, eraToken, festivalToken } = await import(pathToFileURL(outfile))
    return [
      new NoticeParser(),
      new PlainRules({ festival: festivalToken(['春节']), era: eraToken(new Map([['康熙', 1662]])) }),
    ]
      .flatMap((parser) => parser.getSerializedGastProductions())
      .map((rule) => [rule.name, rule])
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

const filesOf = (folder) =>
  readdirSync(join(root, 'grammars', folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()

/** What the cases of a grammar read, the first few. */
function examples(folder) {
  const path = join(root, 'grammars', folder, 'cases.tsv')
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const texts = lines.slice(1).map((line) => line.split('\t')[0])
  return [...new Set(texts)].slice(0, EXAMPLES)
}

// Chevrotain's own drawing is for script elements of a page: here it is done once, and the page needs no script.
const drawing = join(root, 'node_modules', 'chevrotain', 'diagrams')
const browser = createContext({})
for (const script of ['vendor/railroad-diagrams.js', 'src/diagrams_builder.js'])
  runInContext(readFileSync(join(drawing, script), 'utf8'), browser)
const { buildSyntaxDiagramsText } = browser.diagrams_builder
const style = readFileSync(join(drawing, 'diagrams.css'), 'utf8')
const all = await rules()
const sections = []
const folders = readdirSync(join(root, 'grammars'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
for (const folder of folders) {
  const sources = filesOf(folder).filter((name) => /rules\.ts$/.test(name))
  if (sources.length === 0) continue
  const names = new Set(
    sources.flatMap((name) =>
      [...readFileSync(join(root, 'grammars', folder, name), 'utf8').matchAll(/this\.RULE\(\s*'(\w+)'/g)].map(
        (m) => m[1],
      ),
    ),
  )
  const own = [
    ...new Map(all.filter(([name]) => names.has(name)).map(([name, rule]) => [name, rule])).values(),
  ]
  if (own.length === 0) throw new Error(`grammars/${folder}: no rule of it was found`)
  const shown = examples(folder).map((text) => `<li>${escaped(text)}</li>`)
  sections.push(
    `<section id="${folder}">\n<h2>${folder}</h2>\n${shown.length ? `<ul lang="zh-CN">${shown.join('')}</ul>\n` : ''}${buildSyntaxDiagramsText(own)}\n</section>`,
  )
}
const drawn = sections.map((s) => /id="([\w-]+)"/.exec(s)[1])
const html = `<!doctype html>
<html lang="en">
<!-- Written by build/diagrams.mjs from grammars/: npm run diagrams -->
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>文法图 · Grammars of tongbao</title>
<style>
${style.trim()}
body { font: 15px/1.6 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0 auto; max-width: 1200px; padding: 24px; color: #1d2126; background: #fff }
nav a { margin-right: 14px } section { overflow-x: auto } ul { padding: 0 } li { display: inline-block; margin-right: 18px; color: #646a72 }
</style>
<h1>文法图 Grammars</h1>
<p>日期、比例、数量、文号等有固定形式的内容由这些规则读出;左起沿线走到右端即为一种写法,方框为另一条规则,圆框为一类词。例子取自各文法的 <code>cases.tsv</code>。</p>
<p>What has a form rather than a word is read by these rules: any way along the lines from left to right is one. Boxes are other rules, rounded ones classes of words. The examples are from each grammar's <code>cases.tsv</code>.</p>
<nav>${drawn.map((f) => `<a href="#${f}">${f}</a>`).join(' ')}</nav>
${sections.join('\n')}
</html>
`
if (process.argv.includes('--check')) {
  if (!existsSync(page) || readFileSync(page, 'utf8') !== html) {
    console.error('docs/grammars.html is not what grammars/ gives: npm run diagrams')
    process.exitCode = 1
  }
} else writeFileSync(page, html)
