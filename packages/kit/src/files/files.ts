// Files by key, with signed URLs that are valid for minutes: in a local folder (the embedded
// default), or by cloud-files.ts.
import { createHmac } from 'node:crypto'
import {
  chmod,
  mkdir,
  opendir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { Problem, unavailable } from '@rmtools/contracts/problem'
import type { Clock } from '../process/clock.ts'
import { equalSecret } from '../security/secrets.ts'

/** Who may open the file, for the audit trail. Another system has no user. */
export type FileReader = { companyId: string; userId: string | null }

export type Files = {
  /** Stores a file whole or not at all. Throws 503 without space or permission. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Throws ENOENT if there is no such file. */
  get(key: string): Promise<Buffer>
  delete(key: string): Promise<void>
  /**
   * The keys of everything that was stored before an instant, in pages, including unfinished
   * writes.
   */
  storedBefore(instant: Date): AsyncIterable<string[]>
  /** A token for the download route that permits reading one file for `seconds`. */
  signRead(key: string, reader: FileReader, seconds: number): string
  /** The key and the reader that a token permits; undefined if it is forged or expired. */
  verifyRead(token: string): ({ key: string } & FileReader) | undefined
}

type Permission = [key: string, companyId: string, expires: number, userId: string | null]

/** Signs and verifies read tokens. All stores share it, because our own route serves downloads. */
export function readTokens({
  secret,
  clock,
}: {
  secret: string
  clock: Clock
}): Pick<Files, 'signRead' | 'verifyRead'> {
  const signature = (payload: string) =>
    createHmac('sha256', secret).update(payload).digest('base64url')
  return {
    signRead(key, { companyId, userId }, seconds) {
      const expires = Math.floor(clock.now().getTime() / 1000) + seconds
      const payload = Buffer.from(JSON.stringify([key, companyId, expires, userId])).toString(
        'base64url',
      )
      return `${payload}.${signature(payload)}`
    },
    verifyRead(token) {
      const [payload = '', signed = ''] = token.split('.')
      if (!equalSecret(signed, signature(payload))) return undefined
      const [key, companyId, expires, userId] = JSON.parse(
        Buffer.from(payload, 'base64url').toString(),
      ) as Permission
      return expires * 1000 < clock.now().getTime() ? undefined : { key, companyId, userId }
    },
  }
}

/**
 * Returns a key of ours: slash-separated words of letters, digits, dashes and dots. Throws
 * otherwise.
 */
export function ownKey(key: string): string {
  if (!/^[\w-]+(\/[\w-][\w.-]*)+$/.test(key) || normalize(key) !== key)
    throw new Error(`not a file key: ${key}`)
  return key
}

/** Whether a key belongs to an unfinished write: a file's name with a suffix. */
export function isUnfinished(key: string): boolean {
  return /\.\d+\.[a-z0-9]*$/.test(key)
}

/** Files under a folder. */
export function folderFiles(options: { folder: string; secret: string; clock: Clock }): Files {
  const pathOf = (key: string) => join(options.folder, ownKey(key))
  return {
    ...readTokens(options),
    async put(key, bytes) {
      const path = pathOf(key)
      const partial = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        // Folders of an earlier version are readable by everybody; a shared disk may not support
        // modes.
        for (const folder of [options.folder, dirname(path)])
          await chmod(folder, 0o700).catch(() => undefined)
        await writeFile(partial, bytes, { flush: true, mode: 0o600 })
        await rename(partial, path)
      } catch (cause) {
        await rm(partial, { force: true }).catch(() => undefined)
        throw storageDown(cause)
      }
    },
    get: async (key) => await readFile(pathOf(key)),
    delete: async (key) => await rm(pathOf(key), { force: true }),
    storedBefore: (instant) => keysStoredBefore(options.folder, instant),
  }
}

const KEYS_A_PAGE = 500

async function* keysStoredBefore(folder: string, instant: Date): AsyncGenerator<string[]> {
  let page: string[] = []
  // One folder for each kind of file, without subfolders.
  for (const kind of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (!kind.isDirectory()) continue
    for await (const { name } of await opendir(join(folder, kind.name))) {
      const stored = await stat(join(folder, kind.name, name)).catch(() => undefined)
      if (!stored?.isFile() || stored.mtime >= instant) continue
      page.push(`${kind.name}/${name}`)
      if (page.length < KEYS_A_PAGE) continue
      yield page
      page = []
    }
  }
  if (page.length > 0) yield page
}

/**
 * 503: an operator frees the disk, grants the permission or restores the network, and the file can
 * be stored later.
 */
export function storageDown(cause: unknown): Problem {
  const problem = new Problem(unavailable, { retryAfterSeconds: 30 })
  problem.cause = cause
  return problem
}
