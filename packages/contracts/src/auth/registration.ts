// An RM applies to a company; the company approves.
import Type from 'typebox'
import { endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { Email, FullName, Id, Phone, Text } from '../fields.ts'
import { notFound, problemKind } from '../problem.ts'
import { passwordProblems } from './passwords.ts'
import { GivenPassword, LoginName, SignIn } from './sessions.ts'

export const emailTaken = problemKind('user-email-taken', 409, 'This e-mail address is in use')
export const phoneTaken = problemKind('user-phone-taken', 409, 'This phone number is in use')
export const phoneInvalid = problemKind(
  'phone-invalid',
  422,
  'This is not a phone number that can be called',
)

export const Language = Named('Language', OneOf(['id', 'en']))

export const registration = {
  register: endpoint({
    method: 'POST',
    path: '/auth/register',
    summary: 'Register with a company as an RM; a code goes to the chosen channel',
    access: 'public',
    body: Shape({
      fullName: FullName,
      email: Email,
      phone: Phone,
      password: GivenPassword,
      companyId: Id,
      licenceNumber: Type.Optional(Text(50)),
      language: Type.Optional(Language),
      channel: Type.Optional(OneOf(['email', 'sms'])),
      deviceId: Id,
    }),
    reply: SignIn,
    status: 202,
    problems: [emailTaken, phoneTaken, phoneInvalid, notFound, ...passwordProblems],
    throttle: { points: 30, seconds: 600, by: 'address' },
  }),
  verifyUnique: endpoint({
    method: 'POST',
    path: '/auth/verify-unique',
    summary: 'Whether an e-mail address or phone number is still free',
    access: 'public',
    body: Shape({ login: LoginName }),
    reply: Shape({ unique: Type.Boolean() }),
    throttle: { points: 10, seconds: 60, by: 'address' },
  }),
  companies: endpoint({
    method: 'GET',
    path: '/auth/companies',
    summary: 'Companies that accept registrations',
    access: 'public',
    reply: Shape({
      items: Type.Array(Shape({ id: Id, name: Type.String(), logo: Nullable(Type.String()) })),
    }),
    cacheSeconds: 60,
  }),
}
