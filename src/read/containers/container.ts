import { READ_LIMITS, type ReadLimits } from '../limits.ts'
import type { Problem } from '../source.ts'

/** One document out of an input that holds many. */
export interface Member {
  uri: string
  content: Uint8Array | string
  url?: string
  title?: string
  date?: string
  /** What the container says of the bytes, where it says anything. */
  charset?: string
  mediaType?: string
  limits?: Partial<ReadLimits>
  /** Files that it links and that lie beside it. */
  attachments?: Member[]
  /** What of it is not read: its notice is partial. */
  problems?: readonly Problem[]
}

/** A member, or the whole container, that cannot be read. */
export interface ProblemMember {
  uri: string
  problem: Problem
  /** It is read, but with another document. */
  skipped?: true
}

export interface Limits extends ReadLimits {
  /** Bytes of one document. */
  maxBytes: number
  /** Documents of one container. */
  maxMembers: number
  /** Bytes out per byte in, asked once more than a few megabytes came out. */
  maxRatio: number
  /** Bytes that one archive may unpack to. */
  maxTotal: number
  /** Containers within each other. */
  maxDepth: number
}

export const LIMITS: Limits = {
  ...READ_LIMITS,
  maxBytes: 32 * 2 ** 20,
  maxMembers: 1_000_000,
  maxRatio: 200,
  maxTotal: 16 * 2 ** 30,
  maxDepth: 3,
}

/** Names of the fields or columns that hold a document; the first that is there is taken. */
export interface FieldNames {
  text: readonly string[]
  url: readonly string[]
  title: readonly string[]
  date: readonly string[]
}

export const FIELDS: FieldNames = {
  text: ['html', 'text', 'content', 'body', '正文', '内容'],
  url: ['url', 'uri', 'link', '网址', '链接'],
  title: ['title', '标题'],
  date: ['date', 'published', 'pubdate', 'publish_date', '日期', '发布日期', '发布时间'],
}

/** A file on disk has a path and can be read at any place; a stream can only be read on. */
export interface Input {
  uri: string
  path?: string
  bytes(): AsyncIterable<Uint8Array>
}

export interface Reading {
  limits: Limits
  fields: FieldNames
  /** The documents of a member that is itself a container; null where it is none, or too deep. */
  expand(input: Input): AsyncGenerator<Member | ProblemMember> | null
}

/** One kind of container. Adding a kind is one file with one of these, and one line in `containers.ts`. */
export interface Container {
  /** Ends of file names, in small letters. */
  endings: readonly string[]
  /** May a member be the attachment of another? */
  holdsFiles?: true
  members(input: Input, reading: Reading): AsyncGenerator<Member | ProblemMember>
}

/** Why a container, or one member, is not read on. */
export class ContainerError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly at?: number,
  ) {
    super(message)
  }

  get problem(): Problem {
    return { code: this.code, message: this.message, ...(this.at === undefined ? {} : { at: this.at }) }
  }
}

export const overBytes = (what: string, limits: Limits, at?: number): ContainerError =>
  new ContainerError(
    'limit_bytes',
    `${what}: more than ${limits.maxBytes} bytes in one document (--max-bytes)`,
    at,
  )

export const overRatio = (what: string, limits: Limits, at?: number): ContainerError =>
  new ContainerError(
    'limit_ratio',
    `${what}: unpacks to more than ${limits.maxRatio} times its size (--max-ratio)`,
    at,
  )

export const overTotal = (what: string, limits: Limits): ContainerError =>
  new ContainerError('limit_total', `${what}: unpacks to more than ${limits.maxTotal} bytes (--max-total)`)

export const overDepth = (what: string, limits: Limits): ContainerError =>
  new ContainerError(
    'limit_depth',
    `${what}: more than ${limits.maxDepth} containers within each other (--max-depth)`,
  )

/** Small files may shrink well and honestly; the ratio is asked from here on. */
const RATIO_FROM = 5_000_000

export const tooDense = (out: number, packed: number, limits: Limits): boolean =>
  out > RATIO_FROM && out > packed * limits.maxRatio
