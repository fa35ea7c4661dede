import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { joined, withFilesBeside } from '../attachments/join.ts'
import { READ_LIMITS, type ReadLimits } from '../limits.ts'
import {
  ContainerError,
  FIELDS,
  type FieldNames,
  type Input,
  LIMITS,
  type Limits,
  type Member,
  overBytes,
  overDepth,
  type ProblemMember,
} from './container.ts'
import { containerFor } from './containers.ts'

export interface DocumentsOptions {
  limits?: Limits
  fields?: FieldNames
}

/** The documents of a file, one after the other: its members where it is a container, else itself. */
export async function* documentsOf(
  path: string,
  uri: string,
  options: DocumentsOptions = {},
): AsyncGenerator<Member | ProblemMember> {
  const limits = unusual(options.limits)
  for await (const member of membersOf(path, uri, options))
    yield 'problem' in member || !limits ? member : withLimits(member, limits)
}

/** Every document carries the limits that were set for it: it may be read in another process. */
function withLimits(member: Member, limits: Partial<ReadLimits>): Member {
  const attachments = member.attachments?.map((file) => withLimits(file, limits))
  return { ...member, limits, ...(attachments && { attachments }) }
}

function unusual(limits: Limits = LIMITS): Partial<ReadLimits> | null {
  const names = Object.keys(READ_LIMITS) as (keyof ReadLimits)[]
  const set = names.filter((name) => limits[name] !== READ_LIMITS[name])
  return set.length > 0 ? Object.fromEntries(set.map((name) => [name, limits[name]])) : null
}

async function* membersOf(
  path: string,
  uri: string,
  options: DocumentsOptions,
): AsyncGenerator<Member | ProblemMember> {
  const limits = options.limits ?? LIMITS
  const fields = options.fields ?? FIELDS
  try {
    const members = expand({ uri, path, bytes: () => createReadStream(path) }, limits, fields, 0)
    if (members) yield* members
    else {
      const stat = statSync(path)
      // A folder is named only where it cannot be looked into: this says why.
      if (stat.isDirectory()) readdirSync(path)
      if (stat.size > limits.maxBytes) throw overBytes(uri, limits)
      // At once: for a small file the ways of the event loop cost more than the reading.
      yield withFilesBeside({ uri, content: readFileSync(path) }, path, limits)
    }
  } catch (error) {
    if (error instanceof ContainerError) yield { uri, problem: error.problem }
    else if ((error as NodeJS.ErrnoException).code)
      yield { uri, problem: { code: 'unreadable', message: (error as Error).message } }
    else throw error
  }
}

function expand(
  input: Input,
  limits: Limits,
  fields: FieldNames,
  depth: number,
): AsyncGenerator<Member | ProblemMember> | null {
  const container = containerFor(input.uri)
  if (!container) return null
  return (async function* () {
    if (depth >= limits.maxDepth) {
      yield { uri: input.uri, problem: overDepth(input.uri, limits).problem }
      return
    }
    let count = 0
    try {
      const plain = (from: Input) =>
        container.members(from, {
          limits,
          fields,
          expand: (inner) => expand(inner, limits, fields, depth + 1),
        })
      const members = container.holdsFiles && depth === 0 ? joined(input, plain) : plain(input)
      for await (const member of members) {
        if (++count > limits.maxMembers)
          throw new ContainerError(
            'limit_members',
            `${input.uri}: more than ${limits.maxMembers} documents in one container (--max-members)`,
          )
        yield member
      }
      if (count === 0) yield { uri: input.uri, problem: { code: 'empty', message: 'no document is in it' } }
    } catch (error) {
      if (!(error instanceof ContainerError)) throw error
      yield { uri: input.uri, problem: error.problem }
    }
  })()
}
