// Master data for choices in forms.
import Type from 'typebox'
import { can, Changes, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Text } from '../fields.ts'

const HOUR = 3600
const Code = Type.String({ pattern: '^[0-9]{2}(\\.?[0-9]{2}){0,2}$', maxLength: 10 })

export const Bank = Named(
  'Bank',
  Shape({
    code: Type.String(),
    name: Type.String(),
    bic: Nullable(Type.String()),
    isActive: Type.Boolean(),
    // Optional, because a phone may have an older list.
    also: Type.Optional(
      Type.Array(Type.String(), { description: 'Other names that people search for' }),
    ),
  }),
)
export const Location = Named('Location', Shape({ code: Type.String(), name: Type.String() }))
export const Country = Named(
  'Country',
  Shape({
    code: Type.String(),
    alpha3: Type.String(),
    nameId: Type.String(),
    nameEn: Type.String(),
  }),
)
export const Holiday = Named(
  'Holiday',
  Shape({
    date: CalendarDate,
    name: Type.String(),
    isProvisional: Type.Boolean(),
  }),
)

const editors = can('reference.write', 'platform-admin')
const OnDate = Shape({ date: CalendarDate })
const reason = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 500,
    description: 'For the record, such as the number of the decree',
  }),
)

export const reference = {
  banks: endpoint({
    method: 'GET',
    path: '/crm/banks',
    summary: 'Banks of Indonesia',
    access: 'public',
    query: Shape({ includeInactive: Type.Optional(Type.Boolean({ default: false })) }),
    reply: Shape({ items: Type.Array(Bank) }),
    cacheSeconds: HOUR,
  }),
  locations: endpoint({
    method: 'GET',
    path: '/crm/locations',
    summary: 'Provinces; the cities of a province; the districts of a city',
    access: 'public',
    query: Shape({
      level: Type.Optional(OneOf(['province', 'city', 'district'], { default: 'province' })),
      parent: Type.Optional(Code),
    }),
    reply: Shape({ items: Type.Array(Location) }),
    cacheSeconds: HOUR,
  }),
  countries: endpoint({
    method: 'GET',
    path: '/crm/countries',
    summary: 'Countries and nationalities (ISO 3166-1)',
    access: 'public',
    reply: Shape({ items: Type.Array(Country) }),
    cacheSeconds: HOUR,
  }),
  holidays: endpoint({
    method: 'GET',
    path: '/crm/holidays',
    summary: 'Days on which the exchange is closed, besides weekends',
    access: 'public',
    query: Shape({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) }),
    reply: Shape({ items: Type.Array(Holiday) }),
    cacheSeconds: HOUR,
  }),
  changeBank: endpoint({
    method: 'PATCH',
    path: '/crm/banks/{code}',
    summary: 'Change a bank of the list',
    description:
      'An absent field keeps its value. Accounts at a deactivated bank are kept; new ones cannot be added.',
    access: editors,
    params: Shape({ code: Type.String({ pattern: '^[0-9]{3}$' }) }),
    body: Changes({
      name: Text(150),
      bic: Nullable(Type.String({ pattern: '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$' })),
      isActive: Type.Boolean(),
    }),
    reply: Bank,
  }),
  putHoliday: endpoint({
    method: 'PUT',
    path: '/crm/holidays/{date}',
    summary: 'Set a day on which the exchange is closed',
    description:
      'Instructions approved afterwards get their NAV date accordingly. Every change is recorded.',
    access: editors,
    params: OnDate,
    body: Shape({ name: Text(150), isProvisional: Type.Boolean(), reason }),
    reply: Holiday,
  }),
  removeHoliday: endpoint({
    method: 'DELETE',
    path: '/crm/holidays/{date}',
    summary: 'Make a day an exchange day again',
    access: editors,
    params: OnDate,
    query: Shape({ reason }),
  }),
}
