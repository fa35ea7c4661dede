import { readFileSync, statSync } from 'node:fs'
import {
  type Input,
  type Limits,
  type Member,
  overBytes,
  type ProblemMember,
} from '../containers/container.ts'
import type { Problem } from '../source.ts'
import { candidates, filesBeside, placeOf } from './beside.ts'
import { isAttachable, linksIn, mayHaveAttachments } from './links.ts'

type Members = AsyncGenerator<Member | ProblemMember>

/** A page on disk with the files beside it that it links. */
export function withFilesBeside(page: Member, path: string, limits: Limits): Member {
  if (!mayHaveAttachments(page.uri)) return page
  const files = filesBeside(path, linksIn(page.content))
  const problems: Problem[] = []
  const attachments: Member[] = []
  for (const file of files) {
    if (isOver(file, limits)) problems.push(overBytes(file, limits).problem)
    else
      try {
        attachments.push({ uri: file, content: readFileSync(file) })
      } catch (error) {
        problems.push({ code: 'unreadable', message: (error as Error).message })
      }
  }
  return {
    ...page,
    ...(attachments.length > 0 && { attachments }),
    ...(problems.length > 0 && { problems }),
  }
}

function isOver(file: string, { maxBytes }: Limits): boolean {
  try {
    return statSync(file).size > maxBytes
  } catch {
    // Whoever reads it is told.
    return false
  }
}

/** Of these files the ones that another of them takes as its attachment: attachment → page. */
export function claimsAmong(files: readonly string[], limits: Limits): Map<string, string> {
  const claims = new Map<string, string>()
  const attachable = new Set(
    files.map((f) => f.replaceAll('\\', '/')).filter((f) => isAttachable(f) && !isOver(f, limits)),
  )
  if (attachable.size === 0) return claims
  for (const page of files) {
    if (!mayHaveAttachments(page) || isOver(page, limits)) continue
    for (const file of filesBeside(page, linksOnDisk(page)))
      if (attachable.has(file) && !claims.has(file)) claims.set(file, page.replaceAll('\\', '/'))
  }
  return claims
}

function linksOnDisk(page: string): string[] {
  try {
    return linksIn(readFileSync(page))
  } catch {
    // Its own status will say so.
    return []
  }
}

/**
 * The members of an archive, each page with its attachments, which are then no documents of their own. The archive is
 * read twice, first for the links: what is held in memory is only the pages that wait for a file and the files that
 * pages wait for.
 */
export async function* joined(input: Input, members: (input: Input) => Members): Members {
  const { wanted, pages, unread } = await claimsIn(members(input))
  if (wanted.size === 0 && unread.size === 0) {
    yield* members(input)
    return
  }
  const files = new Map<string, Member>()
  const waiting = new Map<Member, readonly string[]>()
  /** Pages that came before a file that they wait for. */
  const waitingFor = new Map<string, Member[]>()
  const asked = new Map<string, number>()
  for (const places of pages.values()) for (const p of places) asked.set(p, (asked.get(p) ?? 0) + 1)
  for await (const given of members(input)) {
    const problems = unread.get(given.uri)
    const member = problems && !('problem' in given) ? { ...given, problems } : given
    const place = 'problem' in member ? '' : placeOf(member)
    const page = wanted.get(place)
    const places = pages.get(member.uri)
    let maybe: readonly Member[] = []
    if ('problem' in member) yield member
    else if (page !== undefined && !files.has(place)) {
      files.set(place, member)
      maybe = waitingFor.get(place) ?? []
      waitingFor.delete(place)
      yield attachmentOf(member.uri, page)
    } else if (places) {
      waiting.set(member, places)
      for (const p of places) {
        const others = waitingFor.get(p)
        if (others) others.push(member)
        else if (!files.has(p)) waitingFor.set(p, [member])
      }
      maybe = [member]
    } else yield member
    for (const ready of maybe) {
      const its = waiting.get(ready)
      if (!its?.every((p) => files.has(p))) continue
      waiting.delete(ready)
      yield { ...ready, attachments: its.map((p) => files.get(p)!) }
      for (const p of its) {
        const left = asked.get(p)! - 1
        asked.set(p, left)
        if (left === 0) files.delete(p)
      }
    }
  }
  // What was there the first time and is not now: a page goes without.
  for (const [page, places] of waiting)
    yield { ...page, attachments: places.flatMap((p) => files.get(p) ?? []) }
}

export function attachmentOf(uri: string, page: string): ProblemMember {
  return { uri, skipped: true, problem: { code: 'attachment', message: `read with ${page}, which links it` } }
}

/** Which file waits for which page, what each page waits for, and why it waits for no more. */
async function claimsIn(members: Members): Promise<{
  wanted: Map<string, string>
  pages: Map<string, string[]>
  unread: Map<string, Problem[]>
}> {
  const there = new Map<string, Problem | null>()
  const linked: { uri: string; place: string; links: string[] }[] = []
  for await (const member of members) {
    const place = placeOf(member)
    if ('problem' in member) {
      if (isAttachable(place)) there.set(place, member.problem)
    } else if (isAttachable(place)) there.set(place, null)
    else {
      const links = linksIn(member.content)
      if (links.length > 0) linked.push({ uri: member.uri, place, links })
    }
  }
  const wanted = new Map<string, string>()
  const pages = new Map<string, string[]>()
  const unread = new Map<string, Problem[]>()
  for (const { uri, place, links } of linked) {
    const linkedHere = new Set(
      links.flatMap((link) => candidates(link, place).find((c) => there.has(c)) ?? []),
    )
    const problems = [...linkedHere].flatMap((f) => there.get(f) ?? [])
    if (problems.length > 0) unread.set(uri, problems)
    const found = [...linkedHere].filter((f) => there.get(f) === null)
    if (found.length === 0) continue
    pages.set(uri, found)
    for (const f of found) if (!wanted.has(f)) wanted.set(f, uri)
  }
  return { wanted, pages, unread }
}
