// Compares the content of requests.
import { createHash } from 'node:crypto'

/**
 * SHA-256 of the content, independent of key order. Ignores URLs of documents, whose signatures
 * differ at each try.
 */
export function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const isDocument = 'sha256' in value && 'url' in value
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== undefined && !(isDocument && key === 'url'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}
