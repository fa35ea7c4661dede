import { readFileSync } from 'node:fs'

export interface Block {
  page: string
  line: number
  /** Of the fence; `shell` where the block is indented and a command stands in it, else `shown`. */
  kind: string
  text: string
}

const COMMAND =
  /^(?:npx|npm|node|tongbao|aws|sbatch|kubectl|seq|parallel|redis-server|#!\/bin\/sh|\w+=\$\(|apt-get|docker|pip|python3?) /m

/** Code blocks of a Markdown page: fenced ones by their language, indented ones by what they hold. */
export function blocksOf(page: string): Block[] {
  const out: Block[] = []
  const lines = readFileSync(page, 'utf8').split('\n')
  for (let i = 0; i < lines.length; i++) {
    const fence = /^```(\w*)/.exec(lines[i]!)
    const from = i
    if (fence) {
      while (!/^```$/.test(lines[++i] ?? '```')) {}
      out.push({ page, line: from + 1, kind: fence[1] || 'shown', text: lines.slice(from + 1, i).join('\n') })
    } else if (/^ {4}\S/.test(lines[i]!) && (lines[i - 1] ?? '') === '') {
      while (
        /^ {4}|^$/.test(lines[i + 1] ?? 'end') &&
        !(lines[i + 1] === '' && !/^ {4}/.test(lines[i + 2] ?? ''))
      )
        i++
      const text = lines
        .slice(from, i + 1)
        .map((line) => line.slice(4))
        .join('\n')
      out.push({ page, line: from + 1, kind: COMMAND.test(`${text} `) ? 'shell' : 'shown', text })
    }
  }
  return out
}
