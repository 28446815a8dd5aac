import { join } from 'node:path'
import type { Grant } from '@rmtools/contracts/endpoint'
import {
  address,
  drainMs,
  integer,
  optional,
  postgres,
  text,
  web,
  type ConfigOf,
} from '@rmtools/kit/config'
import { disclosureSettings } from '@rmtools/kit/disclosures'
import { messageLimitSettings } from '@rmtools/kit/message-limits'
import { messageSettings, pushSettings } from '@rmtools/kit/messengers'

const DAY = 86_400

export const authSettings = {
  DATABASE_URL: address('database of auth, as role auth_app', postgres, { secret: true }),
  JOBS_DATABASE_URL: address(
    'the same database as role auth_jobs, which works the job queue',
    postgres,
    { secret: true },
  ),
  MIGRATION_DATABASE_URL: optional(
    address('the same database as its owner: migrate at start', postgres, { secret: true }),
  ),
  DATABASE_POOL: integer('maximum number of connections', 1, 100, { fallback: 8 }),
  HOST: text('address to listen on', { fallback: '127.0.0.1' }),
  PORT: integer('port to listen on', 0, 65_535, { fallback: 8081 }),
  ...messageSettings,
  ...pushSettings,
  ...messageLimitSettings,
  ...disclosureSettings,
  METRICS_PORT: optional(integer('port of the Prometheus metrics; none: not served', 0, 65_535)),
  DRAIN_MS: drainMs,
  LOG_LEVEL: text('pino level', { fallback: 'info' }),
  SERVICE_KEY: text('shared by the services of the installation', { secret: true }),
  CRM_URL: address('address of crm', web, { embedded: 'http://127.0.0.1:8082' }),
  PUBLIC_URL: address('the address of the console, for links in e-mails', web, {
    embedded: 'http://127.0.0.1:8080',
    isPublic: true,
  }),
  SIGNING_KEYS: text(
    'keys of access tokens, newest first: a JSON file, or the JSON itself, of [{kid, privateKey, publicKey}] (Ed25519, PEM)',
    { secret: true },
  ),
  OTP_SECRET: text('keys the hashes of one-time passwords', { secret: true }),
  TOKEN_SECRET: text('keys the chain of refresh tokens', { secret: true }),
  AUDIT_HEAD_FILE: text(
    'where the signed heads of the audit chain are kept, outside the database',
    {
      embedded: join('.data', 'audit-heads.jsonl'),
    },
  ),
  SEAL_EVERY_MS: integer('interval at which new audit entries are sealed', 50, 60_000, {
    fallback: 1000,
  }),
  SIGN_EVERY_MS: integer('interval between signed heads', 100, 3_600_000, { fallback: 60_000 }),
  PLATFORM_ADMIN_EMAIL: optional(
    text('invited as platform administrator if there is none at the start'),
  ),

  HASHES_AT_ONCE: integer('concurrent password hashes', 1, 16, { fallback: 2 }),
  HASHES_WAITING: integer('queued password hashes before 503', 1, 10_000, { fallback: 100 }),
  LOGIN_TRIES: integer('wrong passwords per account and source before a delay', 1, 1000, {
    fallback: 10,
  }),
  LOGIN_TRIES_OF_STRANGERS: integer(
    'wrong passwords per account from all unknown devices together before a delay',
    1,
    100_000,
    {
      fallback: 100,
    },
  ),
  LOGIN_WAIT_SECONDS: integer('the first delay; it doubles each time', 1, 900, { fallback: 30 }),
  LOGIN_MAX_WAIT_SECONDS: integer('the longest delay', 1, DAY, { fallback: 900 }),
  OTP_SECONDS: integer('lifetime of a one-time password', 30, 900, { fallback: 300 }),
  OTP_TRIES: integer('wrong attempts that void a one-time password', 1, 10, { fallback: 5 }),
  OTP_RESEND_SECONDS: integer('pause before a one-time password is resent', 1, 600, {
    fallback: 60,
  }),
  OTP_RESENDS_PER_HOUR: integer('resent one-time passwords, per person and purpose', 1, 100, {
    fallback: 5,
  }),
  OTP_CHALLENGES_PER_HOUR: integer(
    'requested one-time passwords, per person and purpose',
    1,
    1000,
    { fallback: 20 },
  ),
  WRONG_CODES_IN_A_ROW: integer(
    'consecutive wrong codes of an account before a new password is required',
    5,
    1000,
    { fallback: 100 },
  ),
  RESET_LINK_SECONDS: integer('lifetime of a password-reset link', 60, 3600, { fallback: 900 }),
  RESETS_PER_HOUR: integer('password-reset links, per person', 1, 100, { fallback: 5 }),
  INVITATION_HOURS: integer('lifetime of an invitation', 1, 720, { fallback: 72 }),
  PLATFORM_ACCESS_HOURS: integer('longest platform access to a company', 1, 24, {
    fallback: 4,
  }),
  SESSION_SECONDS: integer('maximum lifetime of a session', 600, 365 * DAY, { fallback: 30 * DAY }),
  SESSION_IDLE_SECONDS: integer('lifetime of an unused session', 600, 365 * DAY, {
    fallback: 14 * DAY,
  }),
  REFRESH_GRACE_SECONDS: integer(
    'how long an exchanged refresh token still returns its successor',
    0,
    60,
    { fallback: 10 },
  ),
}

/** `grants`: every permission in the contracts, with the system roles that hold it. */
export type AuthConfig = ConfigOf<typeof authSettings> & { readonly grants: readonly Grant[] }
