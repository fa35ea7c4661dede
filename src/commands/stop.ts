import type { Server } from 'node:http'
import { both } from '../messages.ts'
import { InputError } from '../run/discover.ts'

/** Starts a server, tells of it, and has Ctrl-C end it. @throws InputError where the port is taken */
export async function untilStopped<T extends { server: Server }>(
  start: () => Promise<T>,
  port: number,
  told: (started: T) => void,
): Promise<void> {
  let started: T
  try {
    started = await start()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new InputError(...both('port_in_use', port))
  }
  told(started)
  const stop = () => {
    started.server.close()
    started.server.closeAllConnections()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
