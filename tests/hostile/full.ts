/** The long form: `npm run test:hostile -- --full`. */
export const FULL = process.env.HOSTILE_FULL === '1'
