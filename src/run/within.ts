import { type Context, createContext, Script } from 'node:vm'

/** A step that was stopped because it took too long. */
export class OverTimeError extends Error {
  override readonly name = 'OverTimeError'
}

const CALL = new Script('step()')
let context: Context | undefined

/**
 * A guard that stops a step after so many seconds, wherever it stands: in a loop, in an expression that backtracks. A step that
 * waits for something else is done, for the guard, once it waits.
 * @throws OverTimeError
 */
export function within(seconds: number): <T>(step: () => T) => T {
  return (step) => {
    // Only scripts have a limit of time: this one calls what it is given.
    context ??= createContext(Object.create(null))
    let result!: ReturnType<typeof step>
    context.step = () => {
      result = step()
    }
    try {
      CALL.runInContext(context, { timeout: seconds * 1000 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      throw new OverTimeError(`not read in ${seconds} seconds (--max-seconds)`)
    } finally {
      context.step = undefined
    }
    return result
  }
}
