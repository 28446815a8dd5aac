// Master data that forms choose from.
import Type from 'typebox'
import { endpoint, Nullable, OneOf, Shape } from '../endpoint.ts'
import { CalendarDate } from '../fields.ts'

const HOUR = 3600
const Code = Type.String({ pattern: '^[0-9]{2}(\\.?[0-9]{2}){0,2}$', maxLength: 10 })

export const Bank = Shape({ code: Type.String(), name: Type.String(), bic: Nullable(Type.String()), isActive: Type.Boolean() })
export const Location = Shape({ code: Type.String(), name: Type.String() })
export const Country = Shape({ code: Type.String(), alpha3: Type.String(), nameId: Type.String(), nameEn: Type.String() })
export const Holiday = Shape({ date: CalendarDate, name: Type.String(), isProvisional: Type.Boolean() })

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
    query: Shape({ level: Type.Optional(OneOf(['province', 'city', 'district'], { default: 'province' })), parent: Type.Optional(Code) }),
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
}
