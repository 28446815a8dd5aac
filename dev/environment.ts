// The settings of all programs of an installation on this machine as environments, the same for one
// shared process and for one process each.
import { join } from 'node:path'
import { DEVELOPMENT_SECRET } from '@rmtools/kit/config'
import type { LocalPostgres } from '@rmtools/kit/local-postgres'
import type { RoleName } from '@rmtools/kit/roles'
import { pagesOf } from '@rmtools/operate/pages'
import type { Secrets } from './secrets.ts'

export type Ports = { bff: number; auth: number; crm: number; bib: number }
export type Environments = Record<'auth' | 'crm' | 'bff' | 'bib', Record<string, string>>

export type Addresses = {
  directory: string
  database: string
  ports: Ports
  postgres: Pick<LocalPostgres, 'url'>
  secrets: Secrets
  /** Settings that differ from the defaults, for all programs. */
  overrides?: Record<string, string>
}

/** The environments of the programs of an installation. */
export function environmentsOf({
  directory,
  database,
  ports,
  postgres,
  secrets,
  overrides = {},
}: Addresses): Environments {
  const at = (port: number) => `http://127.0.0.1:${port}`
  const role = (name: RoleName) => postgres.url(database, { name, password: secrets[name] })
  const { SERVICE_KEY, BIB_API_KEY, OTP_SECRET } = secrets
  const common = {
    SERVICE_KEY,
    PUBLIC_URL: at(ports.bff),
    AUTH_URL: at(ports.auth),
    CRM_URL: at(ports.crm),
    BIB_URL: at(ports.bib),
    BIB_API_KEY,
    INBOX_URL: `${at(ports.bff)}/dev/inbox/messages`,
    HOST: '127.0.0.1',
    // There is no load balancer on this machine.
    DRAIN_MS: '0',
    ...overrides,
  }
  // All users share one address on this machine, and a few test users stand for many.
  const many = { MESSAGES_PER_DESTINATION: '1000', MESSAGES_PER_NETWORK: '100000' }
  // The inbox stands for WhatsApp, and signs its reports.
  const whatsapp = { WHATSAPP_APP_SECRET: `${DEVELOPMENT_SECRET}whatsapp` }
  const service = { ...many, ...common, OTP_SECRET, MIGRATION_DATABASE_URL: postgres.url(database) }
  return {
    auth: {
      ...service,
      PORT: String(ports.auth),
      DATABASE_URL: role('auth_app'),
      JOBS_DATABASE_URL: role('auth_jobs'),
      SIGNING_KEYS: secrets.SIGNING_KEYS,
      TOKEN_SECRET: secrets.TOKEN_SECRET,
      AUDIT_HEAD_FILE: join(directory, 'audit-heads.jsonl'),
    },
    crm: {
      ...whatsapp,
      ...service,
      PORT: String(ports.crm),
      DATABASE_URL: role('crm_app'),
      JOBS_DATABASE_URL: role('crm_jobs'),
      DATA_SECRET: secrets.DATA_SECRET,
      FILES_SECRET: secrets.FILES_SECRET,
      SEAL_KEY: secrets.SEAL_KEY,
      SEAL_CERTIFICATES: secrets.SEAL_CERTIFICATES,
      FILES_FOLDER: join(directory, 'files'),
      PUSH_JWKS_URL: `${at(ports.bib)}/oauth2/v3/certs`,
      PUSH_ISSUER: at(ports.bib),
      PUSH_AUDIENCE: 'rmtools-crm',
    },
    bff: {
      ADMIN_PAGES: pagesOf('admin'),
      INVESTOR_PAGES: pagesOf('investor'),
      MOBILE_PAGES: pagesOf('mobile'),
      ...whatsapp,
      ...common,
      PORT: String(ports.bff),
      CSRF_SECRET: secrets.CSRF_SECRET,
    },
    bib: {
      PORT: String(ports.bib),
      BIB_API_KEY,
      DATA_FILE: join(directory, 'bib.sqlite'),
      PUSH_URL: `${at(ports.bff)}/crm/bib/events`,
      PUSH_AUDIENCE: 'rmtools-crm',
      ...(overrides['TICK_MS'] === undefined ? {} : { TICK_MS: overrides['TICK_MS'] }),
    },
  }
}
