// Sends crash reports to Sentry if the installation has a DSN: the error and its stack, never what
// users typed. Sentry's envelope is two lines of JSON and a payload, so we do without its SDK of
// several hundred kilobytes.
import Constants from 'expo-constants'
import { Platform } from 'react-native'
import { crashDsn, watchUncaught } from './crash-source'

const LIMIT_PER_RUN = 20
let sent = 0

/** Reports uncaught errors. */
export function watchCrashes(): void {
  if (crashDsn()) watchUncaught(reportCrash)
}

/** Reports one error. */
export function reportCrash(fault: unknown): void {
  const dsn = crashDsn()
  if (!dsn || sent >= LIMIT_PER_RUN) return
  sent += 1
  const { address, body } = envelope(dsn, fault, new Date())
  fetch(address, { method: 'POST', body, keepalive: true, credentials: 'omit' }).catch(
    () => undefined,
  )
}

/** The report in Sentry's envelope format: https://develop.sentry.dev/sdk/data-model/envelopes/. */
export function envelope(dsn: string, error: unknown, at: Date): { address: string; body: string } {
  const { protocol, username, host, pathname } = new URL(dsn)
  const project = pathname.split('/').at(-1) ?? ''
  const base = pathname.slice(0, pathname.length - project.length)
  const fault = error instanceof Error ? error : new Error(String(error))
  const id = crypto.randomUUID().replaceAll('-', '')
  const event = {
    event_id: id,
    timestamp: at.getTime() / 1000,
    platform: 'javascript',
    level: 'error',
    release: `rmtools-mobile@${Constants.expoConfig?.version ?? ''}`,
    environment: process.env.NODE_ENV,
    tags: { os: Platform.OS },
    exception: {
      values: [
        {
          type: fault.name,
          value: fault.message.slice(0, 500),
          stacktrace: { frames: framesOf(fault.stack ?? '') },
        },
      ],
    },
  }
  const lines = [{ event_id: id, sent_at: at.toISOString(), dsn }, { type: 'event' }, event].map(
    (line) => JSON.stringify(line),
  )
  return {
    address: `${protocol}//${host}${base}api/${project}/envelope/?sentry_version=7&sentry_key=${username}`,
    body: lines.join('\n'),
  }
}

/** The frames of a stack, outermost first, as Sentry expects them. */
function framesOf(stack: string) {
  return stack
    .split('\n')
    .flatMap((line) => {
      const [, name, file, row, column] =
        /^\s*(?:at )?(.*?)[ @(]*((?:https?:|address at |\/)[^\s()]*?):(\d+):(\d+)\)?$/.exec(line) ??
        []
      return file
        ? [{ function: name || '?', filename: file, lineno: Number(row), colno: Number(column) }]
        : []
    })
    .slice(0, 50)
    .toReversed()
}
