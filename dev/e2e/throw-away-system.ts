// An installation for a test file, gone afterwards.
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeLocalPostgres } from '@rmtools/kit/local-postgres'
import { signIn, type Caller } from '../caller.ts'
import { DEMO_PASSWORD, users } from '../seed/people.ts'
import { liftedLimits } from '../lifted-limits.ts'
import { startSystem, type System, type SystemOptions } from '../system.ts'
import { copyTemplate, TEMPLATES } from './template.ts'

/**
 * Starts a throw-away installation with demo data, from the run's template where there is one. Limits are lifted, as tests ask more
 * often than people. Nobody will miss the data after a power cut, so that PostgreSQL need not wait for the disk; what a killed
 * process had acknowledged is kept all the same.
 */
export async function throwAwaySystem(options: Partial<SystemOptions> = {}): Promise<System> {
  const directory = await mkdtemp(join(tmpdir(), 'rmtools-e2e-'))
  // As the template's folder: PostgreSQL must come through, or it would not look at what was copied.
  await chmod(directory, 0o711)
  const { demo = 'people' } = options
  const templates = process.env[TEMPLATES]
  if (templates !== undefined && demo !== 'none') await copyTemplate(templates, demo, directory)
  const overrides = { ...liftedLimits, TICK_MS: '50', ...options.overrides }
  const postgresSettings = ['fsync=off', ...(options.postgresSettings ?? [])]
  const system = await startSystem({
    arrangement: 'one',
    port: 0,
    logLevel: 'silent',
    ...options,
    directory,
    overrides,
    postgresSettings,
  })
  return {
    ...system,
    async [Symbol.asyncDispose]() {
      await system[Symbol.asyncDispose]()
      await removeLocalPostgres(join(directory, 'postgres'))
      await removeLocalPostgres(directory)
    },
  }
}

/** Signs in somebody of the demo by the part of the e-mail address before the @. */
export async function as(system: System, name: string): Promise<Caller> {
  const user = users.find(({ email }) => email.startsWith(`${name}@`))
  if (!user) throw new Error(`${name} is not in the demo`)
  return await signIn(system.url, { login: user.email, phone: user.phone, password: DEMO_PASSWORD })
}
