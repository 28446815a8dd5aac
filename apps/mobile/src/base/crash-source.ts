type ErrorUtilities = {
  getGlobalHandler(): (error: unknown, isFatal?: boolean) => void
  setGlobalHandler(handler: (error: unknown, isFatal?: boolean) => void): void
}

/** Where crash reports are sent: compiled into the app. */
export const crashDsn = (): string | undefined => process.env.EXPO_PUBLIC_SENTRY_DSN || undefined

/** Reports uncaught errors before React Native's own handler runs. */
export function watchUncaught(report: (error: unknown) => void): void {
  const { ErrorUtils: utilities } = globalThis as unknown as { ErrorUtils?: ErrorUtilities }
  const before = utilities?.getGlobalHandler()
  utilities?.setGlobalHandler((error, isFatal) => {
    report(error)
    before?.(error, isFatal)
  })
}
