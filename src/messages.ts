/**
 * What tongbao tells people, in Chinese and English: the one place for it. `{}` is filled in, in the same order in both.
 * Descriptions of commands and options stand in English where they are defined and in Chinese in commands/help.zh.ts.
 */
export const MESSAGES = {
  // Inputs and outputs that are not what they should be.
  no_input: ['{}:没有这个文件或文件夹', '{}: no such file or folder'],
  no_match: ['{}:没有符合的文件', '{}: no file matches'],
  nothing_readable: ['{}:文件夹中没有可读的文件({})', '{}: the folder holds no file that can be read ({})'],
  no_file_or_folder: ['{}:既不是文件也不是文件夹', '{}: neither a file nor a folder'],
  no_file: ['{}:没有这个文件,或无法读取', '{}: no such file, or it cannot be read'],
  many_documents: [
    '{} 中不止一份文档:请指明一份,例如 {}',
    '{} holds more than one document: name one, such as {}',
  ],
  no_document: ['{}:{} 中没有这份文档;有的是 {}', '{}: no such document in {}; there is {}'],
  no_folder: ['{}:没有这个文件夹', '{}: no such folder'],
  no_json: ['{}:不是有效的 JSON:{}', '{}: is no JSON: {}'],
  not_read: ['{}:未能读取:{}', '{}: could not be read: {}'],
  no_output_folder: [
    '{}:没有这个文件夹;请给出 tongbao extract -o 所写的文件夹',
    '{}: no such folder; give the folder that `tongbao extract -o` wrote',
  ],
  no_notices: [
    '{}:其中没有 notices.ndjson;请给出 tongbao extract -o 所写的文件夹',
    '{}: no notices.ndjson in it; give a folder that `tongbao extract -o` wrote',
  ],
  line_no_json: [
    '{}:不是 JSON({});写它的那次运行结束了吗?',
    '{}: not JSON ({}); was the run that wrote it ended?',
  ],
  no_notice: ['{}:不是 tongbao extract 写出的通报', '{}: no notice as `tongbao extract` writes it'],
  line_no_notice: ['{}:第 {} 行不是通报:{}', '{}: line {} is no notice: {}'],
  is_there: ['{}:已经存在,不会覆盖', '{}: is there already, and nothing is written over'],
  // Output folders.
  other_inputs: [
    '{} 中是其他输入({})的结果:请用 --out 另指定文件夹,或用 --overwrite 替换',
    '{} holds the results of other inputs ({}): name another folder with --out, or replace them with --overwrite',
  ],
  not_ours: [
    '{} 不是空的,也不是 tongbao 所写:请用 --out 另指定文件夹,或用 --overwrite 写入其中',
    '{} is not empty and not made by tongbao: name another folder with --out, or write into it with --overwrite',
  ],
  // Shards and queues.
  no_plan: [
    '{}:其中没有计划;先运行:tongbao plan <输入> --out {}',
    '{}: no plan is in it; make one with: tongbao plan <inputs> --out {}',
  ],
  other_version: [
    '{}:计划是用另一版本的程序或词表做的;请重新运行:tongbao plan',
    '{}: the plan was made by another version of the tool or of the tables; make it again with: tongbao plan',
  ],
  shards_missing: ['{} / {} 个分片没有完成:{}', '{} of {} shards are not done: {}'],
  shard_groups: [
    '{}:分组从 0 数起,{} 组的最后一组是 {}',
    '{}: groups are counted from 0, the last of {} is {}',
  ],
  shard_backwards: ['{}:末尾在开头之前', '{}: ends before it begins'],
  no_shard: [
    '{}:没有这个分片,计划共有 {} 个,从 0 数起',
    '{}: no such shard, the plan has {}, counted from 0',
  ],
  no_shard_form: [
    '{}:不是分片(3)、范围(0-9)或分组(2/16)',
    '{}: neither a shard (3), nor a range (0-9), nor a group (2/16)',
  ],
  input_changed: ['{} 在计划之后有改变', '{} is not what it was when the run was planned'],
  part_not_whole: ['{}:分片结果不完整:{}', '{}: not a whole part: {}'],
  no_queue_address: [
    '{}:队列地址应为 redis://…、rediss://… 或 postgres://…',
    '{}: a queue is at redis://…, rediss://… or postgres://…',
  ],
  no_package: [
    '这一命令所需的软件包没有安装:npm install {}',
    'this command needs a package that is not installed: npm install {}',
  ],
  no_queue_package: [
    '队列所需的软件包没有安装:npm install bullmq {}',
    'a queue needs packages that are not installed: npm install bullmq {}',
  ],
  shard_given_up: ['分片 {} 失败 {} 次后放弃:{}', 'shard {} was given up {} times: {}'],
  no_reason: ['没有说明原因', 'no reason told'],
  shards_done: ['完成分片 {} 个,之前已完成 {} 个', '{} shards done, {} were done before'],
  planned: [
    '{} 个分片,共 {} 个文件,{} 字节:{}\n接着:tongbao shard 0-{} --out {}    (可任意拆分,顺序和机器不限)\n最后:tongbao commit --out {}',
    '{} shards of {} documents, {} bytes: {}\nnext: tongbao shard 0-{} --out {}    (in any pieces, in any order, anywhere)\nthen: tongbao commit --out {}',
  ],
  work_done: ['所有分片都已完成', 'all shards are done'],
  // Tables of knowledge and the config file.
  table_no_folder: ['{}:没有这个词表文件夹', '{}: no such folder of tables'],
  table_unknown: ['{}:没有这个词表;可用的有:{}', '{}: no table is called so; known: {}'],
  table_unknown_near: ['{}:没有这个词表;相近的有:{}', '{}: no table is called so; near it: {}'],
  table_off_nothing: ['{}:没有可停用的行:没有哪一行的 {}{}', '{}: switches off nothing: no row has {}{}'],
  table_off_near: [';与“{}”相近的有:{}', '; near «{}»: {}'],
  table_cells: ['{}:有 {} 格,而表头只有 {} 列:{}', '{}: {} cells, but the header has {} columns: {}'],
  table_no_header: ['{}:没有表头;应为:{},以制表符分隔', '{}: no header row; it needs: {}, separated by tabs'],
  table_no_text: [
    '{}:不是文本;请另存为“以制表符分隔的文本”(UTF-8 最好)',
    '{}: is no text; save it as text with cells separated by tabs, UTF-8 best',
  ],
  table_no_tabs: [
    '{}:这一行没有制表符(Tab);各格({})之间要按 Tab 键,不能用空格',
    '{}: no tab in this row; its cells ({}) are separated by tabs, not by blanks',
  ],
  table_no_column: [
    '{}:缺少“{}”列;第一个非注释行须是表头,以制表符分隔:{}{}',
    '{}: no column «{}»; the first row that is no comment names the columns, separated by tabs: {}{}',
  ],
  table_no_tab: ['(这一行没有制表符)', ' (no tab stands in this row)'],
  table_unknown_column: ['{}:没有名为“{}”的列;可用的列:{}', '{}: unknown column «{}»; known: {}'],
  table_cell: ['{}:“{}”列是“{}”:{}', '{}: column «{}» is «{}»: {}'],
  table_cell_among: ['{}:“{}”列是“{}”,不在可用的值之中{}', '{}: column «{}» is «{}», which it cannot be{}'],
  table_cell_listed: [
    '{}:“{}”列是“{}”,{} 中没有(在其中加一行即可){}',
    '{}: column «{}» is «{}», which {} does not have (a row there makes it known){}',
  ],
  cell_empty: ['不能为空', 'must not be empty'],
  cell_bar: ['要用半角的“|”,不是全角的“｜”', 'takes | between alternatives, not the full-width ｜'],
  cell_colon: ['不写后面的冒号', 'goes without its colon'],
  cell_words: ['各词之间用空格隔开,不用逗号、顿号', 'words are separated by blanks, not by commas'],
  cell_levels: ['只能由 n p c t 组成', 'must be letters of n p c t'],
  cell_official: ['应含一个 * 或 ~，即地名所在', 'must have one * or ~, where the place stands'],
  cell_month: ['应为 YYYY-MM', 'must be YYYY-MM'],
  cell_day: ['应为 YYYY-MM-DD', 'must be YYYY-MM-DD'],
  cell_year: ['应为 YYYY', 'must be YYYY'],
  cell_code: ['应为六位数字', 'must be six digits'],
  near_it: [';相近的有:{}', '; near it: {}'],
  known_are: [';可用的有:{}', '; known: {}'],
  config_no_file: ['{}:没有这个文件', '{}: no such file'],
  config_unknown: ['{}:没有名为“{}”的设置{}', '{}: unknown key «{}»{}'],
  config_value: ['{}:“{}”:{}', '{}: «{}»: {}'],
  // Values of options.
  want_day: [
    '应为日期或时刻,如 2024-05-01、2024-05-01T09:30。',
    'a day is wanted, as in 2024-05-01, or a time, as in 2024-05-01T09:30.',
  ],
  want_count: ['应为大于 0 的整数。', 'a whole number above 0 is wanted.'],
  want_port: ['应为端口号,0 至 65535。', 'a port is wanted, 0 to 65535.'],
  want_origin: [
    '应为来源地址,如 http://localhost:3000。',
    'an http or https origin is wanted, such as http://localhost:3000.',
  ],
  want_formats: ['没有 {};可用的有 {}。', 'not known: {}; known are {}.'],
  want_file_or_text: [
    '错误:请给出一个文件,或用 --text 给出一段文字',
    'error: give a file, or a text with --text',
  ],
  port_in_use: [
    '本机的端口 {} 已被占用;用 --port 换一个,或用 --port 0 自动选择',
    'port {} is in use on this machine, perhaps by another tongbao; choose another with --port, or --port 0 for a free one',
  ],
  internal: ['程序内部错误,请报告:{}', 'internal error, please report it: {}'],
  // What a run tells.
  run_counts: ['通报 {} 份,问题 {} 条', '{} notices, {} records'],
  run_categories: ['问题类别', 'records by category'],
  run_rates: ['各地合格率', 'pass rates by region'],
  run_deadlines: ['期限', 'deadlines'],
  run_checks: ['存疑', 'what does not add up'],
  run_failed: ['未能读取', 'failed inputs'],
  run_not_comparable: ['不可比:{}', 'not comparable: {}'],
  run_more: ['……另有 {} 项', '… and {} more'],
  run_more_failed: ['……另有 {} 项,见 errors.ndjson', '… and {} more in errors.ndjson'],
  run_skipped: ['{} 个其他类型的文件,见 documents.csv', '{} files of other kinds, see documents.csv'],
  run_files: ['结果在 {}:{}', 'files in {}: {}'],
  progress_line: ['{}/{} 份,{}', '{}/{} documents, {}'],
  progress_shards: ['{}/{} 个分片', '{}/{} shards'],
  progress_rate: ['每秒 {} 份', '{} notices/s'],
  progress_failed: ['{} 份未能读全', '{} failed or in part'],
  progress_left: ['还需 {}', '{} left'],
  report_made: ['{}:{} 份通报,{};用浏览器打开', '{}: {} notices, {}; open it in a browser'],
  report_left: [
    '因文件大小,最后 {} 份的全文未收入;tongbao serve {} 可看全部',
    'the texts of the last {} notices are not in it, for its size; `tongbao serve {}` shows them all',
  ],
  serve_started: [
    '{}  报告\n{}openapi.json  各 JSON 接口的说明\nCtrl-C 结束',
    '{}  report\n{}openapi.json  what the JSON endpoints answer\nCtrl-C ends it',
  ],
  init_made: [
    '已在 {} 中建立:{}\n下一步:把网页或文件放进 notices/,然后运行 tongbao extract notices',
    'made in {}: {}\nnext: put pages or files into notices/ and run: tongbao extract notices',
  ],
  // Comparing and mining.
  diff_same: ['{} 篇通报,没有差异', '{} notices: no difference'],
  diff_notices: [
    '共有的通报 {} 篇,仅后者有 {} 篇,仅前者有 {} 篇',
    '{} notices in both, {} only after, {} only before',
  ],
  diff_kind: ['按种类(+ 新增,- 丢失,~ 改变)', 'by kind (+ gained, - lost, ~ altered)'],
  diff_field: ['按字段', 'by field'],
  diff_category: ['按类别', 'by category'],
  diff_more: ['……另有 {} 处(--most、--json)', '… and {} more (--most, --json)'],
  mine_seen: ['{} 篇 {} 处', '{} documents, {} times'],
  mine_counts: [
    '# {} 篇,问题语句 {} 句,其中 {} 句没有提示语能识别',
    '# {} documents, {} clauses of problems, of which no cue reads {}',
  ],
  mine_guesses: [
    '# 请逐行核对后再采用:类别、职能、列的含义都是推测',
    '# read each row before you keep it: category, function and role are guesses',
  ],
  mine_read_as: ['此句现在读作 {}', 'read as {} so far'],
  mine_failed: ['# 未能读取:{}:{}', '# not read: {}: {}'],
  // What explain shows.
  explain_source: ['{}  {} {},{} 字节', '{}  {} {}, {} bytes'],
  explain_plain: [
    '(一句话,不是通报:列出其中认出的词语,不算作问题记录)',
    '(a sentence and no notice: what it names is listed, and it gives no records)',
  ],
  explain_none: ['(无)', '(none)'],
  explain_read: ['读取', 'read'],
  explain_normalize: ['规整', 'normalize'],
  explain_segment: ['结构', 'segment'],
  explain_tables: ['表格', 'tables'],
  explain_parse: ['日期和数字', 'parse'],
  explain_places: ['地名', 'places'],
  explain_units: ['单位', 'units'],
  explain_cues: ['提示语', 'cues'],
  explain_notice: ['通报', 'notice'],
  explain_metrics: ['指标', 'metrics'],
  explain_records: ['问题', 'records'],
  explain_deadlines: ['期限', 'deadlines'],
  explain_checks: ['存疑', 'checks'],
  explain_repaired: ['(原文缺字,已补)', '(repaired)'],
  explain_title: ['标题:', 'title:'],
  explain_addressee: ['主送:', 'addressed to:'],
  explain_signature: ['落款:', 'signature:'],
  explain_furniture: ['网页部件:', 'furniture:'],
  explain_found: ['文中有', 'found'],
  explain_not_found: ['文中没有', 'not in the text'],
  explain_about: ['指{}', 'about {}'],
  explain_likely: ['(没有提示语,措辞相近:{})', '(no cue; by likeness of its words: {})'],
  // Rows that do not do what they say.
  row_lacks: [
    '例句里没有这些词,所以读不作 {}:{}(每一格都要在同一分句中出现)',
    'is not read as {}, for want of: {} (each term must stand in one clause)',
  ],
  row_not_one_clause: [
    '读不作 {}:各个词不在同一分句中,或在引号、书名号之内',
    'is not read as {}: its terms stand in different clauses, or inside quotation marks',
  ],
  row_read_as: ['读作 {}({}),那一行说得更具体', 'is read as {} ({}), a row that says more'],
  row_due: ['“{}”读出的期限:{}', 'the due dates read in «{}» are: {}'],
  row_not_in_example: ['其中没有“{}”', '«{}» does not stand in it'],
  row_place: ['应认出 {},现在认出:{}', 'should name {}, and names: {}'],
  row_place_in_name: ['应写不带地名的名称:{}', 'goes without its place: {}'],
  row_counter: ['不应认出 {},却认出了', 'should not name {}, and does'],
  row_idle: ['有没有这一行,读法都一样', 'reads the same without this row'],
  row_not_idle: ['不应受这一行影响,却受了影响', 'should not be read by this row, and is'],
  row_date: ['应为 {},现在读作:{}', 'should be {}, and is read as: {}'],
  row_not_masked: ['没有被当作广告词遮去', 'is not masked as an advertisement'],
  rows_right: ['{} 行,都与例子相符', '{} rows, each as its example says'],
  rows_wrong: ['{} 行,其中 {} 处与例子不符', '{} rows, {} of them not as their examples say'],
  // Scores and reviews.
  gold_document: [
    '{}:找不到它的文档 {}(应在 docs/ 中)',
    '{}: its document {} is not beside it (looked in docs/)',
  ],
  no_gold: ['{}:不是人工核对文件(缺 doc)', '{}: is no gold file (it has no doc)'],
  no_golds: ['{}:没有人工核对文件(.json)', '{}: no gold files (.json) in it'],
  scores_documents: ['{} 份文档', '{} documents'],
  scores_header: [
    '字段                        对     错   漏     准确率  召回率    F1',
    'field                       hit  wrong missed      P      R     F1',
  ],
  scores_spans: [
    '依据 {} 处,其中 {} 处与所引原文不符',
    'evidence spans: {}, of which {} do not reproduce their quote',
  ],
  scores_confidence: ['按把握程度:对/全部', 'right by confidence (right/all)'],
  no_decision: ['{}:不是 tongbao review 写下的判断', '{}: no decision as `tongbao review` writes it'],
  review_no_notice: [
    '{} 中没有编号为 {} 的通报(编号见 notices.csv 的 notice_id 列)',
    '{}: no notice {} (notice_id in notices.csv)',
  ],
  review_exported: [
    '已导出 {} 份通报、{} 条判断到 {}\n检验:tongbao eval {}',
    'exported {} notices, {} decisions to {}\nto score: tongbao eval {}',
  ],
  review_from_text: [
    '{}:原文件已不在或已改变,改用读出的文字',
    '{}: the file is gone or changed; its text as read is used',
  ],
  review_started: [
    '{}\n在浏览器中打开以上地址即可核对(仅限本机)。每一步都立即保存;按 G 导出到 {};Ctrl-C 结束。',
    '{}\nopen this address in a browser on this machine to review. Every step is kept at once; G exports to {}; Ctrl-C ends it.',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type Message = keyof typeof MESSAGES
export type MessageLanguage = 'zh' | 'en'
type Fill = string | number

let current: MessageLanguage = 'en'

/** The language of what is told from now on. It never changes what a file holds. */
export function speak(lang: MessageLanguage): void {
  current = lang
}

/** The language that is spoken. */
export const speaks = (): MessageLanguage => current

export function say(message: Message, ...fill: Fill[]): string {
  return sayIn(current, message, ...fill)
}

export function sayIn(lang: MessageLanguage, message: Message, ...fill: Fill[]): string {
  let i = 0
  return MESSAGES[message][lang === 'zh' ? 0 : 1].replaceAll('{}', () => String(fill[i++] ?? ''))
}

/** Both languages, English first: what errors are made of. A filling of two languages is a pair itself. */
export function both(
  message: Message,
  ...fill: (Fill | readonly [string, string])[]
): [en: string, zh: string] {
  const of = (side: 0 | 1) => fill.map((f) => (typeof f === 'object' ? f[side] : f))
  return [sayIn('en', message, ...of(0)), sayIn('zh', message, ...of(1))]
}

/** A list of names in both languages. */
export const listed = (names: readonly string[]): [string, string] => [names.join(', '), names.join('、')]

/** An error that a person can do something about, in both languages. */
export class ToldError extends Error {
  constructor(
    message: string,
    readonly zh: string = message,
  ) {
    super(message)
  }
}
