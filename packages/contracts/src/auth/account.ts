// The signed-in user: profile, settings, companies.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Email, Id, Phone } from '../fields.ts'
import { invalidInput, problemKind, tooManyRequests } from '../problem.ts'
import { passwordProblems } from './passwords.ts'
import { emailTaken, Language, phoneInvalid, phoneTaken } from './registration.ts'
import type { PushGroup } from './notification-kinds.ts'
import { GivenPassword, sessionEnded, SignIn } from './sessions.ts'

export const wrongPassword = problemKind('wrong-password', 422, 'The current password is wrong')

/** Which notifications are pushed to the phone; all stay readable in the list. */
export const PushPreferences = Named(
  'PushPreferences',
  Shape({
    leads: Type.Boolean(),
    investors: Type.Boolean(),
    instructions: Type.Boolean(),
    security: Type.Boolean(),
  } satisfies Record<PushGroup, unknown>),
)
export type PushPreferences = Static<typeof PushPreferences>

const OwnCompany = Named(
  'OwnCompany',
  Shape({
    id: Id,
    code: Type.String(),
    name: Type.String(),
    role: Type.String(),
    isActive: Type.Boolean({ description: 'The company of this session' }),
  }),
)

export const Me = Named(
  'Me',
  Shape({
    id: Id,
    fullName: Type.String(),
    email: Nullable(Type.String()),
    phone: Nullable(Type.String()),
    language: Language,
    licenceNumber: Nullable(Type.String()),
    licenceExpiresOn: Nullable(CalendarDate),
    pushPreferences: PushPreferences,
    lastLoginAt: Nullable(Type.String()),
    companyId: Id,
    role: Type.String(),
    permissions: Type.Array(Type.String()),
    companies: Type.Array(OwnCompany),
  }),
)
export type Me = Static<typeof Me>

const companyIds = {
  summary: 'The companies that the user may act in',
  access: 'session',
  reply: Shape({ items: Type.Array(OwnCompany) }),
} as const

export const account = {
  stepUp: endpoint({
    method: 'POST',
    path: '/auth/step-up',
    summary: 'Enter the password again; returns an access token for operations that require it',
    access: 'session',
    body: Shape({ currentPassword: GivenPassword }),
    reply: SignIn,
    problems: [wrongPassword, sessionEnded, tooManyRequests],
    throttle: { points: 30, seconds: 600, by: 'account' },
  }),
  me: endpoint({
    method: 'GET',
    path: '/auth/me',
    summary: 'The signed-in user and their permissions',
    access: 'session',
    reply: Me,
  }),
  changeSetting: endpoint({
    method: 'PUT',
    path: '/auth/change-setting',
    summary: 'Change one setting; password, e-mail and phone need the current password',
    description:
      'A new e-mail address or phone number takes effect when the code sent to it is verified at verify-otp.',
    access: 'session',
    body: Shape(
      {
        setting: OneOf(['password', 'email', 'phone', 'language', 'push']),
        currentPassword: Type.Optional(GivenPassword),
        password: Type.Optional(GivenPassword),
        email: Type.Optional(Email),
        phone: Type.Optional(Phone),
        language: Type.Optional(Language),
        push: Type.Optional(PushPreferences),
      },
      { examples: [{ setting: 'language', language: 'en' }] },
    ),
    reply: SignIn,
    problems: [
      invalidInput,
      wrongPassword,
      emailTaken,
      phoneTaken,
      phoneInvalid,
      tooManyRequests,
      ...passwordProblems,
    ],
    throttle: { points: 30, seconds: 60, by: 'address' },
  }),
  companyIds: endpoint({ method: 'GET', path: '/auth/companyIds', ...companyIds }),
  /** The original specification's spelling. */
  companylds: endpoint({ method: 'GET', path: '/auth/companylds', ...companyIds }),
}
