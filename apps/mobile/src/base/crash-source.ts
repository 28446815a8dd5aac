type ErrorUtilities = {
  getGlobalHandler(): (error: unknown, isFatal?: boolean) => void
  setGlobalHandler(handler: (error: unknown, isFatal?: boolean) => void): void
}

/** Where crash reports go: written into the app when it is built. */
export const crashDsn = (): string | undefined => process.env.EXPO_PUBLIC_SENTRY_DSN || undefined

/** Hears what nobody caught, before React Native does what it does. */
export function watchUncaught(report: (error: unknown) => void): void {
  const { ErrorUtils: utilities } = globalThis as unknown as { ErrorUtils?: ErrorUtilities }
  const before = utilities?.getGlobalHandler()
  utilities?.setGlobalHandler((error, isFatal) => {
    report(error)
    before?.(error, isFatal)
  })
}
