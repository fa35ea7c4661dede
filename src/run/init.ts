import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { both } from '../messages.ts'
import { InputError } from './discover.ts'

/** Makes a project folder; what is there already is never written over. Returns the files made. @throws InputError */
export function init(folder: string, lang: 'zh' | 'en'): string[] {
  const files = projectFiles(lang)
  const there = Object.keys(files).find((name) => existsSync(join(folder, name)))
  if (there) throw new InputError(...both('is_there', join(folder, there)))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text, { flag: 'wx' })
  }
  mkdirSync(join(folder, 'notices'), { recursive: true })
  return Object.keys(files)
}

function projectFiles(lang: 'zh' | 'en'): Record<string, string> {
  const zh = lang === 'zh'
  const config = {
    $schema: './node_modules/tongbao/schemas/config.schema.json',
    out: 'out',
    format: ['csv', 'json'],
    lexicon: 'lexicon',
    lang,
  }
  const table = (says: { zh: string; en: string }, columns: string[], ...rows: string[][]) =>
    [`# ${zh ? says.zh : says.en}`, columns.join('\t'), ...rows.map((r) => r.join('\t')), ''].join('\n')
  return {
    'tongbao.config.json': `${JSON.stringify(config, null, 2)}\n`,
    'lexicon/cues.tsv': table(
      {
        zh: '说明问题的说法:一个分句中出现 pattern 的各个词,就是该类别的问题;“|”隔开可互换的词。以“-”开头的行停用内置的行。',
        en: 'Phrases that state a problem: a clause with all terms of `pattern` is one of that category; `|` stands between alternatives. A row that begins with - switches a built-in row off.',
      },
      ['category', 'pattern', 'example'],
      ['interaction.no_reply', '超期未办', '2件群众来信超期未办'],
    ),
    'lexicon/units.tsv': table(
      {
        zh: '单位:name 是不带地名的规范名称,aliases 是其他写法(用空格隔开)。function 的代码见 functions.tsv。',
        en: 'Bodies: `name` without its place, `aliases` are other ways to write it, separated by blanks. Codes of `function` stand in functions.tsv.',
      },
      ['function', 'name', 'aliases'],
      ['data_management', '数据和政务服务局', '数政局'],
    ),
    'lexicon/metadata.tsv': table(
      {
        zh: '网页上方信息栏的名称,以及它是哪个字段:index_number doc_number title publisher source issued published,“-”表示不用。',
        en: 'Keys of metadata blocks and the field each tells: index_number doc_number title publisher source issued published, - for none.',
      },
      ['key', 'field'],
      ['发布字号', 'doc_number'],
    ),
    'lexicon/columns.tsv': table(
      {
        zh: '表格的表头,以及该列是什么:unit 单位、problem 问题、site_name 网站、account_name 账号、deadline 期限、figure 数字、serial 序号、note 备注……',
        en: 'Headers of tables and what the column holds: unit, problem, site_name, account_name, deadline, figure, serial, note …',
      },
      ['header', 'match', 'role', 'measure'],
      ['责任科室', 'whole', 'unit', ''],
    ),
    'README.md': zh ? README_ZH : README_EN,
  }
}

const README_ZH = `# 通报整理项目

1. 把采集到的网页、文件放进 \`notices/\`。
2. 运行 \`npx tongbao extract notices\`,结果在 \`out/\`:用 Excel 或 WPS 打开 \`out/records.csv\`。
3. 有没认出来的说法?运行 \`npx tongbao mine notices\`,它会列出可直接加入词表的行。
4. 把需要的行抄进 \`lexicon/\` 里的同名词表,用 \`npx tongbao lexicon\` 检查写得对不对,
   再运行 \`npx tongbao explain notices/某一篇.html\` 看它是否生效。

\`tongbao.config.json\` 是 extract 各选项的默认值;命令行上写明的优先。
`
const README_EN = `# A project of notices

1. Put pages and files, as scraped, into \`notices/\`.
2. Run \`npx tongbao extract notices\`; the results are in \`out/\`: open \`out/records.csv\`.
3. Something was not read? \`npx tongbao mine notices\` lists rows that can be added to the tables.
4. Copy the rows you want into the table of the same name in \`lexicon/\`, check them with \`npx tongbao lexicon\`, and see
   them with \`npx tongbao explain notices/one.html\`.

\`tongbao.config.json\` holds defaults for the options of extract; the command line wins.
`
