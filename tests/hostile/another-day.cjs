// The clock of a machine that stands in another year: preloaded by NODE_OPTIONS.
const RealDate = Date
const AHEAD = 1234 * 86_400_000
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length > 0 ? args : [RealDate.now() + AHEAD]))
  }
  static now() {
    return RealDate.now() + AHEAD
  }
}
