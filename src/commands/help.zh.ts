import type { Command } from 'commander'

/** Chinese of what commands, arguments and options say of themselves, by their English. */
export const HELP_ZH: Record<string, string> = {
  '通报: government inspection notices in, comparable records out, every value pointing at its characters':
    '通报:把政府检查通报整理成可比较的记录,每个数值都指向原文中的字',
  // Commands.
  'read notices and write records, figures, deadlines and checks as CSV and JSON':
    '读取通报,写出问题记录、指标、期限和存疑之处(CSV 和 JSON)',
  'show what each stage made of one document: edits, outline, tables, every mention, units, records; of a plain sentence its times, figures, shares and places':
    '显示一份文档每一步读出了什么:改动、结构、表格、日期数字、单位、问题;普通句子则显示其中的时间、数字、比例和地点',
  'score the extraction against hand-checked gold files': '对照人工核对的文件,计算提取的准确率和召回率',
  'make report.html, one file to look at, from an output folder': '由结果文件夹生成 report.html(单个文件)',
  'show the report of an output folder, and its JSON for dashboards, on this machine only':
    '在本机浏览器中查看报告,并为看板提供 JSON 接口',
  'accept, correct, reject and add what was read, in a browser; what is right becomes gold for eval and rows for the tables':
    '在浏览器中逐条核对:认可、改正、否定、补充;核对结果可供 eval 检验,并给出可加入词表的行',
  'what one output says and another does not, with quotes, by kind, field and category; ends with 0 where they are the same, 1 where not':
    '比较两次结果:按种类、字段、类别列出差异和原文;没有差异时退出码为 0,有差异为 1',
  'what of a corpus no row of the tables knows: phrases of problems, units, table headers, metadata keys, as rows ready to be added':
    '找出词表尚不认识的说法、单位、表头和信息栏名称,排成可直接加入词表的行',
  'check your own tables: each row, and whether its example is read as the row says':
    '检查自己的词表:每一行写得对不对,例子能不能照该行读出来',
  'make a project folder: tongbao.config.json, a lexicon folder for your own rows, a README':
    '新建项目文件夹:tongbao.config.json、放自备词表的 lexicon 文件夹、说明',
  'print the JSON Schema of a notice, or of a .json file of the output':
    '输出通报或某个 .json 结果文件的 JSON Schema',
  'divide a run into shards that any engine can do, on any machine that sees the same files':
    '把一次整理分成若干分片,可由任何调度程序在任何机器上完成',
  'do shards of a plan; those that are done cost nothing, and doing one twice changes nothing':
    '完成计划中的分片;已完成的不再重做,重复做也不改变结果',
  'check that every shard of a plan is done, and put the output together': '检查所有分片都已完成,并汇总结果',
  'read JSON lines with a document each on standard input, write one line for each on standard output: uri, status, problems, notice':
    '从标准输入逐行读取 JSON 文档,每行输出一个结果:uri、status、problems、notice',
  'give the shards of a plan to workers by way of BullMQ, wait for them, and put the output together':
    '通过 BullMQ 把分片交给各工作进程,等待完成后汇总结果',
  'do shards of a plan from a queue until all are done; on as many machines as you like':
    '从队列中领取并完成分片,直到全部完成;可在多台机器上运行',
  'display help for command': '显示帮助',
  'output the version number': '显示版本号',
  // Arguments.
  'files, folders or globs; also .jsonl, .csv, .warc, .zip, .tar, packed with gzip or not':
    '文件、文件夹或通配符;也可以是 .jsonl、.csv、.warc、.zip、.tar(可用 gzip 压缩)',
  'a document, or one of a dump or archive as documents.csv names it: dump.jsonl#3; - reads standard input':
    '一份文档,或 documents.csv 所列转储、压缩包中的一份:dump.jsonl#3;- 表示标准输入',
  'a folder with docs/ and gold/ below it': '其下有 docs/ 和 gold/ 的文件夹',
  'the folder that extract wrote': 'extract 写出的文件夹',
  'an output folder, or its notices.ndjson': '结果文件夹,或其中的 notices.ndjson',
  another: '另一个',
  'files, folders or globs': '文件、文件夹或通配符',
  where: '位置',
  'what of': '哪一种',
  'as for extract': '同 extract',
  'shards counted from 0 (3), ranges (0-9), or groups (2/16: the third of sixteen)':
    '从 0 数起的分片(3)、范围(0-9)或分组(2/16:十六组中的第三组)',
  // Options.
  'defaults for the options of extract (tongbao.config.json, where it is there)':
    'extract 各选项的默认值(默认为当前文件夹的 tongbao.config.json)',
  'where the output goes': '结果写到哪里',
  'where the plan is': '计划所在的文件夹',
  'no summary and no progress': '不显示进度和小结',
  'progress and summary as events, a line of JSON each': '以 JSON 逐行输出进度和小结',
  'no summary': '不显示小结',
  'for programs': '以 JSON 输出,供程序使用',
  'documents are read by so many workers (as many as there are cores)':
    '同时读取的工作线程数(默认为处理器核数)',
  'write into a folder that is not empty, or holds the results of other inputs':
    '允许写入非空的或存有其他结果的文件夹',
  'try again what an earlier run gave up for time, memory or a crash':
    '重试上次因超时、内存或崩溃而放弃的文件',
  'documents done at a time, and lost at most when a run is ended (64)': '每批处理的文件数(64)',
  'documents of one shard (64)': '每个分片的文件数(64)',
  'your own rows (cues.tsv, units.tsv …), laid over the built-in tables':
    '自备词表文件夹(cues.tsv、units.tsv 等),叠加在内置词表之上',
  'fields or columns with the document, in JSONL and CSV': 'JSONL、CSV 中存放正文的字段或列',
  'fields or columns with its address': '存放网址的字段或列',
  'fields or columns with its title': '存放标题的字段或列',
  'fields or columns with its date': '存放日期的字段或列',
  'most containers within each other (3)': '容器最多嵌套几层(3)',
  'most bytes of one document (32 MiB)': '单个文件的最大字节数(32 MiB)',
  'most documents of one container (1000000)': '单个压缩包的最多文件数(1000000)',
  'most bytes out of an archive per byte in (200)': '压缩包的最大解压倍数(200)',
  'most bytes out of one archive (16 GiB)': '单个压缩包的最大解压字节数(16 GiB)',
  'most characters of text of one document (2000000)': '单份文档的最多字数(2000000)',
  'most cells of the tables of one document (250000)': '单份文档各表格的最多单元格数(250000)',
  'most pages of one PDF (2000)': '单个 PDF 的最多页数(2000)',
  'most elements of one saved page (300000)': '单个网页的最多元素数(300000)',
  'most elements of a saved page within each other (512)': '网页元素的最大嵌套层数(512)',
  'most bytes that one office file unpacks to (256 MiB)': '单个 Office 文件解压后的最大字节数(256 MiB)',
  'mask identity numbers, cards, telephones and e-mails in every file (workbook, report)':
    '在所有文件中遮盖身份证号、银行卡号、电话和邮箱(默认只在工作簿和报告中)',
  'mask nothing, not even in the workbook and the report': '一律不遮盖,包括工作簿和报告',
  'mask no identity numbers, cards, telephones and e-mails': '不遮盖身份证号、银行卡号、电话和邮箱',
  'csv, json, xlsx, parquet, duckdb, report (csv,json)':
    '输出格式:csv、json、xlsx、parquet、duckdb、report(默认 csv,json)',
  'language of messages (of the locale), and of the workbook (zh)':
    '提示的语言(默认随系统)和工作簿的语言(默认中文)',
  'language of messages (of the locale)': '提示的语言(默认随系统)',
  'most seconds for one document (60)': '单个文件的最长秒数(60)',
  'most MiB of memory for one office file or PDF (512)': '单个 Office 文件或 PDF 的最大内存 MiB(512)',
  'a text instead of a file': '直接给出一段文字',
  'when a plain sentence was said, a day or a time of it: «yesterday» and «two hours ago» are counted from it':
    '说这句话的日子或时刻:“昨天”“两小时前”由此推算',
  'list what was missed and what was wrong': '列出漏掉的和错误的',
  'where the report goes (report.html in the folder)': '报告写到哪里(默认为该文件夹中的 report.html)',
  'size of the file that texts of notices may fill (30)': '报告中收入全文的大小上限,MB(30)',
  'port on 127.0.0.1; 0 takes a free one': '127.0.0.1 上的端口;0 表示自动选择',
  'pages that may read the JSON: http://localhost:3000': '允许读取 JSON 的网页来源:http://localhost:3000',
  'where gold, documents and proposed rows go (review in the folder)':
    '核对结果、文档和建议的行写到哪里(默认为该文件夹中的 review)',
  'open this notice first; the report says its id': '先打开这份通报;编号见报告中的原文页',
  'write them from what was decided so far, and end': '按目前的判断直接写出,不打开网页',
  'changes that are listed (200); the counts are of all': '最多列出多少处差异(200);计数包括全部',
  'write the rows as tables into this folder, which --lexicon takes':
    '把这些行写成词表放进此文件夹,可供 --lexicon 使用',
  'proposals per table (100)': '每个词表最多建议多少行(100)',
  'redis://…, rediss://… or postgres://…': '队列地址:redis://…、rediss://… 或 postgres://…',
  'shards at a time (as many as there are cores)': '同时完成的分片数(默认为处理器核数)',
}

const HEADINGS: Record<string, string> = {
  'Usage:': '用法:',
  'Arguments:': '参数:',
  'Options:': '选项:',
  'Commands:': '命令:',
}

/** What commander says of wrong use; the groups are what it names. */
const WRONG: [RegExp, string][] = [
  [/^error: unknown option '(.*?)'/, '错误:没有选项 $1'],
  [/^error: unknown command '(.*?)'/, '错误:没有命令 $1'],
  [/^error: missing required argument '(.*?)'/, '错误:缺少参数 $1'],
  [/^error: option '(.*?)' argument missing/, '错误:选项 $1 缺少值'],
  [/^error: option '(.{0,99}?)' argument '(.{0,99}?)' is invalid\./, '错误:选项 $1 的值“$2”无效。'],
  [
    /^error: command-argument value '(.{0,99}?)' is invalid for argument '(.{0,99}?)'\./,
    '错误:参数 $2 的值“$1”无效。',
  ],
  [
    /^error: too many arguments(?: for '(.*?)')?\. Expected (\d+) arguments? but got (\d+)\./,
    '错误:参数过多:应有 $2 个,给了 $3 个。',
  ],
  [/Allowed choices are (.{0,999}?)\./, '可用的有 $1。'],
  [/\(Did you mean (?:one of )?(.{0,999}?)\?\)/, '(是否想写 $1?)'],
]

const wrongInChinese = (message: string): string =>
  WRONG.reduce((text, [pattern, zh]) => text.replace(pattern, zh), message)

/** Has the program and its commands speak Chinese. Call it when all of them are added. */
export function helpInChinese(program: Command): void {
  const of = (english: string) => HELP_ZH[english] ?? english
  for (const command of [program, ...program.commands]) {
    command.description(of(command.description()))
    command.helpOption('-h, --help', '显示帮助')
    command.showHelpAfterError('(加 --help 可查看用法)')
    command.configureHelp({ styleTitle: (title) => HEADINGS[title] ?? title })
    command.configureOutput({ outputError: (text, write) => write(wrongInChinese(text)) })
    for (const option of command.options) option.description = of(option.description)
    for (const argument of command.registeredArguments) argument.description = of(argument.description)
  }
  program.helpCommand('help [command]', '显示帮助')
}
