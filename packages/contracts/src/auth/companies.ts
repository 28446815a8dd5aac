// Companies (tenants): the platform's administration, and a company's own settings.
import Type, { type Static } from 'typebox'
import {
  can,
  Changes,
  endpoint,
  Nullable,
  OneOf,
  Page,
  pageQuery,
  Shape,
  Named,
} from '../endpoint.ts'
import { Waits } from '../crm/four-eyes.ts'
import { ById, Email, FullName, Id, Instant, Phone, Search, Version } from '../fields.ts'
import {
  notFound,
  problemKind,
  staleVersion,
  wrongState,
  unsupportedMediaType,
} from '../problem.ts'
import { companyDescription } from './company-fields.ts'
import { emailTaken, phoneInvalid, phoneTaken } from './registration.ts'
import { ownAccount, Reason, roleUnknown, userStatuses } from './users.ts'

export const companyCodeTaken = problemKind(
  'company-code-taken',
  409,
  'Another company has this code',
)
export const colourTooPale = problemKind(
  'colour-too-pale',
  422,
  'White text on this colour cannot be read well (WCAG 2.2, 1.4.3: 4.5 to 1)',
)

export const logoUnreadable = problemKind('logo-unreadable', 422, 'This picture cannot be read')
export const bibTenantTaken = problemKind(
  'company-bib-tenant-taken',
  409,
  'Another company has this code at Bib',
)
export const bibTenantFixed = problemKind(
  'bib-tenant-fixed',
  403,
  "Only the platform sets the company's code at Bib",
)

export const platformPerson = problemKind(
  'platform-person',
  403,
  'A platform user cannot join a company',
)
export const memberAlready = problemKind(
  'member-already',
  409,
  'The user already works for this company',
)
export const membershipOffered = problemKind(
  'membership-offered',
  409,
  'The user has an offer that is not answered yet',
)

const settingFields = companyDescription.schemas
export const CompanySettings = Named('CompanySettings', Shape(settingFields))
const CompanySettingsChanges = Named('CompanySettingsChanges', Changes(settingFields))
export type CompanySettings = Static<typeof CompanySettings>

// A single transparent pixel.
const smallestPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
/**
 * A small picture embedded in the text: it loads nothing from other sites, and no SVG can carry a
 * script.
 */
const Logo = Named(
  'Logo',
  Type.String({
    maxLength: 40_000,
    pattern: '^data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$',
    examples: [`data:image/png;base64,${smallestPng}`],
  }),
)
const CompanyCode = Type.String({ pattern: '^[a-z][a-z0-9-]{1,30}$', examples: ['mandala'] })

export const Company = Named(
  'Company',
  Shape({
    id: Id,
    code: Type.String(),
    name: Type.String(),
    logo: Nullable(Type.String()),
    isActive: Type.Boolean(),
    decisionReason: Nullable(Type.String()),
    settings: CompanySettings,
    createdAt: Instant,
    version: Version,
  }),
)
export type Company = Static<typeof Company>

/** Reply to a change that may have to wait: the company in its current state. */
const ChangedCompany = Named('ChangedCompany', Shape({ ...Company.properties, waits: Waits }))

/** A member of a company, as the platform administration sees it. */
export const Member = Named(
  'Member',
  Shape({
    id: Id,
    fullName: Type.String(),
    email: Nullable(Type.String()),
    role: Type.String(),
    status: OneOf(userStatuses),
    joinedAt: Instant,
  }),
)
export type Member = Static<typeof Member>

const platform = can('company.manage', 'platform-admin')

export const companies = {
  list: endpoint({
    method: 'GET',
    path: '/auth/admin/companies',
    summary: 'All companies',
    access: platform,
    query: Shape({
      ...pageQuery,
      search: Type.Optional(Search),
      isActive: Type.Optional(Type.Boolean()),
    }),
    reply: Page(Company),
  }),
  get: endpoint({
    method: 'GET',
    path: '/auth/admin/companies/{id}',
    summary: 'One company',
    access: platform,
    params: ById,
    reply: Company,
    problems: [notFound],
  }),
  create: endpoint({
    method: 'POST',
    path: '/auth/admin/companies',
    summary: 'Add a company and invite its first administrator',
    fresh: true,
    access: platform,
    body: Shape({
      code: CompanyCode,
      name: FullName,
      logo: Type.Optional(Logo),
      settings: Type.Optional(CompanySettingsChanges),
      admin: Type.Optional(
        Shape({ fullName: FullName, email: Email, phone: Type.Optional(Phone) }),
      ),
    }),
    reply: Company,
    status: 201,
    idempotent: true,
    problems: [
      companyCodeTaken,
      bibTenantTaken,
      colourTooPale,
      emailTaken,
      phoneTaken,
      phoneInvalid,
    ],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/auth/admin/companies/{id}',
    summary: 'Change a company',
    description:
      'Settings that affect money wait for an administrator of the company, if it has one. All others change at once.',
    fresh: true,
    access: platform,
    params: ById,
    body: Shape({
      version: Version,
      changes: Changes({ name: FullName, logo: Nullable(Logo), settings: CompanySettingsChanges }),
    }),
    reply: ChangedCompany,
    problems: [notFound, staleVersion, bibTenantTaken, colourTooPale],
  }),
  activeOrDe: endpoint({
    method: 'PATCH',
    path: '/auth/admin/companies/{id}/activeOrDe',
    summary: "Activate or deactivate a company; deactivating ends its users' sessions",
    access: platform,
    params: ById,
    body: Shape({ decision: OneOf(['activate', 'deactivate']), reason: Reason, version: Version }),
    reply: Company,
    problems: [notFound, staleVersion, wrongState],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/auth/admin/companies/{id}',
    summary: 'Close a company; its records are kept',
    fresh: true,
    access: platform,
    params: ById,
    query: Shape({ version: Version, reason: Reason }),
    problems: [notFound, staleVersion],
  }),
  members: endpoint({
    method: 'GET',
    path: '/auth/admin/companies/{id}/members',
    summary: 'Members of a company, newest first',
    access: platform,
    params: ById,
    query: Shape({ ...pageQuery, search: Type.Optional(Search) }),
    reply: Page(Member),
    problems: [notFound],
  }),
  addMember: endpoint({
    method: 'POST',
    path: '/auth/admin/companies/{id}/members',
    summary: 'Offer an existing user a membership of this company; its administrators are notified',
    description:
      'The membership starts when the user accepts. It cannot be offered to oneself or to a platform user. An offer of a role with power over people, roles, messages or settings is sent once an administrator of the company approves it.',
    access: platform,
    params: ById,
    body: Shape({ email: Email, role: Type.String({ maxLength: 50, examples: ['rm'] }) }),
    reply: Shape({ userId: Id, waits: Waits }),
    status: 201,
    problems: [notFound, memberAlready, membershipOffered, roleUnknown, ownAccount, platformPerson],
  }),
  own: endpoint({
    method: 'GET',
    path: '/auth/company',
    summary: 'The active company and its settings',
    access: can('company.read', 'rm', 'reviewer', 'company-admin', 'auditor', 'platform-admin'),
    reply: Company,
  }),
  drawLogo: endpoint({
    method: 'POST',
    path: '/auth/company/logo-drawing',
    summary: 'Scale a picture down to a logo; nothing is stored',
    description: 'JPEG, PNG, WebP, HEIC or AVIF, at most 10 MB. The reply fits into the settings.',
    access: can('company.update', 'company-admin'),
    upload: { maxBytes: 10_000_000 },
    reply: Shape({ logo: Type.String() }),
    throttle: { points: 20, seconds: 600, by: 'account' },
    problems: [logoUnreadable, unsupportedMediaType],
  }),
  updateOwn: endpoint({
    method: 'PUT',
    path: '/auth/company',
    summary: 'Change the settings of the active company, except its code at Bib',
    description:
      'Settings that affect money wait for a second approval. All others change at once.',
    access: can('company.update', 'company-admin'),
    body: Shape({
      version: Version,
      settings: CompanySettings,
      logo: Type.Optional(Nullable(Logo)),
    }),
    reply: ChangedCompany,
    problems: [notFound, staleVersion, bibTenantFixed, colourTooPale],
  }),
}
