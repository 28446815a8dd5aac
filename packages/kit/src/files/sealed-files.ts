// Files encrypted at rest, in any store. A file has at most some megabytes, so it is sealed whole:
// it does not open once a part is exchanged or cut off, or under another key.
import type { Clock } from '../process/clock.ts'
import { cloudFiles } from './cloud-files.ts'
import { folderFiles, isUnfinished, type Files } from './files.ts'
import type { Sealer } from '../security/secrets.ts'

/** Precedes a sealed file; no picture or PDF starts like this. */
const HEAD = Buffer.from('RMTSEALED1\n')
const context = (key: string) => `file:${key}`

/** Seals the content of files. Unsealed files of earlier versions are still read. */
export function sealedFiles(files: Files, sealer: Sealer): Files {
  return {
    ...files,
    put: async (key, bytes) =>
      await files.put(key, Buffer.concat([HEAD, sealer.sealBytes(bytes, context(key))])),
    async get(key) {
      const kept = await files.get(key)
      return isSealed(kept) ? sealer.openBytes(kept.subarray(HEAD.length), context(key)) : kept
    },
  }
}

const isSealed = (bytes: Buffer) => bytes.subarray(0, HEAD.length).equals(HEAD)

/**
 * Seals all files that are unsealed or sealed with a former key. Safe to interrupt and repeat.
 * Returns the number of files.
 */
export async function resealFiles(files: Files, sealer: Sealer, before: Date): Promise<number> {
  const sealed = sealedFiles(files, sealer)
  let count = 0
  for await (const keys of files.storedBefore(before))
    for (const key of keys.filter((one) => !isUnfinished(one))) {
      const kept = await files.get(key).catch(absent)
      if (!kept || (isSealed(kept) && sealer.isCurrent(kept.subarray(HEAD.length), context(key))))
        continue
      await sealed.put(key, await sealed.get(key))
      count++
    }
  return count
}

/** The file was deleted after its key was listed, or we did not seal it. */
function absent(error: unknown): undefined {
  if (
    error instanceof Error &&
    ('code' in error ? error.code === 'ENOENT' : error.message.startsWith('not a file key'))
  )
    return undefined
  throw error
}

export type FileStore = { folder: string; secret: string; clock: Clock }

/**
 * The file store that a setting names: a folder, or gs:// and a bucket. Neither store seals its
 * files.
 */
export function fileStore({ folder, secret, clock }: FileStore): Files {
  const bucket = /^gs:\/\/([\w.-]+)\/?$/.exec(folder)?.[1]
  return bucket === undefined
    ? folderFiles({ folder, secret, clock })
    : cloudFiles({ bucket, secret, clock })
}
