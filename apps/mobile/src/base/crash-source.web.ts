/** Where crash reports are sent: the server writes it into the page. */
export function crashDsn(): string | undefined {
  const dsn = document.querySelector('meta[name="rmtools-dsn"]')?.getAttribute('content') ?? ''
  return dsn.startsWith('http') ? dsn : undefined
}

/** Reports uncaught errors. */
export function watchUncaught(report: (error: unknown) => void): void {
  window.addEventListener('error', ({ error }) => report(error))
  window.addEventListener('unhandledrejection', ({ reason }) => report(reason))
}
