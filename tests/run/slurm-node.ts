import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, openSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** A Slurm of one node on this machine (Debian: slurm-wlm), until it is stopped. */
export function slurmNode(folder: string): { env: NodeJS.ProcessEnv; stop(): void } {
  const own = join(folder, 'slurm')
  for (const name of ['state', 'spool']) mkdirSync(join(own, name), { recursive: true })
  const name = hostname().split('.')[0]
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const conf = join(own, 'slurm.conf')
  writeFileSync(
    conf,
    `ClusterName=one
SlurmctldHost=${name}(127.0.0.1)
SlurmUser=root
AuthType=auth/none
CryptoType=crypto/openssl
CredType=cred/none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SlurmctldPidFile=${own}/slurmctld.pid
SlurmdPidFile=${own}/slurmd.pid
SlurmdSpoolDir=${own}/spool
StateSaveLocation=${own}/state
SlurmctldPort=${port}
SlurmdPort=${port + 1}
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,batch_sched_delay=1
NodeName=${name} NodeAddr=127.0.0.1 CPUs=2 RealMemory=4096 State=UNKNOWN
PartitionName=all Nodes=${name} Default=YES MaxTime=INFINITE State=UP
`,
  )
  const env = { SLURM_CONF: conf }
  const begin = (program: string): ChildProcess => {
    const log = openSync(join(own, `${program}.log`), 'a')
    return spawn(program, ['-D'], { env: { ...process.env, ...env }, stdio: ['ignore', log, log] })
  }
  const running = ['slurmctld', 'slurmd'].map(begin)
  for (let tries = 0; tries < 120 && !sinfo().startsWith('idle'); tries++) spawnSync('sleep', ['0.5'])
  return {
    env,
    stop() {
      for (const child of running) child.kill()
    },
  }

  function sinfo(): string {
    return spawnSync('sinfo', ['-h', '-o', '%t'], { env: { ...process.env, ...env }, encoding: 'utf8' })
      .stdout
  }
}
