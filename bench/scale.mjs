// Time and memory of whole runs of the command, from files to written output, over growing corpora, and one worker against two.
//   npm run bench:scale -- --counts 100,1000,10000 --jobs 2
// Resident memory is the sum over all processes of the run, looked at ten times a second (Linux).
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus.mjs'

const { counts, jobs, ratio } = parseArgs({
  options: {
    counts: { type: 'string', default: '100,1000,10000' },
    jobs: { type: 'string', default: '2' },
    /** Notices of the comparison of one worker with two; 0 leaves it out. */
    ratio: { type: 'string', default: '1000' },
  },
}).values
const CLI = new URL('../dist/cli.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tongbao-scale-'))

const cpu = cpus()
console.log(
  `${cpu[0].model}, ${cpu.length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, load ${loadavg()[0].toFixed(1)} before`,
)
try {
  const rows = []
  for (const count of counts.split(',').map(Number)) {
    const inputs = join(folder, `n${count}`)
    const { bytes, characters } = writeCorpus(inputs, count)
    rows.push({ count, bytes, characters, ...(await measure(inputs, join(folder, 'out'), jobs)) })
    rmSync(inputs, { recursive: true })
  }
  const start = await startUp()
  console.log(
    `\n--jobs ${jobs}; an empty run takes ${start.cpu.toFixed(2)} s of processor time and ${start.seconds.toFixed(2)} s`,
  )
  console.log(
    'notices      MB   M chars  seconds   cpu s  notices/s  MB/s  RSS peak  1st half  2nd half  exponent (cpu, seconds)',
  )
  for (const [i, r] of rows.entries()) {
    const before = rows[i - 1]
    const exponent = (of) =>
      before
        ? (
            Math.log((r[of] - start[of]) / (before[of] - start[of])) / Math.log(r.bytes / before.bytes)
          ).toFixed(3)
        : '-'
    console.log(
      [
        String(r.count).padStart(7),
        (r.bytes / 1e6).toFixed(1).padStart(7),
        (r.characters / 1e6).toFixed(2).padStart(9),
        r.seconds.toFixed(1).padStart(8),
        r.cpu.toFixed(1).padStart(7),
        (r.count / r.seconds).toFixed(0).padStart(10),
        (r.bytes / 1e6 / r.seconds).toFixed(2).padStart(5),
        `${mb(r.peak)}`.padStart(9),
        `${mb(r.first)}`.padStart(9),
        `${mb(r.second)}`.padStart(9),
        `${exponent('cpu')} ${exponent('seconds')}`.padStart(14),
      ].join(' '),
    )
  }
  console.log('RSS in MB: all processes of the run together.')
  if (Number(ratio) > 0) await compareWorkers(Number(ratio))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function mb(bytes) {
  return Math.round(bytes / 1e6)
}

async function startUp() {
  const inputs = join(folder, 'one')
  writeCorpus(inputs, 1)
  return measure(inputs, join(folder, 'out'), '1')
}

/** One worker and two, in turns, the quickest of three each: other work on the machine can only slow a run down. */
async function compareWorkers(count) {
  const inputs = join(folder, 'ratio')
  writeCorpus(inputs, count)
  const best = { 1: Number.POSITIVE_INFINITY, 2: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 3; round++)
    for (const n of [1, 2])
      best[n] = Math.min(best[n], (await measure(inputs, join(folder, 'out'), String(n))).seconds)
  console.log(
    `\n${count} notices: one worker ${best[1].toFixed(1)} s, two ${best[2].toFixed(1)} s: ${(best[1] / best[2]).toFixed(2)} times as fast (best of 3, load ${loadavg()[0].toFixed(1)})`,
  )
}

async function measure(inputs, out, workers) {
  rmSync(out, { recursive: true, force: true })
  const begun = performance.now()
  const child = spawn(process.execPath, [CLI, 'extract', inputs, '-o', out, '-q', '-j', workers], {
    stdio: 'inherit',
  })
  const samples = []
  const watch = setInterval(() => samples.push(residentOf(child.pid)), 100)
  const cpuBefore = childCpu()
  const status = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (status !== 0 && status !== 3) throw new Error(`extract ended with ${status}`)
  const seconds = (performance.now() - begun) / 1000
  const half = Math.ceil(samples.length / 2)
  const peak = (list) => list.reduce((most, n) => Math.max(most, n), 0)
  return {
    seconds,
    cpu: childCpu() - cpuBefore,
    peak: peak(samples),
    first: peak(samples.slice(0, half)),
    second: peak(samples.slice(half)),
    written: statSync(join(out, 'notices.ndjson')).size,
  }
}

/** Seconds of processor time of all children that have ended (fields cutime and cstime, in ticks of 10 ms). */
function childCpu() {
  const fields = statFields('self')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

function statFields(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Bytes that a process and all below it have in memory. */
function residentOf(root) {
  const parents = new Map()
  for (const pid of readdirSync('/proc'))
    if (/^\d+$/.test(pid)) {
      try {
        parents.set(pid, statFields(pid)[1])
      } catch {}
    }
  let sum = 0
  for (const pid of parents.keys()) {
    let at = pid
    while (at && at !== String(root)) at = parents.get(at)
    if (!at) continue
    try {
      sum += Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
    } catch {}
  }
  return sum
}
