// Seals rows and files anew with the current DATA_SECRET, while the services run.
import { systemClock } from '@rmtools/kit/clock'
import { resealRows } from '@rmtools/kit/reseal'
import { fileStore, resealFiles } from '@rmtools/kit/sealed-files'
import { createSealer } from '@rmtools/kit/secrets'

export type ResealOptions = {
  ownerUrl: string
  secret: string
  previous: readonly string[]
  indexSecret: string | null
  filesFolder: string
}

/** Reads what crm reads from its environment, and the address of the owner. Throws when something is missing. */
export function resealOptions(env: Record<string, string | undefined>): ResealOptions {
  const needed = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`${name} is needed`)
    return value
  }
  const previous = (env['DATA_SECRET_PREVIOUS'] ?? '').split(',').filter(Boolean)
  return {
    ownerUrl: needed('MIGRATION_DATABASE_URL'),
    secret: needed('DATA_SECRET'),
    previous,
    indexSecret: env['INDEX_SECRET'] ?? null,
    filesFolder: needed('FILES_FOLDER'),
  }
}

/** Gives how many values and files were sealed anew. Run again it finds none. */
export async function reseal({
  ownerUrl,
  secret,
  previous,
  indexSecret,
  filesFolder,
}: ResealOptions): Promise<{ rows: number; files: number }> {
  const sealer = createSealer(secret, { previous, indexSecret })
  const rows = await resealRows(ownerUrl, 'crm_bib', sealer)
  // The secret of addresses is not needed: none is made here.
  const files = await resealFiles(fileStore({ folder: filesFolder, secret: '', clock: systemClock }), sealer, systemClock.now())
  return { rows, files }
}
