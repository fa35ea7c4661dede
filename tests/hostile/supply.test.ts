import { existsSync, readFileSync } from 'node:fs'
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

const REGISTRY = 'https://registry.npmjs.org/'
/** Held, so that it is a decision to have more; the aim is 40. */
const MOST = 96

test('every locked package comes with its hash, and from nowhere but the registry', () => {
  const wrong = packages.filter(
    ([, p]) => !/^sha512-/.test(p.integrity ?? '') || !(p.resolved ?? REGISTRY).startsWith(REGISTRY),
  )
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
  const listed = readFileSync('docs/third-party.md', 'utf8')
  const missing = installed.filter(
    ([path, p]) => !listed.includes(`| ${nameOf(path)} | ${p.version} | ${p.license} |`),
  )
  expect(missing.map(([path, p]) => `| ${nameOf(path)} | ${p.version} | ${p.license} |`)).toEqual([])
})

test('versions are exact', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  expect(
    Object.entries(asked).filter(([, version]) => !/^(?:npm:\S+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
  ).toEqual([])
})
