import { type Filter, NO_FILTER } from '../report/filter.ts'

/** A request that says something that is not so: answered with 400. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
}

interface Query {
  filter: Filter
  limit: number
  offset: number
}

export const MOST = 1000
const FAMILIES = ['website', 'new_media', 'disclosure', 'data', 'other']
const SEVERITIES = ['veto', 'deduction', 'management']

/** What each parameter must look like; the OpenAPI description says the same. */
const FORMS: Record<keyof Filter, { test(value: string): boolean; says: string }> = {
  region: { test: (v) => /^\d{6}$/.test(v), says: 'six digits of GB/T 2260' },
  from: { test: (v) => /^\d{4}$/.test(v), says: 'a year' },
  to: { test: (v) => /^\d{4}$/.test(v), says: 'a year' },
  family: { test: (v) => FAMILIES.includes(v), says: `one of ${FAMILIES.join(', ')}` },
  category: {
    test: (v) => /^[a-z_]{1,40}(?:\.[a-z_]{1,40})?$/.test(v),
    says: 'a category or a group of them',
  },
  severity: { test: (v) => SEVERITIES.includes(v), says: `one of ${SEVERITIES.join(', ')}` },
  unit_function: { test: (v) => /^[a-z_]{1,60}$/.test(v), says: 'a unit function' },
  q: { test: (v) => v.length <= 200, says: 'at most 200 characters' },
}

/** @throws QueryError naming the parameter and what it should be. */
export function readQuery(given: URLSearchParams, paged: boolean): Query {
  const filter: Filter = { ...NO_FILTER }
  let limit = 100
  let offset = 0
  for (const [name, value] of given) {
    if (paged && name === 'limit') limit = whole(name, value, 1, MOST)
    else if (paged && name === 'offset') offset = whole(name, value, 0, Number.MAX_SAFE_INTEGER)
    else if (Object.hasOwn(FORMS, name)) {
      const form = FORMS[name as keyof Filter]
      if (value !== '' && !form.test(value)) throw new QueryError(`${name}: ${form.says} is wanted`)
      Object.assign(filter, { [name]: value })
    } else throw new QueryError(`${name.slice(0, 60)}: no such parameter; see /openapi.json`)
  }
  return { filter, limit, offset }
}

function whole(name: string, value: string, least: number, most: number): number {
  const n = Number(value)
  if (!/^\d{1,15}$/.test(value) || n < least || n > most)
    throw new QueryError(`${name}: a whole number from ${least} to ${most} is wanted`)
  return n
}
