import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'

const HOST = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?$/

/**
 * Where a file that a page links may lie: beside the page, below it, or where a crawler puts it (in a folder with the name
 * of the site). Nothing outside of these is looked at: a page cannot name just any file of the machine.
 */
export function candidates(link: string, page: string): string[] {
  const folder = folderOf(page)
  const address = /^https?:\/\/([^/]+)\/(.*)$/i.exec(link)
  const path = address ? address[2]! : link
  const name = path.slice(path.lastIndexOf('/') + 1)
  const parts = folder.split('/')
  const site = parts.findLastIndex((part) => HOST.test(part))
  const root = parts.slice(0, site + 1).join('/')
  const found: (string | null)[] = []
  if (address) {
    const other = [...parts.slice(0, site), address[1]!].join('/')
    if (site >= 0 && HOST.test(address[1]!)) found.push(within(other, `${other}/${path}`))
  } else if (link.startsWith('/')) {
    if (site >= 0) found.push(within(root, root + link))
  } else found.push(within(site >= 0 ? root : folder, folder === '' ? link : `${folder}/${link}`))
  found.push(folder === '' ? name : `${folder}/${name}`)
  return [...new Set(found.filter((f) => f !== null))]
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** The path with its dots taken out, where it stays inside the folder. */
function within(folder: string, path: string): string | null {
  const out: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') out.pop()
    else if (part !== '.') out.push(part)
  }
  const plain = out.join('/')
  return plain.startsWith(`${folder}/`) || folder === '' ? plain : null
}

/** A link may be longer than names can be, or hold what no name holds: then there is none. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile()
  } catch {
    return false
  }
}

/** The files beside a page on disk that its links name. */
export function filesBeside(path: string, links: readonly string[]): string[] {
  const page = path.replaceAll('\\', '/')
  const full = page.includes('/') ? page : `./${page}`
  const found: string[] = []
  for (const link of links) {
    const file = candidates(link, full).find((c) => c !== full && isFile(c))
    const name = file && (page.includes('/') ? file : join(dirname(page), file).replaceAll('\\', '/'))
    if (name && !found.includes(name)) found.push(name)
  }
  return found
}

/** How a member of an archive is found by a link: by its address, else by its path. */
export function placeOf(member: { uri: string; url?: string }): string {
  return member.url ? member.url.replace(/^https?:\/\//i, '').split(/[?#]/, 1)[0]! : member.uri
}
