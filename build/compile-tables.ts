// Run by build/bundle.mjs from where it is bundled to, dist/, which is where the file goes.
import { writeFileSync } from 'node:fs'
import { compile } from '../src/kit.ts'
import { COMPILED, packCompiled } from '../src/lexicon/compiled.ts'

writeFileSync(COMPILED, Buffer.concat(packCompiled(compile())))
