import { CommanderError } from 'commander'
import { say } from '../messages.ts'
import { messageLanguage } from './language.ts'

/** Exit codes, after sysexits.h where it has one; 1 is what `diff` ends with where the outputs differ. */
export const EXIT = {
  ok: 0,
  differs: 1,
  usage: 2,
  inputsFailed: 3,
  internal: 70,
  folder: 73,
  io: 74,
} as const

/** Says what went wrong on standard error and which code the command ends with. */
export function exitFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  const e = error as NodeJS.ErrnoException
  const message = messageOf(error)
  if (e.name === 'InputError' || e.name === 'TableError' || e.name === 'ConfigError') {
    process.stderr.write(`tongbao: ${message}\n`)
    return EXIT.usage
  }
  if (e.name === 'FolderError') {
    process.stderr.write(`tongbao: ${message}\n`)
    return EXIT.folder
  }
  if (
    e.name === 'ChangedError' ||
    e.name === 'IncompleteError' ||
    e.name === 'PartError' ||
    e.name === 'QueueError'
  ) {
    process.stderr.write(`tongbao: ${message}\n`)
    return EXIT.io
  }
  if (e.code && /^E[A-Z]+$/.test(e.code)) {
    process.stderr.write(`tongbao: ${message}\n`)
    return EXIT.io
  }
  process.stderr.write(
    `tongbao: ${say('internal', error instanceof Error ? String(error.stack) : message)}\n`,
  )
  return EXIT.internal
}

/** In Chinese where the user reads it and the error knows how. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { zh } = error as { zh?: unknown }
  return typeof zh === 'string' && messageLanguage() === 'zh' ? zh : error.message
}
