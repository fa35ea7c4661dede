import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Script and style of a page, as build/bundle.mjs made them. */
export function pageAssets(page: 'page' | 'review' = 'page'): { script: string; style: string } {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const folder = join(at, 'dist', 'page')
    if (existsSync(folder))
      return {
        script: readFileSync(join(folder, `${page}.js`), 'utf8'),
        style: readFileSync(join(folder, `${page}.css`), 'utf8'),
      }
    if (dirname(at) === at) throw new Error('the folder dist/page is missing from the package')
  }
}
