// The secrets that seal personal data and files: their settings, and unwrapping them by a key
// management service.
import {
  address,
  DEVELOPMENT_SECRET,
  list,
  optional,
  text,
  web,
  type ConfigOf,
} from '../process/config.ts'
import { createSealer, type Sealer } from './secrets.ts'
import { unwrapSecret, type Unwrapping } from './wrapped-secrets.ts'

export const dataSecretSettings = {
  DATA_SECRET: text(
    'Seals NIK, mother’s maiden name, bank numbers and files: a secret, or gcp-kms:… as `operate wrap-secret` prints it',
    {
      secret: true,
    },
  ),
  DATA_SECRET_PREVIOUS: list(
    'Former values of DATA_SECRET, newest first; they open data and seal nothing',
    { fallback: [], secret: true },
  ),
  INDEX_SECRET: optional(
    text('Key of the hashes by which NIK and bank numbers are found; none: DATA_SECRET', {
      secret: true,
    }),
  ),
  KMS_URL: address('Google Cloud KMS, asked once at the start where it holds a secret', web, {
    fallback: 'https://cloudkms.googleapis.com',
    isPublic: true,
  }),
}
export type DataSecrets = ConfigOf<typeof dataSecretSettings>

/** What seals with the unwrapped secrets. */
export function sealerOf(secrets: Omit<DataSecrets, 'KMS_URL' | 'production'>): Sealer {
  return createSealer(secrets.DATA_SECRET, {
    previous: secrets.DATA_SECRET_PREVIOUS,
    indexSecret: secrets.INDEX_SECRET,
  })
}

/**
 * The configuration with the unwrapped secrets. Throws, naming the setting, if one is not
 * available.
 */
export async function withDataSecrets<C extends DataSecrets>(
  config: C,
  options: Omit<Unwrapping, 'kmsUrl'> = {},
): Promise<C> {
  const secretOf = async (setting: string, value: string) => {
    const secret = await unwrapSecret(setting, value, { ...options, kmsUrl: config.KMS_URL })
    if (config.production && secret.includes(DEVELOPMENT_SECRET))
      throw new Error(`${setting} is a development secret; set a secret of your own`)
    return secret
  }
  const [current, index, ...previous] = await Promise.all([
    secretOf('DATA_SECRET', config.DATA_SECRET),
    config.INDEX_SECRET === null ? null : secretOf('INDEX_SECRET', config.INDEX_SECRET),
    ...config.DATA_SECRET_PREVIOUS.map(
      async (value) => await secretOf('DATA_SECRET_PREVIOUS', value),
    ),
  ])
  return { ...config, DATA_SECRET: current, INDEX_SECRET: index, DATA_SECRET_PREVIOUS: previous }
}
