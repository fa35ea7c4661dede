import type { ReportHead } from '../columns.ts'

/** The command that opens a notice to be corrected: a page that is a file, or any server's, can change nothing itself. */
export function reviewCommand(head: ReportHead, notice: string): string {
  const folder = head.folder ?? folderOfFile(location) ?? 'out'
  return `tongbao review ${/^[\w./\\:-]+$/.test(folder) ? folder : `"${folder}"`} --notice ${notice}`
}

/** Where the page lies, when it is a report that was left in its output folder. */
function folderOfFile({ protocol, pathname }: { protocol: string; pathname: string }): string | null {
  const folder =
    protocol === 'file:' ? /^(.*)\/report\.html$/.exec(decodeURIComponent(pathname))?.[1] : undefined
  return folder?.replace(/^\/(?=[A-Z]:)/, '') ?? null
}
