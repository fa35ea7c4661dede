// What a library or the machine may do to whoever reads a document, by a word in its name or its text: preloaded by NODE_OPTIONS.
// Strikes the process that reads one document, or the thread that reads a shard, as ACCIDENT says.
const { writeSync } = require('node:fs')
const { isMainThread } = require('node:worker_threads')

function strike(word) {
  if (/\bthrow\b/.test(word))
    setImmediate(() => {
      throw new Error('struck')
    })
  if (/\breject\b/.test(word)) Promise.reject(new Error('struck'))
  if (/\b(?:abort|hang|hog)\b/.test(word)) writeSync(2, 'struck\n')
  if (/\babort\b/.test(word)) process.kill(process.pid, 'SIGABRT')
  // Until the signal comes, too.
  if (/\b(?:abort|hang)\b/.test(word)) for (;;);
  if (/\bhog\b/.test(word))
    for (const held = []; ; ) held.push(isMainThread ? Buffer.alloc(2 ** 23, 1) : [held.length])
}
const own = process.argv[1]?.endsWith('isolated-process.js')
const here = { thread: !isMainThread, main: isMainThread && !own, anywhere: isMainThread }
if (here[process.env.ACCIDENT]) {
  const { decode } = TextDecoder.prototype
  TextDecoder.prototype.decode = function (...args) {
    const text = decode.apply(this, args)
    strike(text.slice(0, 100))
    return text
  }
} else if (process.env.ACCIDENT === 'process' && own)
  process.on('message', ({ uri }) => strike(uri.replace(/.*\//, '')))
// Somebody else writes to a file, or removes it, as soon as it was read.
if (process.env.ACCIDENT === 'changing') {
  const fs = require('node:fs')
  const { readFileSync } = fs
  fs.readFileSync = (path, ...args) => {
    const read = readFileSync(path, ...args)
    const [, what] = /\b(always|once|gone)\.txt$/.exec(String(path)) ?? []
    if (what === 'gone') fs.rmSync(path)
    else if (what === 'always' || (what === 'once' && !String(read).includes('第2次')))
      fs.appendFileSync(path, '第2次\n')
    return read
  }
  require('node:module').syncBuiltinESMExports()
}
