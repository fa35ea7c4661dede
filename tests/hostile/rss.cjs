// The most memory a command had, told when it ends: `node --require ./tests/hostile/rss.cjs`.
process.on('exit', () => {
  require('node:fs').writeSync(2, `\nmaxrss=${process.resourceUsage().maxRSS}\n`)
})
