// Files in a bucket of Google Cloud Storage (https://cloud.google.com/storage/docs/json_api).
import type { Clock } from '../process/clock.ts'
import { ownKey, readTokens, storageDown, type Files } from './files.ts'

const CLOUD_MS = 10_000
const KEYS_A_PAGE = 500

export type CloudFilesOptions = {
  bucket: string
  secret: string
  clock: Clock
  /** URL of the storage's JSON API, if it is not Google's. */
  endpoint?: string
}

/**
 * Files in a bucket of Google Cloud Storage, with the machine's own identity (Application Default
 * Credentials). Only we read the bucket: downloads go through our route, which checks the company
 * and records who opened what.
 */
export function cloudFiles(options: CloudFilesOptions): Files {
  // Loaded only where a bucket is configured, to save memory elsewhere.
  const opened = import('@google-cloud/storage').then(({ IdempotencyStrategy, Storage }) => {
    const storage = new Storage({
      ...(options.endpoint === undefined ? {} : { apiEndpoint: options.endpoint }),
      timeout: CLOUD_MS,
      // Keys are never reused for other content, so every call may be retried.
      retryOptions: {
        maxRetries: 2,
        totalTimeout: CLOUD_MS / 1000,
        idempotencyStrategy: IdempotencyStrategy.RetryAlways,
      },
    })
    return storage.bucket(options.bucket)
  })
  const fileOf = async (key: string) => (await opened).file(ownKey(key))
  return {
    ...readTokens(options),
    async put(key, bytes) {
      const file = await fileOf(key)
      try {
        await file.save(Buffer.from(bytes), {
          resumable: false,
          validation: 'md5',
          contentType: 'application/octet-stream',
        })
      } catch (cause) {
        throw storageDown(cause)
      }
    },
    async get(key) {
      const file = await fileOf(key)
      try {
        return (await file.download({ validation: 'md5' }))[0]
      } catch (cause) {
        throw isMissing(cause)
          ? Object.assign(new Error(`no such file: ${key}`, { cause }), { code: 'ENOENT' })
          : storageDown(cause)
      }
    },
    async delete(key) {
      const file = await fileOf(key)
      try {
        await file.delete({ ignoreNotFound: true })
      } catch (cause) {
        throw storageDown(cause)
      }
    },
    async *storedBefore(instant) {
      let pageToken: string | undefined
      do {
        const asked = {
          autoPaginate: false,
          maxResults: KEYS_A_PAGE,
          ...(pageToken === undefined ? {} : { pageToken }),
        }
        const [page, next] = await (await opened).getFiles(asked)
        const isOld = (created: unknown) =>
          typeof created === 'string' && Date.parse(created) < instant.getTime()
        const keys = page.flatMap(({ name, metadata }) =>
          isOld(metadata.timeCreated) ? [name] : [],
        )
        if (keys.length > 0) yield keys
        pageToken = next?.pageToken
      } while (pageToken !== undefined)
    },
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 404
