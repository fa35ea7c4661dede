import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 optimise only what runs often, and inline less: its compiler took two fifths of a run of some hundred notices, most
 * of it for code that was optimised too early and thrown away again. Holds for the threads of this process as well. Only
 * for the V8 of Node 20: later ones have another compiler in between, and other flags.
 */
export function compileLess(): void {
  if (!process.versions.v8.startsWith('11.')) return
  for (const flag of ['--interrupt-budget=400000', '--max-inlined-bytecode-size-cumulative=100'])
    setFlagsFromString(flag)
}
