// The most memory that a command or a process it started had, and their time on the processor, told when it ends:
// `node --require ./tests/hostile/rss.cjs`. Of processes that it kills, Linux tells as long as they are there.
const { ChildProcess } = require('node:child_process')
const { readFileSync, writeSync } = require('node:fs')

let kib = 0
let ms = 0
const kill = ChildProcess.prototype.kill
ChildProcess.prototype.kill = function (...args) {
  try {
    kib = Math.max(kib, Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))[1]))
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    ms += (Number(stat[11]) + Number(stat[12])) * 10
  } catch {}
  return kill.apply(this, args)
}
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const cpu = Math.round(ms + (userCPUTime + systemCPUTime) / 1000)
  writeSync(2, `\nmaxrss=${Math.max(kib, maxRSS)} cpu=${cpu}\n`)
})
