// Development secrets: generated at the first start, stored in the data folder, refused in
// production by their prefix.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEVELOPMENT_SECRET } from '@rmtools/kit/config'
import { roleNames, type RoleName } from '@rmtools/kit/roles'
import { selfSignedSeal } from '@rmtools/kit/seal-certificates'
import { signingKey } from '@rmtools/operate/keys'

const names = [
  'SERVICE_KEY',
  'CSRF_SECRET',
  'DATA_SECRET',
  'OTP_SECRET',
  'TOKEN_SECRET',
  'FILES_SECRET',
  'BIB_API_KEY',
  'POSTGRES_PASSWORD',
] as const
export type Secrets = Record<(typeof names)[number] | RoleName, string> & {
  SIGNING_KEYS: string
  SEAL_KEY: string
  SEAL_CERTIFICATES: string
}

/** Valid whatever date a test or a demonstration sets its clock to. */
const SEALS = { from: new Date('2026-01-01T00:00:00Z'), years: 20 }

/** The secrets of a data folder; generated the first time. */
export async function developmentSecrets(directory: string): Promise<Secrets> {
  const file = join(directory, 'secrets.json')
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Secrets
    // A folder of an older version has no seal yet.
    return 'SEAL_KEY' in kept ? kept : await written(file, Object.assign(kept, await seal()))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new Error(`${file} cannot be read; \`npm run reset\` starts over`, { cause: error })
  }
  const random = () => DEVELOPMENT_SECRET + randomBytes(24).toString('base64url')
  const plain = Object.fromEntries([...names, ...roleNames].map((name) => [name, random()]))
  const secrets = {
    ...plain,
    SIGNING_KEYS: JSON.stringify([signingKey(DEVELOPMENT_SECRET)]),
    ...(await seal()),
  } as Secrets
  await mkdir(directory, { recursive: true })
  return await written(file, secrets)
}

async function written(file: string, secrets: Secrets): Promise<Secrets> {
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}

/** A seal with a name that production refuses. */
async function seal(): Promise<Pick<Secrets, 'SEAL_KEY' | 'SEAL_CERTIFICATES'>> {
  const { from, years } = SEALS
  const { key, certificates } = await selfSignedSeal(`${DEVELOPMENT_SECRET}RMTools`, from, years)
  return { SEAL_KEY: key, SEAL_CERTIFICATES: certificates }
}
