import { execFileSync } from 'node:child_process'

/** The command's own tests run the built command: build it from what stands here now. */
export default function build(): void {
  execFileSync(process.execPath, ['build/bundle.mjs'], { stdio: 'inherit' })
}
