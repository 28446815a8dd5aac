// Files that are made where there is no database: crm counts them with its own, and notes them in the audit trail.
import Type from 'typebox'
import { endpoint, OneOf, Shape } from '../endpoint.ts'
import { disclosed } from '../disclosures.ts'
import { CalendarDate, Id, Text } from '../fields.ts'

const who = { what: OneOf(disclosed), userId: Id, companyId: Id }

export const disclosures = {
  admit: endpoint({
    method: 'POST',
    path: '/crm/internal/disclosures',
    summary: 'Count a file that a person is about to be given, and note it in the audit trail',
    access: 'service',
    body: Shape({
      ...who,
      operation: Text(80),
      filter: Type.Object({}, { additionalProperties: true, maxProperties: 50 }),
    }),
    reply: Shape({ ...who, day: CalendarDate }),
  }),
  takeBack: endpoint({
    method: 'POST',
    path: '/crm/internal/disclosures/taken-back',
    summary: 'Such a file came to nothing: it does not count',
    access: 'service',
    body: Shape({ ...who, day: CalendarDate }),
  }),
}
