import { isVersion } from '@rmtools/contracts/versions'
import {
  address,
  drainMs,
  integer,
  list,
  matching,
  optional,
  text,
  web,
  type ConfigOf,
} from '@rmtools/kit/config'

export const bffSettings = {
  PORT: integer('Port of the public gateway', 0, 65535, { fallback: 8080 }),
  HOST: text('Address to listen on', { fallback: '127.0.0.1' }),
  PUBLIC_URL: address('Public origin of the product', web, {
    embedded: 'http://127.0.0.1:8080',
    isPublic: true,
  }),
  TRUSTED_PROXIES: list('Proxies whose X-Forwarded-For is trusted', { fallback: [] }),
  AUTH_URL: address('Address of auth', web, { embedded: 'http://127.0.0.1:8081' }),
  CRM_URL: address('Address of crm', web, { embedded: 'http://127.0.0.1:8082' }),
  SERVICE_KEY: text('Shared by the services of the installation', { secret: true }),
  CSRF_SECRET: text('Key of the CSRF tokens', { secret: true }),
  BIB_URL: address("Bib's APIs", web, { embedded: 'http://127.0.0.1:8090' }),
  BIB_API_KEY: text("Key to Bib's APIs", { secret: true }),
  REDIS_URL: optional(
    address('Redis for cache and throttles; none: in-process', ['redis', 'rediss'], {
      secret: true,
    }),
  ),
  THROTTLE_SCALE: integer('Multiplies all request limits', 1, 100_000, { fallback: 1 }),
  ADMIN_PAGES: optional(text('Folder of the built console; none: not served')),
  INVESTOR_PAGES: optional(text('Folder of the built pages for investors; none: not served')),
  MOBILE_PAGES: optional(text("Folder of the RM's app as built for browsers; none: not served")),
  CRASH_REPORT_DSN: optional(text('Where the apps send crash reports (Sentry); none: nowhere')),
  APP_VERSION_LEAST: optional(
    matching(
      "Least version of the RM's app that is served, such as 1.4.0; none: every version",
      isVersion,
      'must be three numbers, e.g. 1.4.0',
    ),
  ),
  APP_UPDATE_URL: optional(
    address("Where people get the newest RM's app, such as its page in a store", web),
  ),
  LIVE_PER_USER: integer('Live streams that a user may have open', 1, 100, { fallback: 6 }),
  METRICS_PORT: optional(integer('Port of the Prometheus metrics; none: not served', 0, 65535)),
  DRAIN_MS: drainMs,
  LOG_LEVEL: text('Minimum log level', { fallback: 'info' }),
}
export type BffConfig = ConfigOf<typeof bffSettings>
