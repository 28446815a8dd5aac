// Users of a company, as its administration sees them.
import Type, { type Static } from 'typebox'
import { can, Changes, endpoint, Nullable, OneOf, pageQuery, Shape, Named } from '../endpoint.ts'
import { Waits } from '../crm/four-eyes.ts'
import { ById, CalendarDate, Id, Instant, Search, Text, Version } from '../fields.ts'
import { CountedPage, countQuery, createdQuery, orderQuery, SomeOf } from '../lists.ts'
import { notFound, problemKind, staleVersion, wrongState } from '../problem.ts'
import { emailTaken, phoneInvalid, phoneTaken } from './registration.ts'
import { editedUserSchemas, shownUserSchemas, userDescription } from './user-fields.ts'
import { NamedList } from '../list-names.ts'

export const ownAccount = problemKind('own-account', 403, 'You cannot decide on your own account')
export const ownWork = problemKind('own-work', 403, 'You cannot approve what you created')
export const roleAboveOwn = problemKind(
  'role-above-own',
  403,
  'You cannot grant or revoke more power over users than you have',
)
export const roleUnknown = problemKind('role-unknown', 422, 'There is no such role')

export const userStatuses = NamedList('UserStatus', [
  'registered',
  'pending',
  'active',
  'rejected',
  'inactive',
])
export type UserStatus = (typeof userStatuses)[number]

export const User = Named(
  'User',
  Shape({
    id: Id,
    companyId: Id,
    email: Nullable(Type.String()),
    phone: Nullable(Type.String()),
    isEmailProved: Type.Boolean({
      description:
        'Verified by a code, or entered by an administrator; otherwise only claimed at registration',
    }),
    isPhoneProved: Type.Boolean(),
    /** In this company: a member of several companies may be inactive in this one only. */
    status: OneOf(userStatuses),
    ...shownUserSchemas,
    roleId: Id,
    isInvited: Type.Boolean({ description: 'Has not set a password yet' }),
    decisionReason: Nullable(Type.String()),
    lastLoginAt: Nullable(Instant),
    createdAt: Instant,
    version: Version,
  }),
)
export type User = Static<typeof User>

const Decision = Shape({ id: Id, status: OneOf(userStatuses), version: Version, waits: Waits })
/** Reply to a change that may have to wait: the user in its current state. */
const ChangedUser = Named('ChangedUser', Shape({ ...User.properties, waits: Waits }))
/** The reason for a decision: stored with the record and in the trail. */
export const Reason = Text(500)

export const users = {
  list: endpoint({
    method: 'GET',
    path: '/idty/users',
    summary: 'Users of the company, newest or oldest first',
    access: can('user.read', 'company-admin', 'reviewer', 'auditor', 'platform-admin'),
    query: Shape({
      ...pageQuery,
      ...countQuery,
      status: Type.Optional(OneOf(userStatuses)),
      statuses: Type.Optional(SomeOf(userStatuses)),
      role: Type.Optional(Type.String({ maxLength: 50, description: 'Code of a role' })),
      search: Type.Optional(Search),
      licenceExpiresBefore: Type.Optional(CalendarDate),
      ...createdQuery,
      ...orderQuery,
    }),
    reply: CountedPage(User),
  }),
  get: endpoint({
    method: 'GET',
    path: '/idty/users/{id}',
    summary: 'One user',
    access: can('user.read', 'company-admin', 'reviewer', 'auditor', 'platform-admin'),
    params: ById,
    reply: User,
    problems: [notFound],
  }),
  create: endpoint({
    method: 'POST',
    path: '/idty/users',
    summary: 'Invite a user; an e-mail with a link to set a password goes out',
    description:
      'An invitation to a role with power over people, roles, messages or settings waits for a second approval: until then there is no user, nothing is sent, and the id is that of the pending change.',
    access: can('user.create', 'company-admin', 'platform-admin'),
    body: Shape(userDescription.given),
    reply: ChangedUser,
    status: 201,
    idempotent: true,
    problems: [emailTaken, phoneTaken, phoneInvalid, roleUnknown, roleAboveOwn],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/idty/users/{id}',
    summary: 'Change a user; changing the role ends the sessions',
    description:
      'A role with power over people, roles, messages or settings waits for a second approval. All other changes apply at once.',
    access: can('user.update', 'company-admin', 'platform-admin'),
    params: ById,
    body: Shape({
      version: Version,
      changes: Changes(editedUserSchemas),
    }),
    reply: ChangedUser,
    problems: [notFound, staleVersion, roleUnknown, roleAboveOwn, ownAccount],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/idty/users/{id}',
    summary: 'Remove a user from the company; the record is kept for the trail',
    access: can('user.delete', 'company-admin', 'platform-admin'),
    params: ById,
    query: Shape({ version: Version }),
    problems: [notFound, staleVersion, ownAccount],
  }),
  approveOrReject: endpoint({
    method: 'PATCH',
    path: '/idty/users/{id}/approveOrReject',
    summary: 'Decide on a registration',
    description:
      'Approving a user whose role has power over people, roles, messages or settings waits for a second approval.',
    access: can('user.approve', 'company-admin', 'reviewer'),
    params: ById,
    body: Shape({
      decision: OneOf(['approve', 'reject']),
      reason: Type.Optional(Reason),
      version: Version,
    }),
    reply: Decision,
    problems: [notFound, staleVersion, wrongState, ownAccount, ownWork],
  }),
  activeOrDe: endpoint({
    method: 'PATCH',
    path: '/idty/users/{id}/activeOrDe',
    summary: 'Activate or deactivate; deactivating ends the sessions',
    description:
      'Reactivating a user whose role has power over people, roles, messages or settings waits for a second approval. Deactivating never does.',
    access: can('user.activate', 'company-admin', 'platform-admin'),
    params: ById,
    body: Shape({ decision: OneOf(['activate', 'deactivate']), reason: Reason, version: Version }),
    reply: Decision,
    problems: [notFound, staleVersion, wrongState, ownAccount],
  }),
  reinvite: endpoint({
    method: 'POST',
    path: '/idty/users/{id}/invitation',
    summary: 'Resend the invitation; the earlier link becomes void',
    access: can('user.create', 'company-admin', 'platform-admin'),
    params: ById,
    problems: [notFound, wrongState],
  }),
}
