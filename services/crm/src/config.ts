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
import { dataSecretSettings } from '@rmtools/kit/data-secrets'
import { disclosureSettings } from '@rmtools/kit/disclosures'
import { messageLimitSettings } from '@rmtools/kit/message-limits'
import { messageSettings, whatsappSettings } from '@rmtools/kit/messengers'
import { sealSettings } from '@rmtools/kit/seal-settings'

export const crmSettings = {
  PORT: integer('Port of crm, for other services only', 0, 65535, { fallback: 8082 }),
  HOST: text('Address to listen on', { fallback: '127.0.0.1' }),
  PUBLIC_URL: address('Origin of the pages that messages link to', web, {
    embedded: 'http://127.0.0.1:8080',
    isPublic: true,
  }),
  DATABASE_URL: address('PostgreSQL as role crm_app', postgres, { secret: true }),
  JOBS_DATABASE_URL: address('PostgreSQL as role crm_jobs, which works the job queue', postgres, {
    secret: true,
  }),
  MIGRATION_DATABASE_URL: optional(
    address('PostgreSQL as owner: migrates at start and loads master data', postgres, {
      secret: true,
    }),
  ),
  DATABASE_POOL: integer('Maximum number of connections', 1, 100, { fallback: 8 }),
  AUTH_URL: address('Address of auth', web, { embedded: 'http://127.0.0.1:8081' }),
  SERVICE_KEY: text('Shared by the services of the installation', { secret: true }),
  ...dataSecretSettings,
  OTP_SECRET: text('Keyed hash of one-time passwords', { secret: true }),
  FILES_FOLDER: text(
    'Folder of documents and signatures; or gs://bucket, with Application Default Credentials',
    {
      embedded: '.data/files',
    },
  ),
  FILES_SECRET: text('Signs download URLs', { secret: true }),
  ...sealSettings,
  ...messageSettings,
  ...whatsappSettings,
  WHATSAPP_SMS_AFTER_SECONDS: integer(
    'A WhatsApp message that is not delivered by then is sent by SMS',
    10,
    86_400,
    { fallback: 600 },
  ),
  WHATSAPP_SMS_AFTER_SECONDS_CODE: integer('The same for a one-time code', 5, 600, {
    fallback: 30,
  }),
  ...messageLimitSettings,
  ...disclosureSettings,
  BIB_URL: address("Bib's APIs", web, { embedded: 'http://127.0.0.1:8090' }),
  BIB_API_KEY: text("Key to Bib's APIs", { secret: true }),
  PUSH_JWKS_URL: address('Keys of the broker that pushes events', web, {
    fallback: 'https://www.googleapis.com/oauth2/v3/certs',
  }),
  PUSH_ISSUER: text('Issuer of the broker’s tokens', { fallback: 'https://accounts.google.com' }),
  PUSH_AUDIENCE: text('Audience of the broker’s tokens', { fallback: 'rmtools-crm' }),
  PUSH_EMAIL: text('Service account of the push subscription', {
    embedded: 'bib-events@simulator',
  }),
  REDIS_URL: optional(
    address('Redis for the cache of Bib data; none: in-process cache', ['redis', 'rediss'], {
      secret: true,
    }),
  ),
  METRICS_PORT: optional(integer('Port of the Prometheus metrics; none: not served', 0, 65535)),
  DRAIN_MS: drainMs,
  LOG_LEVEL: text('Minimum log level', { fallback: 'info' }),
}
export type CrmConfig = ConfigOf<typeof crmSettings>
