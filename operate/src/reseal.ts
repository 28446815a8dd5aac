// Seals rows and files again with the current DATA_SECRET while the services run.
import { systemClock } from '@rmtools/kit/clock'
import { address, postgres, readConfig, text, type ConfigOf } from '@rmtools/kit/config'
import { dataSecretSettings, sealerOf, withDataSecrets } from '@rmtools/kit/data-secrets'
import { resealRows } from '@rmtools/kit/reseal'
import { fileStore, resealFiles } from '@rmtools/kit/sealed-files'

const resealSettings = {
  ...dataSecretSettings,
  MIGRATION_DATABASE_URL: address('PostgreSQL as owner', postgres, { secret: true }),
  FILES_FOLDER: text('Where crm keeps its files'),
}
export type ResealOptions = ConfigOf<typeof resealSettings>

/** Reads crm's settings and the owner's address from the environment. Throws if one is missing. */
export async function resealOptions(
  env: Record<string, string | undefined>,
): Promise<ResealOptions> {
  return await withDataSecrets(readConfig(resealSettings, env))
}

/** Returns how many values and files were resealed. A second run finds none. */
export async function reseal(options: ResealOptions): Promise<{ rows: number; files: number }> {
  const { MIGRATION_DATABASE_URL: ownerUrl, FILES_FOLDER: filesFolder } = options
  const sealer = sealerOf(options)
  const rows = await resealRows(ownerUrl, 'crm_bib', sealer)
  // The secret for signed links is not needed: no link is made here.
  const files = await resealFiles(
    fileStore({ folder: filesFolder, secret: '', clock: systemClock }),
    sealer,
    systemClock.now(),
  )
  return { rows, files }
}
