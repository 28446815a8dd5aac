// JSON lines on stdout. Bodies, tokens and personal data are never logged; accidental ones are
// redacted.
import { pino, type DestinationStream, type Logger } from 'pino'

export type { Logger } from 'pino'

/** A service's name for operators: of its deployment, and in its logs and metrics. */
export const deploymentName = (service: string) => `rmtools-api${service}`

/** A service's log. Levels as in pino; 'silent' for tests that ignore the log. */
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

/**
 * Redacts one-time codes, which are six digits, but not the codes of errors and problems, by which
 * an operator finds the cause.
 */
function censor(value: unknown, path: string[]): unknown {
  return path.at(-1) === 'code' && typeof value === 'string' && !/^\d{6}$/.test(value)
    ? value
    : '***'
}
