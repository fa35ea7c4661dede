// The process in which single documents are read: extracts what it is sent, and is ended when it grows too large or stands still.
import { Worker } from 'node:worker_threads'
import { loadKit } from '../kit.ts'
import { extractOne, type InputDocument } from './extract.ts'
import { READY } from './isolated.ts'

const WATCH_MS = 50

/** A thread of its own goes on watching while this one is in a loop; it also sees that the parent is gone. */
const watch = `
  const { writeSync } = require('node:fs')
  const { workerData: beats } = require('node:worker_threads')
  const { ppid } = process
  let heard = 0
  let cpu
  let clock
  const begin = () => {
    cpu = process.cpuUsage()
    clock = performance.now()
  }
  // The clock counts the neighbours too, the processor the threads that clean up beside: the smaller is the document's.
  const used = () => {
    const { user, system } = process.cpuUsage(cpu)
    return Math.min((user + system) / 1e6, (performance.now() - clock) / 1e3)
  }
  begin()
  const end = (why) => {
    writeSync(2, 'tongbao: over ' + why + '\\n')
    process.kill(process.pid, 'SIGKILL')
  }
  setInterval(() => {
    if (process.memoryUsage.rss() > ${process.argv[2]} * 1048576) end('memory')
    if (beats[0] !== heard) {
      heard = beats[0]
      begin()
    } else if (used() > ${process.argv[3]}) end('time')
    if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL')
  }, ${WATCH_MS})`
const beats = new Int32Array(new SharedArrayBuffer(4))
setInterval(() => Atomics.add(beats, 0, 1), WATCH_MS).unref()
new Worker(watch, { eval: true, workerData: beats }).unref()

const kit = loadKit(undefined, process.argv[4] || null)
process.on('message', async (document: InputDocument) => process.send!(await extractOne(document, kit)))
process.on('disconnect', () => process.exit())
process.send!(READY)
