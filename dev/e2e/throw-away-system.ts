// An installation for one test file, deleted afterwards.
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
 * Starts a throw-away installation with demo data, from the run's template if there is one. Rate
 * limits are lifted, because tests send more requests than people. The data need not survive a
 * power cut, so PostgreSQL does not wait for the disk; what a killed process had acknowledged is
 * kept all the same.
 */
export async function throwAwaySystem(options: Partial<SystemOptions> = {}): Promise<System> {
  const directory = await mkdtemp(join(tmpdir(), 'rmtools-e2e-'))
  // As for the template's folder: PostgreSQL must be able to enter it, or it would ignore the
  // copied data.
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

/** Signs in a demo user, named by the part of the e-mail address before the @. */
export async function as(system: System, name: string): Promise<Caller> {
  const user = users.find(({ email }) => email.startsWith(`${name}@`))
  if (!user) throw new Error(`${name} is not in the demo`)
  return await signIn(system.url, { login: user.email, phone: user.phone, password: DEMO_PASSWORD })
}
