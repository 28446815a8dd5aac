// The query cache of the gallery's components: nobody is signed in, and no server answers.
import type { QueryKey } from '@tanstack/react-query'
import { clientMessages, clientPreference } from '@rmtools/gallery/client-messages'
import { ask, askPages, queryClient } from '../base/queries.ts'

const company = (id: number, name: string, isActive: boolean) => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  code: `C${id}`,
  name,
  role: 'company-admin',
  isActive,
})

const me = {
  id: '00000000-0000-4000-8000-000000000001',
  fullName: 'Dewi Lestari',
  email: 'dewi@nusantara.example',
  phone: null,
  language: 'id',
  licenceNumber: null,
  licenceExpiresOn: null,
  pushPreferences: {},
  lastLoginAt: null,
  companyId: '00000000-0000-4000-8000-000000000001',
  role: 'company-admin',
  permissions: [
    'report.read',
    'lead.read',
    'instruction.read',
    'product.read',
    'client-message.resend',
    'client-preference.write',
  ],
  companies: [
    company(1, 'PT Nusantara Investama', true),
    company(2, 'PT Samudra Sekuritas', false),
  ],
}

const rms = [
  { id: '1', fullName: 'Budi Santoso' },
  { id: '2', fullName: 'Raden Ajeng Kusumawardhani Prameswari Hadiningrat' },
]
const products = [
  { code: 'KAS', name: 'Dana Kas Nusantara' },
  {
    code: 'TETAP',
    name: 'Reksa Dana Pendapatan Tetap Nusantara Obligasi Negara Berkelanjutan Kelas A',
  },
]
const people = [
  { id: '1', fullName: 'Budi Santoso', email: 'budi@nusantara.example' },
  {
    id: '2',
    fullName: 'Raden Ajeng Kusumawardhani Prameswari Hadiningrat',
    email: 'kusumawardhani.hadiningrat@nusantara.example',
  },
]

/** The preferences of a user who has worked here for a while. */
const preferences = [
  {
    key: 'gallery.list',
    value: { views: [{ name: 'Hari ini', search: { state: 'new' } }] },
    updatedAt: '2026-11-01T00:00:00Z',
  },
]

/** The investor whose messages are shown. */
export const CLIENT_ID = '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a01'

const logOf = (id: string, items: readonly unknown[]): [QueryKey, unknown][] => [
  [
    askPages('clientMessages', 'list', { id, limit: 50 }).queryKey,
    { pages: [{ items, nextCursor: null }], pageParams: [undefined] },
  ],
  [ask('clientMessages', 'preference', { id }).queryKey, clientPreference],
]

/** Fills the cache with the answers that the stories show. */
export function fillQueryCache(): void {
  queryClient.setDefaultOptions({
    ...queryClient.getDefaultOptions(),
    queries: { ...queryClient.getDefaultOptions().queries, staleTime: Infinity, retry: false },
  })
  const known: [QueryKey, unknown][] = [
    [ask('account', 'me').queryKey, me],
    [ask('preferences', 'list').queryKey, { items: preferences }],
    [ask('figures', 'rms', {}).queryKey, { items: rms }],
    [ask('products', 'list', {}).queryKey, { items: products, nextCursor: null }],
    ...logOf(CLIENT_ID, clientMessages),
    ...logOf('none', []),
    [ask('users', 'list', { limit: 20 }).queryKey, { items: people, nextCursor: null }],
    ...people.map((person): [QueryKey, unknown] => [
      ask('users', 'get', { id: person.id }).queryKey,
      person,
    ]),
  ]
  for (const [key, value] of known) queryClient.setQueryData(key, value)
}

/** Requests never finish: data missing above shows as loading. */
export function answerFromHere(): void {
  window.fetch = async () => await new Promise(() => undefined)
}
