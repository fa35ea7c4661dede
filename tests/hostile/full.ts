/** `npm run test:hostile`, and `-- --full`; the forms inside `npm test` are small. */
export const FULL = process.env.HOSTILE === 'full'
export const LONG = FULL || process.env.HOSTILE === 'long'
