// Ends runs at random points with SIGKILL, lets the same command go on, and compares every byte with an unbroken run.
//   npm run test:kill -- --points 50 --seed 1
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { differences, makeInputs, random, tongbao, treeOf } from './tree.mjs'

const { points, seed, notices } = parseArgs({
  options: {
    points: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    notices: { type: 'string', default: '30' },
  },
}).values
const next = random(Number(seed))
const folder = mkdtempSync(join(tmpdir(), 'tongbao-kill-'))
try {
  makeInputs(join(folder, 'inputs'), Number(notices))
  const extract = (out, jobs, killAfter) =>
    tongbao(['extract', 'inputs', '-o', out, '-q', '-j', String(jobs), '--shard-documents', '4'], {
      cwd: folder,
      killAfter,
    })
  const whole = await extract('whole', 1)
  if (whole.status !== 3) throw new Error(`the unbroken run ended with ${whole.status}: ${whole.said}`)
  const wanted = treeOf(join(folder, 'whole'))
  let kills = 0
  let wrong = 0
  for (let point = 0; point < Number(points); point++) {
    const jobs = 1 + (point % 2)
    const out = `run${point}`
    let killedHere = 0
    let last
    do {
      last = await extract(out, jobs, killedHere < 3 ? next() * whole.ms * 1.1 : undefined)
      if (last.killed) killedHere++
    } while (last.killed)
    kills += killedHere
    const different =
      last.status === 3
        ? differences(wanted, treeOf(join(folder, out)))
        : [`exit ${last.status}: ${last.said}`]
    if (different.length > 0) {
      wrong++
      console.log(`point ${point}: ${different.join(', ')}`)
    }
    rmSync(join(folder, out), { recursive: true })
  }
  console.log(
    `${points} runs, ${kills} kills, ${wrong} different from the unbroken run (${wanted.size} files, ${(whole.ms / 1000).toFixed(1)} s unbroken, seed ${seed})`,
  )
  process.exitCode = wrong > 0 || kills === 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
