import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  dev?: boolean
  optional?: boolean
  peer?: boolean
  devOptional?: boolean
  hasInstallScript?: boolean
  link?: boolean
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13)
/** What `npm install tongbao` may bring; of packages with a build per platform, one is taken. */
const production = packages.filter(([, p]) => !p.dev && !p.devOptional && !p.peer)
const installed = production.filter(([path, p]) => !p.optional || existsSync(path))

const LICENCES = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Python-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'MIT AND Apache-2.0',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
  'Zlib',
  'CC0-1.0',
  'Unlicense',
])

const MOST = 40
const row = (name: string, version?: string, licence?: string) => `| ${name} | ${version} | ${licence} |`
const listed = new Set(readFileSync('docs/third-party.md', 'utf8').split('\n'))

test('every locked package comes with its hash, and no address: it is the registry of whoever installs', () => {
  const wrong = packages.filter(([, p]) => !/^sha512-/.test(p.integrity ?? '') || p.resolved !== undefined)
  expect(wrong.map(([path]) => path)).toEqual([])
  expect(packages.length).toBeGreaterThan(100)
})

test('no package that users install runs a script', () => {
  expect(production.filter(([, p]) => p.hasInstallScript).map(([path]) => nameOf(path))).toEqual([])
})

test('few packages, all under licences that ask for no more than a notice, all listed', () => {
  expect(installed.length).toBeLessThanOrEqual(MOST)
  expect(
    production
      .filter(([, p]) => !LICENCES.has(p.license ?? ''))
      .map(([path, p]) => `${nameOf(path)}: ${p.license}`),
  ).toEqual([])
  const rows = installed.map(([path, p]) => row(nameOf(path), p.version, p.license))
  expect(rows.filter((r) => !listed.has(r))).toEqual([])
})

test('what is bundled goes with the texts of its licences, and is listed', () => {
  const bundled = readFileSync('dist/licences.txt', 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((part) => /^(\S+) (\S+)\nLicence: (.+)\n\n([\s\S]*)/.exec(part)!)
  expect(bundled.length).toBeGreaterThan(40)
  expect(bundled.filter(([, , , licence]) => !LICENCES.has(licence!)).map(([, name]) => name)).toEqual([])
  expect(bundled.filter(([, , , , text]) => text!.trim() === '').map(([, name]) => name)).toEqual([])
  const rows = bundled.map(([, name, version, licence]) => row(name!, version, licence))
  expect(rows.filter((r) => !listed.has(r))).toEqual([])
})

test('what the bundle asks for is installed with it', () => {
  const own = new Set([
    ...Object.keys(manifest.dependencies!),
    ...Object.keys(manifest.optionalDependencies!),
  ])
  const asked = readdirSync('dist')
    .filter((name) => /\.c?js$/.test(name))
    .flatMap((name) => [
      ...readFileSync(join('dist', name), 'utf8').matchAll(
        /\b(?:from|(?:__)?import|require)\s?\(?["']([a-z@][\w./@-]*)["']/g,
      ),
    ])
    .map(([, name]) => /^(?:@[^/]+\/)?[^/]+/.exec(name!)![0])
  const peers = new Set(Object.keys(manifest.peerDependencies!))
  expect(
    [...new Set(asked)].filter((n) => lock.packages[`node_modules/${n}`] && !own.has(n) && !peers.has(n)),
  ).toEqual([])
  expect(asked).toContain('piscina')
})

test('the package holds the command, tables, schemas, licence and README, and nothing else', () => {
  const r = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const [{ files }] = JSON.parse(r.stdout) as [{ files: { path: string }[] }]
  const paths = files.map((f) => f.path)
  expect(paths).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'package.json',
      'dist/cli.js',
      'dist/index.js',
      'dist/programs.cjs',
      'dist/start.js',
      'dist/licences.txt',
      'dist/isolated-process.js',
      'dist/page/page.js',
      'schemas/notice.schema.json',
      ...readdirSync('grammars/lexicon').map((name) => `grammars/lexicon/${name}`),
    ]),
  )
  const known = /^(?:dist|schemas|grammars\/lexicon)\/|^(?:LICENSE|README[\w.-]*\.md|package\.json)$/
  expect(paths.filter((path) => !known.test(path))).toEqual([])
})

test('versions are exact', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  expect(
    Object.entries(asked).filter(([, version]) => !/^(?:npm:\S+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
  ).toEqual([])
})
