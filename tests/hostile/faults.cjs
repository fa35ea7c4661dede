// Makes the N-th write, sync, rename, link or opening for writing fail: `FAULT=<n>:<code> node --require ./tests/hostile/faults.cjs`.
// Without a number it only tells how many there were. Writes to standard output and error do not count.
const fs = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')

const [n, code] = (process.env.FAULT ?? '').split(':')
const failing = Number(n) || 0
let count = 0
function step(name, path) {
  if (++count !== failing) return
  const error = new Error(`${code}: made to fail, ${name}${typeof path === 'string' ? ` '${path}'` : ''}`)
  throw Object.assign(error, { code, syscall: name, path })
}
const real = { ...fs }
const isOwn = (fd) => fd > 2
fs.writeSync = (fd, ...rest) => {
  if (isOwn(fd)) step('write')
  return real.writeSync(fd, ...rest)
}
fs.fsyncSync = (fd) => {
  step('fsync')
  return real.fsyncSync(fd)
}
fs.openSync = (path, flags, ...rest) => {
  if (typeof flags === 'string' && /[wa+]/.test(flags)) step('open', path)
  return real.openSync(path, flags, ...rest)
}
for (const name of ['renameSync', 'linkSync', 'mkdirSync', 'appendFileSync', 'writeFileSync'])
  fs[name] = (path, ...rest) => {
    if (typeof path === 'string') step(name.replace('Sync', ''), path)
    return real[name](path, ...rest)
  }
syncBuiltinESMExports()
process.on('exit', () => {
  if (failing === 0) real.writeSync(2, `\nsteps=${count}\n`)
})
