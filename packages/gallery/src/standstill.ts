// Freezes time in the gallery: "an hour ago" stays true, messages stay in place, and pictures of
// the gallery can be compared. Import it first.
const NOW = Date.parse('2026-11-24T02:26:00Z')
/** Timers with a longer delay than this never fire. */
const LONGEST_WAIT_MS = 1000

const RealDate = Date
globalThis.Date = new Proxy(RealDate, {
  construct: (_, values: []) => (values.length === 0 ? new RealDate(NOW) : new RealDate(...values)),
  apply: () => new RealDate(NOW).toString(),
  get: (target, name) => (name === 'now' ? () => NOW : Reflect.get(target, name)),
})

const { setTimeout: wait } = globalThis
globalThis.setTimeout = new Proxy(wait, {
  apply: (target, self, [run, delay = 0, ...values]: Parameters<typeof wait>) =>
    delay > LONGEST_WAIT_MS ? 0 : Reflect.apply(target, self, [run, delay, ...values]),
})

// A camera never shows the same picture twice.
Object.defineProperty(navigator, 'mediaDevices', {
  value: {
    enumerateDevices: async () => [],
    getUserMedia: async () => await new Promise(() => undefined),
  },
})
