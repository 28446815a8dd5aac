// JSON lines on stdout. Bodies, tokens and personal data are never given to the log; what could slip in is redacted.
import { pino, type DestinationStream, type Logger } from 'pino'

export type { Logger } from 'pino'

/** What a service is called where operators meet it: as a deployment, and in its logs and metrics. */
export const deploymentName = (service: string) => `rmtools-api${service}`

/** A service's log. Levels as in pino; 'silent' for tests that do not look at it. */
export function createLog(
  service: string,
  level: string = 'info',
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: { service },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: ['*.password', '*.token', '*.code', '*.authorization', '*.cookie', 'headers'],
      censor,
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** One-time codes are six digits; the codes of errors and problems are what an operator looks for the cause by. */
function censor(value: unknown, path: string[]): unknown {
  return path.at(-1) === 'code' && typeof value === 'string' && !/^\d{6}$/.test(value)
    ? value
    : '***'
}
