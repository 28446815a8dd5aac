import { describe, expect, test } from 'vitest'
import { integer, optional, readConfig, text } from './config.ts'

const settings = {
  PORT: integer('port', 0, 65_535, { fallback: 8080 }),
  SERVICE_KEY: text('shared by the services', { secret: true }),
  INBOX_URL: text('development inbox', { fallback: 'http://127.0.0.1/dev/inbox', developmentOnly: true }),
  REDIS_URL: optional(text('Redis', { secret: true })),
}
const production = { NODE_ENV: 'production', SERVICE_KEY: 'a-real-one' }

describe('SECURITY 10: production', () => {
  test('starts on real secrets', () => {
    expect(readConfig(settings, production)).toMatchObject({ PORT: 8080, SERVICE_KEY: 'a-real-one', REDIS_URL: null, production: true })
  })

  test('refuses to start on a development secret, a missing one, or a development setting, and names each with its remedy', () => {
    expect(() => readConfig(settings, { NODE_ENV: 'production', SERVICE_KEY: 'development-abc' })).toThrow(
      /SERVICE_KEY is a development secret/,
    )
    expect(() => readConfig(settings, { NODE_ENV: 'production' })).toThrow(/SERVICE_KEY is missing: shared by the services/)
    expect(() => readConfig(settings, { ...production, INBOX_URL: 'http://x' })).toThrow(/INBOX_URL is for development/)
    expect(() => readConfig(settings, { ...production, PORT: 'x', SERVICE_KEY: '' })).toThrow(
      /PORT must be a whole number[^]*SERVICE_KEY is missing/,
    )
  })
})
