// What a library or the machine may do to whoever reads a document, by a word in its name: `NODE_OPTIONS=--require …/accidents.cjs`.
// Strikes the process that reads one document, and the thread that reads a shard.
const fs = require('node:fs')
const { basename } = require('node:path')
const { syncBuiltinESMExports } = require('node:module')
const { isMainThread } = require('node:worker_threads')

function strike(path) {
  const name = basename(path)
  if (/\babort\b/.test(name)) process.kill(process.pid, 'SIGABRT')
  if (/\bhang\b/.test(name)) for (;;);
  if (/\bhog\b/.test(name))
    for (const held = []; ; ) held.push(isMainThread ? Buffer.alloc(2 ** 23, 1) : Array(2 ** 16).fill(held))
}
if (!isMainThread) {
  const { readFileSync } = fs
  fs.readFileSync = (path, ...rest) => {
    if (typeof path === 'string') strike(path)
    return readFileSync(path, ...rest)
  }
  syncBuiltinESMExports()
} else if (process.argv[1]?.endsWith('isolated-process.js') && process.env.ACCIDENT === 'process')
  process.on('message', ({ uri }) => strike(uri))
