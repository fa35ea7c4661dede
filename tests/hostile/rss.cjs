// The most memory that a command or a process it started had, and their time on the processor, told when it ends:
// `node --require ./tests/hostile/rss.cjs`. Of processes that are killed, Linux tells as long as they are there.
const { ChildProcess } = require('node:child_process')
const { readFileSync, writeSync } = require('node:fs')

const WATCH_MS = 50
const used = new Map()
function look(pid) {
  try {
    const kib = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    used.set(pid, { kib, ms: (Number(stat[11]) + Number(stat[12])) * 10 })
  } catch {}
}
const { kill, spawn } = ChildProcess.prototype
ChildProcess.prototype.spawn = function (...args) {
  const started = spawn.apply(this, args)
  const { pid } = this
  const watch = setInterval(look, WATCH_MS, pid).unref()
  this.once('exit', () => clearInterval(watch))
  return started
}
ChildProcess.prototype.kill = function (...args) {
  look(this.pid)
  return kill.apply(this, args)
}
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const children = [...used.values()]
  const kib = Math.max(maxRSS, ...children.map((c) => c.kib))
  const ms = (userCPUTime + systemCPUTime) / 1000 + children.reduce((sum, c) => sum + c.ms, 0)
  writeSync(2, `\nmaxrss=${kib} cpu=${Math.round(ms)}\n`)
})
