import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file to its end on disk, under a name that nobody reads. */
export async function writeSynced(
  path: string,
  chunks: AsyncIterable<Buffer | string> | Iterable<Buffer | string>,
): Promise<void> {
  const fd = openSync(path, 'w')
  try {
    for await (const chunk of chunks)
      for (let bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk; bytes.length > 0; )
        bytes = bytes.subarray(writeSync(fd, bytes))
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Gives a complete file its name, unless another process was first: then that one stays. */
export function publishFirst(complete: string, name: string): void {
  try {
    linkSync(complete, name)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined && NO_LINKS.has(code)) renameSync(complete, name)
    else if (code !== 'EEXIST') throw error
  }
  rmSync(complete, { force: true })
  syncFolder(dirname(name))
}

/** File systems without links: a rename is atomic as well, and whoever is last wrote the same bytes. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** Gives a complete file its name in place of whatever has it. */
export function publishLast(complete: string, name: string): void {
  renameSync(complete, name)
  syncFolder(dirname(name))
}

/** Not to be had: on Windows, and on some file systems of other machines. */
const UNSYNCED = new Set(process.platform === 'win32' ? ['EPERM', 'EISDIR', 'EACCES', 'EINVAL'] : ['EINVAL'])

/** Names are on disk once their folder is. */
export function syncFolder(folder: string): void {
  let fd: number | undefined
  try {
    fd = openSync(folder, 'r')
    fsyncSync(fd)
  } catch (error) {
    if (!UNSYNCED.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}
