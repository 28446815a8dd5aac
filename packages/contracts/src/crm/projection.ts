// What crm must know of users and companies. auth sends it by jobs; no service calls another during
// a request.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, CalendarDate, Id } from '../fields.ts'

const Kept = (maxLength: number) => Type.String({ maxLength })

export const ProjectedUser = Named(
  'ProjectedUser',
  Shape({
    id: Id,
    /**
     * Changes are applied only if this is higher than the stored value: jobs may arrive out of
     * order.
     */
    sequence: Type.Integer(),
    // Wider than what auth accepts, for values it accepted before: a job rejected for its length
    // would never end.
    fullName: Kept(300),
    email: Nullable(Kept(300)),
    phone: Nullable(Kept(50)),
    status: OneOf(['registered', 'pending', 'active', 'rejected', 'inactive']),
    companyIds: Type.Array(Id, { maxItems: 200 }),
    /**
     * The companies that the user administers, and those that the user reviews for, so that crm can
     * notify the user of waiting work.
     */
    adminOf: Type.Array(Id, { maxItems: 200 }),
    reviewerOf: Type.Array(Id, { maxItems: 200 }),
    licenceNumber: Nullable(Kept(100)),
    licenceExpiresOn: Nullable(CalendarDate),
  }),
)
export type ProjectedUser = Static<typeof ProjectedUser>

export const ProjectedCompany = Named(
  'ProjectedCompany',
  Shape({
    id: Id,
    sequence: Type.Integer(),
    code: Kept(100),
    name: Kept(300),
    isActive: Type.Boolean(),
    settings: Type.Object({}, { additionalProperties: true, maxProperties: 100 }),
  }),
)
export type ProjectedCompany = Static<typeof ProjectedCompany>

export const projection = {
  putUser: endpoint({
    method: 'PUT',
    path: '/crm/internal/users',
    summary: 'Send a user to crm',
    access: 'service',
    body: ProjectedUser,
  }),
  putCompany: endpoint({
    method: 'PUT',
    path: '/crm/internal/companies',
    summary: 'Send a company to crm',
    access: 'service',
    body: ProjectedCompany,
  }),
  tenantOf: endpoint({
    method: 'GET',
    path: '/crm/internal/companies/{id}',
    summary: "A company's code at Bib, its cut-off, and the look of its documents",
    access: 'service',
    params: ById,
    reply: Shape({
      tenant: Type.String(),
      code: Type.String(),
      name: Type.String(),
      cutOffDefault: Nullable(Type.String()),
      logo: Type.Optional(Nullable(Type.String())),
      brandColour: Type.Optional(Nullable(Type.String())),
      legalName: Type.Optional(Nullable(Type.String())),
      licenceNumber: Type.Optional(Nullable(Type.String())),
      address: Type.Optional(Nullable(Type.String())),
    }),
  }),
}
