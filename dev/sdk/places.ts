// Where the SDK says a thing: in the file that is named after the contract module that declares it.
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { services } from '@rmtools/contracts/everything'
import { listNameOf } from '@rmtools/contracts/list-names'

const CONTRACTS = join(import.meta.dirname, '../../packages/contracts/src')

export type Places = {
  /** The file of a noun's operations. */
  ofNoun(noun: string): string
  /** The file of a named type; undefined for one that no module exports. */
  ofType(name: string): string | undefined
}

/** Reads from the contract modules which of them declares which noun and which named type. */
export async function readPlaces(): Promise<Places> {
  const types = new Map<string, string>()
  const contracts = new Map<unknown, string>()
  for (const path of await contractModules()) {
    const place = basename(path, '.ts')
    const exported: Record<string, unknown> = await import(path)
    for (const value of Object.values(exported)) {
      const name = nameOf(value)
      if (name === undefined) contracts.set(value, place)
      else if (!types.has(name)) types.set(name, place)
    }
  }
  const nouns = Object.values(services).flatMap((service) => Object.entries(service))
  const ofNouns = new Map(nouns.map(([noun, contract]) => [noun, contracts.get(contract)]))
  return {
    ofNoun: (noun) => ofNouns.get(noun) ?? kebab(noun),
    ofType: (name) => types.get(name),
  }
}

async function contractModules(): Promise<string[]> {
  const names = await readdir(CONTRACTS, { recursive: true })
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .toSorted()
    .map((name) => join(CONTRACTS, name))
}

/** The name of an exported schema, or of a list that becomes one. */
function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return listNameOf(value)
  const isSchema = typeof value === 'object' && value !== null && 'type' in value
  return isSchema && 'title' in value ? String(value.title) : undefined
}

const kebab = (noun: string) => noun.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
