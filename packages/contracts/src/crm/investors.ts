// Investors: the case from the draft to the registration at Bib, and its review by somebody other
// than its makers.
import Type from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape } from '../endpoint.ts'
import { ById, Email, FullName, Id, Instant, Phone, Search, Text, Version } from '../fields.ts'
import {
  CountedPage,
  longListQuery,
  createdQuery,
  CSV,
  exported,
  languageQuery,
  SomeOf,
  XLSX,
} from '../lists.ts'
import { staleVersion, wrongState, savedDifferently } from '../problem.ts'
import { consentNotInForce } from './consents.ts'
import { Investor, InvestorDetail, InvestorEvent } from './investor-cases.ts'
import * as refusals from './investor-problems.ts'
import { investorDecisions } from './investor-decisions.ts'
import { investorKinds, KycPart, SecretPointer } from './kyc.ts'
import { investorStatuses } from './investor-statuses.ts'
import { phoneInvalid } from './leads.ts'

const readers = can('investor.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const writers = can('investor.write', 'rm')
const OfVersion = Shape({ version: Version })

const filters = {
  status: Type.Optional(OneOf(investorStatuses)),
  statuses: Type.Optional(SomeOf(investorStatuses)),
  kind: Type.Optional(OneOf(investorKinds)),
  rmId: Type.Optional(Id),
  claimedBy: Type.Optional(Id),
  claimed: Type.Optional(
    OneOf(['mine', 'others', 'none'], { description: 'The reviewer who has claimed the case' }),
  ),
  isPep: Type.Optional(Type.Boolean()),
  waitingBefore: Type.Optional({
    ...Instant,
    description: 'In the current status since before this instant',
  }),
  search: Type.Optional(Search),
  ...createdQuery,
  order: Type.Optional(
    OneOf(['newest', 'oldest', 'queue'], {
      default: 'newest',
      description: 'queue: submitted cases only, longest waiting first',
    }),
  ),
}

const file = {
  method: 'GET',
  access: can('investor.export', 'rm', 'reviewer', 'company-admin', 'auditor'),
  query: Shape({ ...filters, ...languageQuery }),
  ...exported,
} as const

export const investors = {
  list: endpoint({
    method: 'GET',
    path: '/crm/investors',
    summary: 'Investors, newest or oldest first, or in the order of the review queue',
    access: readers,
    query: Shape({ ...longListQuery, ...filters }),
    reply: CountedPage(Investor),
  }),
  export: endpoint({
    ...file,
    path: '/crm/investors.csv',
    summary: 'Investors as a CSV file',
    produces: CSV,
  }),
  exportXlsx: endpoint({
    ...file,
    path: '/crm/investors.xlsx',
    summary: 'Investors as an Excel file',
    produces: XLSX,
  }),
  get: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}',
    summary: 'An investor with the whole case; secrets are masked',
    access: readers,
    params: ById,
    reply: InvestorDetail,
  }),
  history: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/history',
    summary: 'History of the case, newest first',
    access: readers,
    params: ById,
    reply: Shape({ items: Type.Array(InvestorEvent) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/crm/investors',
    summary: 'Start the case of an investor, optionally from a lead',
    description: 'A client-generated id makes a retry harmless. The lead becomes converted.',
    access: writers,
    body: Shape({
      id: Type.Optional(Id),
      kind: OneOf(investorKinds),
      leadId: Type.Optional(Id),
      fullName: FullName,
      email: Type.Optional(Nullable(Email)),
      phone: Type.Optional(Nullable(Phone)),
    }),
    reply: Investor,
    status: 201,
    idempotent: true,
    problems: [
      refusals.investorIdTaken,
      savedDifferently,
      refusals.leadConverted,
      phoneInvalid,
      refusals.contactOfStaff,
    ],
  }),
  saveKyc: endpoint({
    method: 'PUT',
    path: '/crm/investors/{id}/kyc',
    summary: 'Save a part of the KYC form',
    description:
      'An absent field keeps its value; null clears it. In a returned case only the returned fields may be changed.',
    access: writers,
    params: ById,
    body: KycPart,
    reply: InvestorDetail,
    problems: [
      staleVersion,
      wrongState,
      refusals.kycInvalid,
      refusals.fieldNotOpen,
      phoneInvalid,
      refusals.contactOfStaff,
      consentNotInForce,
    ],
  }),
  submit: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/submit',
    summary: 'Submit the case for review',
    description:
      'The KYC must be complete, with documents, a bank account, a risk profile and consents. The errors list what is missing.',
    access: writers,
    params: ById,
    body: OfVersion,
    reply: Investor,
    problems: [
      staleVersion,
      wrongState,
      refusals.kycIncomplete,
      refusals.identityTaken,
      refusals.contactOfStaff,
    ],
  }),
  ...investorDecisions,
  reveal: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/reveal',
    summary: 'Reveal a masked value; this is recorded in the audit trail',
    fresh: true,
    discloses: 'reveal',
    access: can('investor.reveal', 'rm', 'reviewer', 'company-admin'),
    params: ById,
    body: Shape({ pointer: SecretPointer }),
    reply: Shape({ value: Nullable(Type.String()) }),
    problems: [refusals.noSuchField, consentNotInForce],
  }),
  setExternalId: endpoint({
    method: 'PUT',
    path: '/crm/investor/{id}/externalId',
    summary: "Set the investor's ID at Bib",
    description: 'Requires the current id, or null: it is never overwritten silently.',
    access: can('investor.set-external-id', 'reviewer', 'company-admin'),
    params: ById,
    body: Shape({
      externalId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
      expected: Nullable(Type.String({ maxLength: 64 })),
    }),
    reply: Investor,
    problems: [refusals.externalIdTaken, refusals.externalIdChanged, wrongState],
  }),
  syncBib: endpoint({
    method: 'POST',
    path: '/crm/investor/sync-bib',
    summary: 'Send an approved investor to Bib, or send it again',
    description:
      'Repeatable: while a hand-over is pending, another changes nothing, and a registered investor stays registered.',
    access: can('investor.sync', 'reviewer', 'company-admin'),
    body: Shape({ id: Id }),
    status: 202,
    reply: Shape({ jobId: Text(200) }),
    problems: [wrongState, consentNotInForce],
  }),
}
