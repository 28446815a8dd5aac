/**
 * An OpenAPI document with each reference replaced by its target. Properties beside a reference
 * take precedence.
 */
export function resolvedDocument<Document extends object>(document: Document): Document {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    const { $ref, ...own } = value as { $ref?: unknown }
    const entries = Object.entries(own).map(([key, inner]) => [key, resolve(inner)])
    const resolved: object = Object.fromEntries(entries)
    if (typeof $ref !== 'string') return resolved
    return { ...Object(resolve(at(document, $ref))), ...resolved }
  }
  return resolve(document) as Document
}

function at(document: object, reference: string): unknown {
  let found: unknown = document
  for (const key of reference.replace('#/', '').split('/'))
    found = new Map(Object.entries(Object(found))).get(key)
  if (found === undefined) throw new Error(`${reference} has no target`)
  return found
}
