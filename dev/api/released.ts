// The API surface of the last release as a file: one operation per line, and each repeated schema
// once.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Surface } from './surface.ts'

const FOLDER = join(import.meta.dirname, '../../docs/released')

/** The file of a version. */
export const releasedFile = (version: string): string => join(FOLDER, `api-${version}.json`)

/** The files of released versions in the repository. */
export const releasedFiles = (): string[] =>
  readdirSync(FOLDER).filter((name) => name.endsWith('.json'))

/** Reads the surface of a released version. */
export function readReleased(version: string): Surface {
  return unpacked(readFileSync(releasedFile(version), 'utf8'))
}

type Parts = Readonly<Record<string, unknown>>

/** A surface as text. */
export function packed(surface: Surface): string {
  const times = new Map<string, number>()
  const count = (value: unknown) =>
    eachObject(value, (part) => {
      const text = JSON.stringify(part)
      times.set(text, (times.get(text) ?? 0) + 1)
    })
  count(surface.operations)
  const names = new Map<string, string>()
  const schemas: Record<string, unknown> = {}
  const pack = (value: unknown): unknown => {
    if (!isObject(value)) return value
    const text = JSON.stringify(value)
    if (Array.isArray(value) || (times.get(text) ?? 0) < 2 || text.length < LEAST_CHARACTERS)
      return mapped(value, pack)
    const known = names.get(text) ?? String(names.size + 1)
    if (!names.has(text)) {
      names.set(text, known)
      schemas[known] = mapped(value, pack)
    }
    return { $ref: known }
  }
  const operations = pack(surface.operations) as Parts
  return `{
"version": ${JSON.stringify(surface.version)},
"problems": ${JSON.stringify(surface.problems)},
"operations": {
${lines(operations)}
},
"schemas": {
${lines(schemas)}
}
}
`
}

/** The surface from its text. */
export function unpacked(text: string): Surface {
  const { schemas, ...surface } = JSON.parse(text) as Surface & { schemas: Parts }
  const unpack = (value: unknown): unknown => {
    if (!isObject(value)) return value
    const { $ref: name } = value as { $ref?: unknown }
    return typeof name === 'string' ? unpack(schemas[name]) : mapped(value, unpack)
  }
  return unpack(surface) as Surface
}

// Shorter schemas are written out: a reference to them would be no shorter.
const LEAST_CHARACTERS = 40

const lines = (parts: Parts) =>
  Object.entries(parts)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n')

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function mapped(value: object, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]))
}

function eachObject(value: unknown, meet: (part: object) => void): void {
  if (!isObject(value)) return
  if (!Array.isArray(value)) meet(value)
  for (const part of Object.values(value)) eachObject(part, meet)
}
