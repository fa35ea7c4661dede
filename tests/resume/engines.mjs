// Kills workers in the middle of shards while an engine runs them, and compares every byte with an unbroken run.
//   npm run test:engines -- --engine redis,parallel,postgres --runs 20 --seed 1
// Redis and PostgreSQL are started here, on a port of their own, from Debian's packages. One run in five wipes the queue.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { CLI, differences, makeInputs, random, tongbao, treeOf } from './tree.mjs'

const { engine, runs, seed, wipe, notices } = parseArgs({
  options: {
    engine: { type: 'string', default: 'redis,parallel' },
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    /** Wipe the queue in every run. */
    wipe: { type: 'boolean', default: false },
    notices: { type: 'string', default: '40' },
  },
}).values
const next = random(Number(seed))
const folder = mkdtempSync(join(tmpdir(), 'tongbao-engines-'))
/** Process groups that must not outlive us. */
const alive = new Set()
const tally = { kills: 0, midShard: 0, wiped: 0 }

const engines = {
  redis: queueEngine(startRedis),
  postgres: queueEngine(startPostgres),
  parallel: { start: async () => ({ stop() {} }), run: runParallel },
}

let wrong = 0
try {
  makeInputs(join(folder, 'inputs'), Number(notices))
  const whole = await tongbao(
    ['extract', 'inputs', '-o', 'whole', '-q', '-j', '1', '--shard-documents', '8'],
    { cwd: folder },
  )
  if (whole.status !== 3) throw new Error(`the unbroken run ended with ${whole.status}: ${whole.said}`)
  const wanted = treeOf(join(folder, 'whole'))
  for (const name of engine.split(',')) {
    Object.assign(tally, { kills: 0, midShard: 0, wiped: 0 })
    let different = 0
    const server = await engines[name].start()
    try {
      for (let i = 0; i < Number(runs); i++) {
        const out = `${name}${i}`
        const { shards } = JSON.parse(
          (await tongbao(['plan', 'inputs', '-o', out, '--json', '--shard-documents', '8'], { cwd: folder }))
            .said,
        )
        await engines[name].run(out, shards, server, wipe || i % 5 === 4)
        const paths = differences(wanted, treeOf(join(folder, out)))
        if (paths.length > 0) {
          different++
          console.log(`${name}, run ${i}: ${paths.join(', ')}`)
        }
        rmSync(join(folder, out), { recursive: true })
      }
    } finally {
      server.stop()
    }
    wrong += different
    console.log(
      `${name}: ${runs} runs, ${tally.kills} kills, ${tally.midShard} of them mid-shard, queue wiped ${tally.wiped} times, ${different} different from the unbroken run`,
    )
    if (tally.kills === 0) wrong++
  }
} finally {
  for (const child of alive)
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = wrong > 0 ? 1 : 0

/** Shards that are begun and not ended. */
function begun(out) {
  const attempts = join(folder, out, '.tongbao', 'attempts')
  return existsSync(attempts) ? readdirSync(attempts).length : 0
}

function parts(out) {
  return readdirSync(join(folder, out, '.tongbao', 'parts')).length
}

async function until(condition, ms = 60_000) {
  for (const end = performance.now() + ms; !condition(); await sleep(5))
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain`)
}

function killGroup(child, out) {
  if (begun(out) > 0) tally.midShard++
  tally.kills++
  process.kill(-child.pid, 'SIGKILL')
}

/** A worker is killed once some shards are done and another is begun; a second one ends the run. */
function queueEngine(start) {
  return {
    start,
    async run(out, shards, server, wiped) {
      const worker = () => {
        const child = spawn(process.execPath, [CLI, 'work', '-o', out, '-s', server.address, '-j', '2'], {
          cwd: folder,
          detached: true,
          stdio: 'ignore',
        })
        alive.add(child)
        return child
      }
      const whole = tongbao(['queue', '-o', out, '-s', server.address, '-q'], { cwd: folder })
      const first = worker()
      const enough = Math.floor(next() * (shards - 2))
      await until(() => parts(out) >= enough && begun(out) > 0)
      await sleep(next() * 40)
      // Between two shards nothing would be cut in the middle; behind the last there is none to wait for.
      await until(() => begun(out) > 0, 500).catch(() => {})
      killGroup(first, out)
      if (wiped) {
        server.wipe()
        tally.wiped++
      }
      const second = worker()
      const { status, said } = await whole
      if (status !== 3) throw new Error(`queue ended with ${status}: ${said}`)
      if (second.exitCode === null) await new Promise((resolve) => second.once('exit', resolve))
    },
  }
}

async function startRedis() {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder],
    {
      stdio: 'ignore',
    },
  )
  const cli = (...args) => spawnSync('redis-cli', ['-p', String(port), ...args], { encoding: 'utf8' }).stdout
  await until(() => cli('ping').startsWith('PONG'))
  return { address: `redis://127.0.0.1:${port}`, wipe: () => cli('flushall'), stop: () => child.kill() }
}

/** PostgreSQL will not run as root: as root it runs as nobody. */
async function startPostgres() {
  const versions = readdirSync('/usr/lib/postgresql').sort()
  const bin = join('/usr/lib/postgresql', versions.at(-1), 'bin')
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const data = mkdtempSync(join(tmpdir(), 'tongbao-pg-'))
  const as = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {}
  if (as.uid) chownSync(data, as.uid, as.gid)
  const base = join(data, 'base')
  const made = spawnSync(join(bin, 'initdb'), ['-D', base, '-U', 'tongbao', '-A', 'trust'], {
    ...as,
    cwd: data,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(made.stderr)
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', base, '-p', String(port), '-k', data, '-c', 'listen_addresses=127.0.0.1'],
    {
      ...as,
      cwd: data,
      stdio: 'ignore',
    },
  )
  const sql = (text) =>
    spawnSync(
      join(bin, 'psql'),
      ['-h', '127.0.0.1', '-p', String(port), '-U', 'tongbao', '-d', 'postgres', '-c', text],
      { encoding: 'utf8' },
    )
  await until(() => sql('select 1').status === 0)
  return {
    address: `postgres://tongbao@127.0.0.1:${port}/postgres`,
    // All that BullMQ keeps, but not that its tables were made.
    wipe: () =>
      sql(`do $$ declare t text; begin
        for t in select table_name from information_schema.tables
          where table_schema = 'bullmq' and table_type = 'BASE TABLE' and table_name <> 'migration'
        loop execute format('truncate bullmq.%I cascade', t); end loop; end $$`),
    stop() {
      child.kill('SIGINT')
      setTimeout(() => rmSync(data, { recursive: true, force: true }), 1_000)
    },
  }
}

/** Shards are killed while GNU parallel runs them; one run in two, parallel itself is killed and begun again. */
async function runParallel(out, shards, _server, killAll) {
  const begin = () =>
    spawn(
      'parallel',
      [
        '--will-cite',
        '--retries',
        '4',
        '-j2',
        process.execPath,
        CLI,
        'shard',
        '{}',
        '-q',
        '-o',
        out,
        ':::',
        ...Array(shards).keys(),
      ].map(String),
      { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    )
  let child = begin()
  const ended = () => new Promise((resolve) => child.once('exit', resolve))
  let end = ended()
  for (let i = 0; i < 2; i++) {
    await until(() => begun(out) > 0 || child.exitCode !== null)
    await sleep(next() * 100)
    const victim = shardsOf(out)[0]
    if (!victim) continue
    if (begun(out) > 0) tally.midShard++
    tally.kills++
    process.kill(victim, 'SIGKILL')
    await until(() => !shardsOf(out).includes(victim))
  }
  if (killAll && child.exitCode === null) {
    killGroup(child, out)
    for (const pid of shardsOf(out)) process.kill(pid, 'SIGKILL')
    await end
    child = begin()
    end = ended()
  }
  await end
  const { status, said } = await tongbao(['commit', '-o', out, '-q'], { cwd: folder })
  if (status !== 3) throw new Error(`commit ended with ${status}: ${said}`)
}

/** Processes that do shards of this run: each has a group of its own. */
function shardsOf(out) {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        return command[1] === CLI && command.includes(out) && readlinkSync(`/proc/${pid}/cwd`) === folder
      } catch {
        return false
      }
    })
    .map(Number)
}
