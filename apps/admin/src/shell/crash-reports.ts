// Sends crash reports to Sentry if the installation has a DSN; loaded after the first paint,
// without personal data.

export function startCrashReports(): void {
  const dsn = document.querySelector<HTMLMetaElement>('meta[name=crash-report-dsn]')?.content
  if (!dsn || dsn.startsWith('__')) return
  requestIdleCallback(() => {
    void import('@sentry/browser').then(({ init }) =>
      init({ dsn, integrations: (kept) => kept.filter(({ name }) => name !== 'Breadcrumbs') }),
    )
  })
}
