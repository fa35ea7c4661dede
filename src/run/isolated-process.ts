// The process in which single documents are read: extracts what it is sent, and is ended when it grows too large.
import { Worker } from 'node:worker_threads'
import { loadKit } from '../kit.ts'
import { extractOne, type InputDocument } from './extract.ts'
import { READY } from './isolated.ts'

const WATCH_MS = 50

/** A thread of its own goes on watching while this one is in a loop; it also sees that the parent is gone. */
const watch = `
  const { writeSync } = require('node:fs')
  const { ppid } = process
  setInterval(() => {
    if (process.memoryUsage.rss() > ${process.argv[2]} * 1048576) {
      writeSync(2, 'tongbao: over memory\\n')
      process.kill(process.pid, 'SIGKILL')
    }
    if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL')
  }, ${WATCH_MS})`
new Worker(watch, { eval: true }).unref()

const kit = loadKit(undefined, process.argv[3] || null)
process.on('message', async (document: InputDocument) => process.send!(await extractOne(document, kit)))
process.on('disconnect', () => process.exit())
process.send!(READY)
