import { createReadStream, readFileSync, statSync } from 'node:fs'
import {
  ContainerError,
  FIELDS,
  type FieldNames,
  type Input,
  LIMITS,
  type Limits,
  type Member,
  overBytes,
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
  const limits = options.limits ?? LIMITS
  const fields = options.fields ?? FIELDS
  try {
    const members = expand({ uri, path, bytes: () => createReadStream(path) }, limits, fields, 0)
    if (members) yield* members
    else {
      if (statSync(path).size > limits.maxBytes) throw overBytes(uri, limits)
      // At once: for a small file the ways of the event loop cost more than the reading.
      yield { uri, content: readFileSync(path) }
    }
  } catch (error) {
    if (error instanceof ContainerError) yield { uri, problem: error.problem }
    else if ((error as NodeJS.ErrnoException).code)
      yield { uri, problem: { code: 'unreadable', message: (error as Error).message } }
    else throw error
  }
}

const DEPTH = 3

function expand(
  input: Input,
  limits: Limits,
  fields: FieldNames,
  depth: number,
): AsyncGenerator<Member | ProblemMember> | null {
  const container = containerFor(input.uri)
  if (!container) return null
  return (async function* () {
    if (depth >= DEPTH) {
      yield {
        uri: input.uri,
        problem: {
          code: 'limit_depth',
          message: `${input.uri}: more than ${DEPTH} containers within each other`,
        },
      }
      return
    }
    let count = 0
    try {
      const members = container.members(input, {
        limits,
        fields,
        expand: (inner) => expand(inner, limits, fields, depth + 1),
      })
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
