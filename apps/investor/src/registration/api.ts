import { client } from '@rmtools/contracts/client'
import { reference } from '@rmtools/contracts/crm/reference'
import { remoteRegistration, type Registration } from '@rmtools/contracts/crm/remote-registration'
import type { Reply } from '@rmtools/contracts/endpoint'
import { fetchSend } from '@rmtools/contracts/fetch'

const send = fetchSend()
export const api = client(remoteRegistration, send)
const lists = client(reference, send)

export type Sender = Reply<typeof remoteRegistration.sender>
export type Submitted = Reply<typeof remoteRegistration.submit>
export type { Registration }

/** Fetches once per page and caches the answer; failures are fetched again. */
function once<Key extends string, T>(ask: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const kept = new Map<Key, Promise<T>>()
  return async (key) => {
    const known = kept.get(key) ?? ask(key)
    kept.set(key, known)
    known.catch(() => kept.delete(key))
    return await known
  }
}

export type Region = { code: string; name: string }
const regions = once(async (key: string): Promise<readonly Region[]> => {
  if (key === '') return (await lists.locations({ level: 'province' })).items
  return (await lists.locations({ level: key.includes('.') ? 'district' : 'city', parent: key }))
    .items
})

/** Provinces, or the regions within a province or city. */
export const regionsIn = async (parent: string | null) => await regions(parent ?? '')

export const banks = once(async (_: 'all') => (await lists.banks()).items)
export const countries = once(async (_: 'all') => (await lists.countries()).items)
