// The most memory a command had, and its time on the processor: told when it ends: `node --require ./tests/hostile/rss.cjs`.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  require('node:fs').writeSync(
    2,
    `\nmaxrss=${maxRSS} cpu=${Math.round((userCPUTime + systemCPUTime) / 1000)}\n`,
  )
})
