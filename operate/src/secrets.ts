// The secrets that an installation generates for itself, as environment files: one per program,
// each with only what that program needs.
import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  databaseStatements,
  installationStatements,
  OWNER,
  roleNames,
  type RoleName,
} from '@rmtools/kit/roles'
import { systemClock } from '@rmtools/kit/clock'
import { selfSignedSeal } from '@rmtools/kit/seal-certificates'
import { addKey } from './keys.ts'

export type Installation = {
  /** The output folder; must not exist. */
  folder: string
  /** The database server's address for the services: host, or host:port. */
  host: string
  database: string
  /** Who seals documents, as their readers see it. */
  organisation: string
}

/** Secrets that come from third parties and that the operator adds. */
export const given = ['BIB_API_KEY'] as const

/** 256 random bits as base64url. */
export const randomSecret = () => randomBytes(32).toString('base64url')

/**
 * Writes auth.env, crm.env, bff.env, migrate.env, signing-keys.json, seal-certificates.pem and
 * database.sql. Throws if the folder exists: secrets are generated only once.
 */
export async function makeSecrets({
  folder,
  host,
  database,
  organisation,
}: Installation): Promise<void> {
  await mkdir(folder, { mode: 0o700 })
  const names = [...roleNames, OWNER] as const
  const passwords = Object.fromEntries(names.map((name) => [name, randomSecret()])) as Record<
    RoleName | typeof OWNER,
    string
  >
  const as = (name: keyof typeof passwords) =>
    `postgres://${name}:${passwords[name]}@${host}/${database}`
  const shared = { SERVICE_KEY: randomSecret() }
  await write(folder, 'auth.env', {
    DATABASE_URL: as('auth_app'),
    JOBS_DATABASE_URL: as('auth_jobs'),
    OTP_SECRET: randomSecret(),
    TOKEN_SECRET: randomSecret(),
    ...shared,
  })
  await write(folder, 'crm.env', {
    DATABASE_URL: as('crm_app'),
    JOBS_DATABASE_URL: as('crm_jobs'),
    DATA_SECRET: randomSecret(),
    INDEX_SECRET: randomSecret(),
    OTP_SECRET: randomSecret(),
    FILES_SECRET: randomSecret(),
    ...(await sealSettingsFor(folder, organisation)),
    ...shared,
  })
  await write(folder, 'bff.env', { CSRF_SECRET: randomSecret(), ...shared })
  await write(folder, 'migrate.env', { MIGRATION_DATABASE_URL: as(OWNER) })
  await addKey(join(folder, 'signing-keys.json'))
  const text = (statements: string[]) => statements.map((statement) => `${statement};\n`).join('')
  const sql = `${text(installationStatements(database, passwords))}\\connect ${database}\n${text(databaseStatements(database))}`
  await writeFile(join(folder, 'database.sql'), sql, { mode: 0o600 })
}

/** Writes seal.env and seal-certificates.pem into a new folder: a new seal for an installation. */
export async function makeSeal(folder: string, organisation: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 })
  await write(folder, 'seal.env', await sealSettingsFor(folder, organisation))
}

/** The settings of a new seal in one line each; its certificate is also a file, to be handed out. */
async function sealSettingsFor(
  folder: string,
  organisation: string,
): Promise<Record<string, string>> {
  const { key, certificates } = await selfSignedSeal(organisation, systemClock.now())
  await writeFile(join(folder, 'seal-certificates.pem'), certificates, { mode: 0o600 })
  const inOneLine = (pem: string) => Buffer.from(pem).toString('base64')
  return { SEAL_KEY: inOneLine(key), SEAL_CERTIFICATES: inOneLine(certificates) }
}

async function write(
  folder: string,
  file: string,
  variables: Record<string, string>,
): Promise<void> {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(join(folder, file), lines.join(''), { mode: 0o600 })
}
