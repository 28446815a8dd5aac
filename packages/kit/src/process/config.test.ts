import { describe, expect, test } from 'vitest'
import { address, integer, optional, postgres, readConfig, text, web } from './config.ts'

const settings = {
  PORT: integer('port', 0, 65_535, { fallback: 8080 }),
  SERVICE_KEY: text('shared by the services', { secret: true }),
  INBOX_URL: text('development inbox', {
    fallback: 'http://127.0.0.1/dev/inbox',
    developmentOnly: true,
  }),
  REDIS_URL: optional(text('Redis', { secret: true })),
}
const production = { NODE_ENV: 'production', SERVICE_KEY: 'a-real-one' }

describe('SECURITY 10: production', () => {
  test('starts on real secrets', () => {
    expect(readConfig(settings, production)).toMatchObject({
      PORT: 8080,
      SERVICE_KEY: 'a-real-one',
      REDIS_URL: null,
      production: true,
    })
  })

  test('refuses to start on a development secret, a missing one, or a development setting, and names each with its remedy', () => {
    expect(() =>
      readConfig(settings, { NODE_ENV: 'production', SERVICE_KEY: 'development-abc' }),
    ).toThrow(/SERVICE_KEY is a development secret/)
    expect(() => readConfig(settings, { NODE_ENV: 'production' })).toThrow(
      /SERVICE_KEY is missing: shared by the services/,
    )
    expect(() => readConfig(settings, { ...production, INBOX_URL: 'http://x' })).toThrow(
      /INBOX_URL is for development/,
    )
    expect(() => readConfig(settings, { ...production, PORT: 'x', SERVICE_KEY: '' })).toThrow(
      /PORT must be a whole number[^]*SERVICE_KEY is missing/,
    )
  })

  test('requires settings whose default suits a developer machine only', () => {
    const withUrl = {
      ...settings,
      PUBLIC_URL: address('where people reach it', web, { embedded: 'http://127.0.0.1:8080' }),
    }
    expect(readConfig(withUrl, { SERVICE_KEY: 'x' }).PUBLIC_URL).toBe('http://127.0.0.1:8080')
    expect(() => readConfig(withUrl, production)).toThrow(
      /PUBLIC_URL is missing: where people reach it/,
    )
  })
})

test('SECURITY 10: people reach production by https alone, but for this machine itself', () => {
  const open = { PUBLIC_URL: address('where people reach it', web, { isPublic: true }) }
  const start = (PUBLIC_URL: string, NODE_ENV = 'production') =>
    readConfig(open, { NODE_ENV, PUBLIC_URL }).PUBLIC_URL
  for (const url of [
    'http://rm.example.co.id',
    'http://127.0.0.1.example.co.id',
    'http://10.0.0.1:8080',
  ])
    expect(() => start(url)).toThrow(/PUBLIC_URL must begin with https:/)
  for (const url of ['https://rm.example.co.id', 'http://localhost:8080', 'http://127.0.0.1:8080'])
    expect(start(url)).toBe(url)
  expect(start('http://rm.example.co.id', 'development')).toBe('http://rm.example.co.id')
})

describe('SECURITY 33: an address that cannot be read', () => {
  const databases = { DATABASE_URL: address('database', postgres, { secret: true }) }

  test.each(['postgres://app:p#ss-word@host:port/x', 'mysql://app:p-ss-word@host/x', 'p-ss-word'])(
    'is refused without being shown: %s',
    (url) => {
      const refusal = (() => {
        try {
          return String(readConfig(databases, { DATABASE_URL: url }).DATABASE_URL)
        } catch (error) {
          return String(error)
        }
      })()
      expect(refusal).toMatch(
        /DATABASE_URL must be an address that starts with postgres:\/\/ or postgresql:\/\//,
      )
      expect(refusal).not.toMatch(/ss-word/)
    },
  )

  test('is taken when it can', () => {
    const url = 'postgres://app:secret@127.0.0.1:5432/rmtools?host=/tmp/sockets'
    expect(readConfig(databases, { DATABASE_URL: url }).DATABASE_URL).toBe(url)
  })
})
