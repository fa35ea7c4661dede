import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Minutes, not seconds: npm run test:hostile runs these.
    exclude: process.env.HOSTILE ? [] : ['tests/hostile/{fuzz,bombs,regexes,faults,names,report}.test.ts'],
    globalSetup: ['tests/build.ts'],
    testTimeout: 60_000,
  },
})
