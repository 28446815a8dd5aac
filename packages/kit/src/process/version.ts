// The version of the product, from the root package.json, its only source.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const manifest: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../package.json'), 'utf8'),
)

/** The version of the running product, as in `1.4.0`. */
export const productVersion: string = versionIn(manifest)

function versionIn(value: unknown): string {
  if (typeof value === 'object' && value && 'version' in value && typeof value.version === 'string')
    return value.version
  throw new Error('package.json names no version')
}
