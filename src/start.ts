import { existsSync, readFileSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

/** What build/bundle.mjs puts into dist/programs.cjs, each begun when it is asked for. */
interface Programs {
  cli(): Promise<void>
  shardThread(): typeof import('./run/shard-thread.ts').default
  shardProcess(): typeof import('./run/shard-process.ts').default
  isolatedProcess(): void
}

const CODE = fileURLToPath(new URL('./programs.cjs', import.meta.url))
/** What the V8 of the build made of the code when it ran it; only the same V8 reads it. */
export const KEPT = `${CODE}.${process.versions.v8}-${process.arch}`

/**
 * All programs, with their code as V8 has it once compiled, where it is kept for this V8: a fifth of a start was V8
 * reading code. Where it is not, Node 22.1 and later keep it among the temporary files (NODE_DISABLE_COMPILE_CACHE=1 keeps none).
 */
export function programs(): Programs {
  compileLess()
  if (existsSync(KEPT)) return load(readFileSync(KEPT)).programs
  const require = createRequire(import.meta.url)
  ;(module as { enableCompileCache?: () => void }).enableCompileCache?.()
  return require(CODE) as Programs
}

/** `kept` is no more than advice: what does not fit is ignored. */
export function load(kept?: Buffer): { programs: Programs; script: Script } {
  // Only ASCII is in it: a byte is a character.
  const script = new Script(module.wrap(readFileSync(CODE, 'latin1')), {
    filename: CODE,
    ...(kept && { cachedData: kept }),
  })
  const own = { exports: {} as Programs, import: (name: string) => import(name) }
  script.runInThisContext()(
    own.exports,
    createRequire(CODE),
    own,
    CODE,
    fileURLToPath(new URL('.', import.meta.url)),
  )
  return { programs: own.exports, script }
}

/**
 * Has V8 optimise only what runs often, and inline less: its compiler took two fifths of a run of some hundred notices, most
 * of it for code that was optimised too early and thrown away again. Holds for the threads of this process as well. Only
 * for the V8 of Node 20: later ones have another compiler in between, and other flags. The young generation grows at once to
 * what it grows to anyway: a short run then collects four times, not eleven.
 */
export function compileLess(): void {
  if (!process.versions.v8.startsWith('11.')) return
  for (const flag of [
    '--interrupt-budget=400000',
    '--max-inlined-bytecode-size-cumulative=100',
    '--semi-space-growth-factor=16',
  ])
    setFlagsFromString(flag)
}
