// Files created by a service without a database: crm counts them with its own, and records them in
// the audit trail.
import Type from 'typebox'
import { endpoint, OneOf, Shape } from '../endpoint.ts'
import { disclosed } from '../disclosures.ts'
import { CalendarDate, Id, Text } from '../fields.ts'

const who = { what: OneOf(disclosed), userId: Id, companyId: Id }

export const disclosures = {
  admit: endpoint({
    method: 'POST',
    path: '/crm/internal/disclosures',
    summary: 'Count a file about to be given to a person, and record it in the audit trail',
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
    summary: 'The file was not delivered: do not count it',
    access: 'service',
    body: Shape({ ...who, day: CalendarDate }),
  }),
}
