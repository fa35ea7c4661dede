import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of what esbuild put into some bundles: each package with its version, its licence and the texts of it, in the order of their names. */
export function licencesOf(metafiles, root) {
  const folders = new Set()
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
        if (folder && bytesInOutput > 0) folders.add(folder)
      }
  const found = [...folders].map((folder) => {
    const { name, version, license, licenses, author } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    )
    const texts = readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /licen[cs]e|copying|^notice/i.test(entry.name))
      .map((entry) => entry.name)
      .sort()
      .map((file) => readFileSync(join(root, folder, file), 'utf8').trim())
    if (texts.length === 0)
      texts.push(`By ${author?.name ?? author}; the package brings no text of its licence.`)
    return { key: `${name} ${version}`, licence: license ?? licenses?.[0]?.type, texts }
  })
  const packages = [...new Map(found.map((p) => [p.key, p])).values()]
  packages.sort((a, b) => (a.key < b.key ? -1 : 1))
  return packages
    .map(({ key, licence, texts }) => `=== ${key}\nLicence: ${licence}\n\n${texts.join('\n\n')}\n`)
    .join('\n')
}
