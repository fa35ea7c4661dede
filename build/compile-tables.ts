// Run by build/bundle.mjs from where it is bundled to, dist/, which is where the files go.
import { writeFileSync } from 'node:fs'
import { compile, tablesHash } from '../src/kit.ts'
import { COMPILED, COMPILED_LIKENESS, packCompiled, packLikeness } from '../src/lexicon/compiled.ts'
import { lexiconFolder } from '../src/lexicon/folder.ts'
import { readLikeness } from '../src/lexicon/likeness.ts'

writeFileSync(COMPILED, packCompiled(compile()))
writeFileSync(COMPILED_LIKENESS, packLikeness(tablesHash(), readLikeness(lexiconFolder())))
