// Signing in, staying signed in, signing out.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant, LinkToken, Text } from '../fields.ts'
import { problemKind, tooManyRequests } from '../problem.ts'

export const wrongCredentials = problemKind(
  'wrong-credentials',
  401,
  'The name or the password is wrong',
)
export const accountPending = problemKind(
  'account-pending',
  403,
  'The registration awaits approval',
)
export const accountRejected = problemKind('account-rejected', 403, 'The registration was rejected')
export const accountInactive = problemKind('account-inactive', 403, 'The account is not active')
export const companyClosed = problemKind(
  'company-closed',
  403,
  'The company of the account is closed',
)
export const sessionEnded = problemKind(
  'session-ended',
  401,
  'The session has ended; sign in again',
)

export const ClientKind = Named(
  'ClientKind',
  OneOf(['web', 'mobile'], {
    description: 'web: secrets travel in httpOnly cookies; mobile: in the body',
  }),
)

/**
 * The device as its app describes it. `secret` proves that it is the trusted one (mobile; a browser
 * sends its cookie).
 */
export const DeviceClaim = Named(
  'DeviceClaim',
  Shape({
    id: Id,
    name: Text(100),
    platform: OneOf(['android', 'ios', 'web']),
    secret: Type.Optional(LinkToken),
  }),
)
export type DeviceClaim = Static<typeof DeviceClaim>

/** As at login: an e-mail address or a phone number. */
export const LoginName = Named(
  'LoginName',
  Type.String({
    minLength: 3,
    maxLength: 254,
    examples: ['rina@example.co.id', '081200000001'],
  }),
)
/** Length limits only: the strength of a password is checked where one is set. */
export const GivenPassword = Named('GivenPassword', Type.String({ minLength: 1, maxLength: 512 }))

/** A code was sent, to be entered at verify-otp. */
const challengeFields = {
  challengeId: Type.Optional(Id),
  purpose: Type.Optional(Type.String()),
  channel: Type.Optional(OneOf(['email', 'sms'])),
  destination: Type.Optional(Type.String({ description: 'Masked' })),
  resendAfter: Type.Optional(Type.Integer({ description: 'Seconds' })),
}

/**
 * The state of a sign-in. `signed-in` carries the tokens, `challenge` says where a code was sent,
 * `pending` is a registration waiting for approval, `changed` a setting that was changed.
 */
export const SignIn = Named(
  'SignIn',
  Shape({
    status: OneOf(['signed-in', 'challenge', 'pending', 'changed']),
    accessToken: Type.Optional(Type.String()),
    expiresIn: Type.Optional(Type.Integer({ description: 'Seconds' })),
    refreshToken: Type.Optional(Type.String({ description: 'Mobile only' })),
    deviceSecret: Type.Optional(
      Type.String({ description: 'Mobile only; sent once, when the device becomes trusted' }),
    ),
    userId: Type.Optional(Id),
    companyId: Type.Optional(Id),
    sessionId: Type.Optional(Id),
    ...challengeFields,
  }),
)
export type SignIn = Static<typeof SignIn>

export const Session = Named(
  'Session',
  Shape({
    id: Id,
    client: ClientKind,
    deviceId: Id,
    deviceName: Type.String(),
    companyId: Id,
    ip: Nullable(Type.String()),
    createdAt: Instant,
    lastUsedAt: Instant,
    isCurrent: Type.Boolean(),
  }),
)

const logout = {
  summary: 'End the session; harmless if it has already ended',
  access: 'public',
  status: 200,
  reply: Shape({ status: OneOf(['signed-out']) }),
} as const

export const sessions = {
  login: endpoint({
    method: 'POST',
    path: '/auth/login',
    summary: 'Sign in with a password; a new device must verify a code',
    access: 'public',
    body: Shape({
      login: LoginName,
      password: GivenPassword,
      client: ClientKind,
      device: DeviceClaim,
      companyId: Type.Optional(Id),
    }),
    reply: SignIn,
    problems: [
      wrongCredentials,
      accountPending,
      accountRejected,
      accountInactive,
      companyClosed,
      tooManyRequests,
    ],
    throttle: { points: 120, seconds: 60, by: 'address' },
  }),
  refresh: endpoint({
    method: 'POST',
    path: '/auth/refresh-token',
    summary:
      'Exchange the refresh token for a new pair; a web client sends its cookies and an empty body',
    access: 'public',
    body: Shape({ refreshToken: Type.Optional(LinkToken), deviceSecret: Type.Optional(LinkToken) }),
    reply: SignIn,
    problems: [sessionEnded],
    throttle: { points: 240, seconds: 60, by: 'address' },
  }),
  logout: endpoint({ method: 'GET', path: '/auth/logout', ...logout }),
  logoutByPost: endpoint({ method: 'POST', path: '/auth/logout', ...logout }),
  switchCompany: endpoint({
    method: 'POST',
    path: '/auth/switch-company',
    summary: "Switch to another of the user's companies",
    access: 'session',
    body: Shape({ companyId: Id }),
    reply: SignIn,
    problems: [sessionEnded],
  }),
  list: endpoint({
    method: 'GET',
    path: '/auth/sessions',
    summary: 'Own active sessions',
    access: 'session',
    reply: Shape({ items: Type.Array(Session) }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/auth/sessions/{id}',
    summary: 'End one of the own sessions',
    access: 'session',
    params: ById,
  }),
  revokeOthers: endpoint({
    method: 'POST',
    path: '/auth/sessions/revoke-others',
    summary: 'End all own sessions except this one',
    access: 'session',
    reply: Shape({ ended: Type.Integer() }),
  }),
}
