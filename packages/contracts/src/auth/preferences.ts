// A user's preferences in the active company: saved views, columns, density, favourites, language,
// theme. The apps define what a key means; the server stores it, so that it is the same on every
// device.
import Type, { type Static } from 'typebox'
import { endpoint, Shape, Named } from '../endpoint.ts'
import { Instant } from '../fields.ts'
import { notFound, problemKind } from '../problem.ts'

export const MAX_PREFERENCES = 100

export const preferenceTooLarge = problemKind(
  'preference-too-large',
  422,
  'A preference is limited to 16 kB',
)
export const preferencesFull = problemKind(
  'preferences-full',
  422,
  'You have too many preferences; delete some first',
)

const PreferenceKey = Type.String({
  pattern: '^[a-z][A-Za-z0-9-]*(\\.[A-Za-z0-9-]+)*$',
  maxLength: 80,
  examples: ['leads.columns', 'products.favourites'],
})
const ByKey = Shape({ key: PreferenceKey })
// Larger than 16 kB could ever hold.
const Value = Type.Object({}, { additionalProperties: true, maxProperties: 4000 })

export const Preference = Named(
  'Preference',
  Shape({ key: Type.String(), value: Value, updatedAt: Instant }),
)
export type Preference = Static<typeof Preference>

export const preferences = {
  list: endpoint({
    method: 'GET',
    path: '/auth/preferences',
    summary: 'All own preferences in the active company',
    access: 'session',
    reply: Shape({ items: Type.Array(Preference) }),
  }),
  put: endpoint({
    method: 'PUT',
    path: '/auth/preferences/{key}',
    summary: 'Save a preference, replacing the earlier one',
    description: `At most ${MAX_PREFERENCES} a user and company.`,
    access: 'session',
    params: ByKey,
    body: Shape({ value: Value }),
    reply: Preference,
    problems: [preferenceTooLarge, preferencesFull],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/auth/preferences/{key}',
    summary: 'Reset to the default',
    access: 'session',
    params: ByKey,
    problems: [notFound],
  }),
}
