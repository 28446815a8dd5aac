// Leads: potential investors in an RM's book.
import Type, { type Static } from 'typebox'
import { can, Changes, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant, Search, Text, Version } from '../fields.ts'
import {
  CountedPage,
  longListQuery,
  createdQuery,
  CSV,
  exported,
  languageQuery,
  orderQuery,
  SomeOf,
  XLSX,
} from '../lists.ts'
import { problemKind, staleVersion, wrongState, savedDifferently } from '../problem.ts'
import { givenLeadDetails, leadDetails } from './lead-fields.ts'
import { NamedList } from '../list-names.ts'

export const leadStatuses = NamedList('LeadStatus', [
  'new',
  'contacted',
  'qualified',
  'proposal',
  'converted',
  'lost',
])
export type LeadStatus = (typeof leadStatuses)[number]

export const leadPhoneTaken = problemKind(
  'lead-phone-taken',
  409,
  'You already have a lead with this phone number',
)
export const leadIdTaken = problemKind('lead-id-taken', 409, 'This id belongs to another record')
export const phoneInvalid = problemKind(
  'phone-invalid',
  422,
  'This is not a phone number that can be called',
)
export const lostReasonMissing = problemKind(
  'lost-reason-missing',
  422,
  'Say why the lead was lost',
)

/**
 * The statuses to which a lead may be moved. `converted` is only reached by creating the investor;
 * lost leads can be reopened.
 */
export function leadMoves(status: LeadStatus): readonly LeadStatus[] {
  const open: LeadStatus[] = ['new', 'contacted', 'qualified', 'proposal']
  if (status === 'converted') return []
  if (status === 'lost') return ['contacted']
  return [...open.filter((other) => other !== status), 'lost']
}

export const Lead = Named(
  'Lead',
  Shape({
    id: Id,
    companyId: Id,
    rmId: Id,
    rmName: Nullable(Type.String()),
    ...leadDetails,
    phoneExtension: Nullable(
      Type.String({ description: 'Behind a switchboard; `phone` is without it' }),
    ),
    status: OneOf(leadStatuses),
    lostReason: Nullable(Text(500)),
    investorId: Nullable(Id),
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
  }),
)
export type Lead = Static<typeof Lead>

/** A lead of another RM, or an investor, with the same phone or e-mail: a warning, not a refusal. */
export const Duplicate = Named(
  'Duplicate',
  Shape({
    kind: OneOf(['lead', 'investor']),
    rmName: Nullable(Type.String()),
    matches: OneOf(['phone', 'email']),
  }),
)
export type Duplicate = Static<typeof Duplicate>

const filters = {
  status: Type.Optional(OneOf(leadStatuses)),
  statuses: Type.Optional(SomeOf(leadStatuses)),
  rmId: Type.Optional(Id),
  tag: Type.Optional(Text(40)),
  search: Type.Optional(Search),
  followUpBefore: Type.Optional(Instant),
  ...createdQuery,
  ...orderQuery,
}

const readers = can('lead.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const writers = can('lead.write', 'rm', 'company-admin')

const file = {
  method: 'GET',
  access: can('lead.export', 'rm', 'company-admin', 'auditor'),
  query: Shape({ ...filters, ...languageQuery }),
  ...exported,
} as const

export const leads = {
  list: endpoint({
    method: 'GET',
    path: '/crm/leads',
    summary: 'Leads, newest or oldest first',
    access: readers,
    query: Shape({ ...longListQuery, ...filters }),
    reply: CountedPage(Lead),
  }),
  export: endpoint({
    ...file,
    path: '/crm/leads.csv',
    summary: 'Leads as a CSV file',
    produces: CSV,
  }),
  exportXlsx: endpoint({
    ...file,
    path: '/crm/leads.xlsx',
    summary: 'Leads as an Excel file',
    produces: XLSX,
  }),
  tags: endpoint({
    method: 'GET',
    path: '/crm/lead-tags',
    summary: 'The tags in use, most used first',
    access: readers,
    reply: Shape({ items: Type.Array(Shape({ tag: Type.String(), count: Type.Integer() })) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/crm/leads/{id}',
    summary: 'A lead',
    access: readers,
    params: ById,
    reply: Lead,
  }),
  duplicates: endpoint({
    method: 'GET',
    path: '/crm/leads/{id}/duplicates',
    summary:
      'Other leads and investors of the company with the same phone number or e-mail address',
    access: readers,
    params: ById,
    reply: Shape({ items: Type.Array(Duplicate) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/crm/leads',
    summary: 'Add a lead to the own book',
    description:
      'A client-generated id makes a retry harmless: the same lead sent again is answered as stored; with other content it is rejected.',
    access: writers,
    body: Shape({
      id: Type.Optional(Id),
      ...givenLeadDetails,
    }),
    reply: Shape({ lead: Lead, duplicates: Type.Array(Duplicate) }),
    status: 201,
    idempotent: true,
    problems: [leadPhoneTaken, leadIdTaken, savedDifferently, phoneInvalid],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/crm/leads/{id}',
    summary: 'Change a lead or move it along the pipeline',
    description: 'An absent field keeps its value; null clears it.',
    access: writers,
    params: ById,
    body: Shape({
      version: Version,
      ...Changes({ ...leadDetails, status: OneOf(leadStatuses), lostReason: Nullable(Text(500)) })
        .properties,
    }),
    reply: Lead,
    problems: [staleVersion, wrongState, lostReasonMissing, leadPhoneTaken, phoneInvalid],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/crm/leads/{id}',
    summary: 'Remove a lead that was entered by mistake',
    description: "A converted lead cannot be removed: it is part of the investor's history.",
    access: writers,
    params: ById,
    query: Shape({ version: Version }),
    problems: [staleVersion, wrongState],
  }),
}
