import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Minutes, not seconds: npm run test:hostile runs these.
    exclude: process.env.HOSTILE
      ? []
      : ['tests/hostile/{fuzz,bombs,regexes,faults,accidents,names,redacted,report,growth}.test.ts'],
    globalSetup: ['tests/build.ts'],
    // A machine that others use too may be many times slower.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
