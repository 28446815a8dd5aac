// Every kind of notification: its parameters, its target, and what may be pushed. This list types
// the words, the icon and the preference of each kind, so that a kind without one of them does not
// compile.
import { keysOf } from '../keys.ts'
import Type, { type Static, type TObject } from 'typebox'
import { Nullable } from '../endpoint.ts'

/** The groups of pushes that users can switch separately. */
export const pushGroups = ['leads', 'investors', 'instructions', 'security'] as const
export type PushGroup = (typeof pushGroups)[number]

/**
 * The subject of a kind: the part before the dot. Personal notifications stay with people after
 * they leave the company.
 */
export const notificationNouns = {
  lead: { push: 'leads' },
  book: {},
  investor: { push: 'investors' },
  instruction: { push: 'instructions' },
  plan: { push: 'instructions' },
  licence: {},
  change: {},
  user: { isPersonal: true },
  security: { push: 'security', isPersonal: true },
} as const satisfies Record<string, { push?: PushGroup; isPersonal?: true }>
export type NotificationNoun = keyof typeof notificationNouns

/** Where a notification may lead. The apps open their own screen for it; `{id}` is the record. */
export const notificationTargets = {
  lead: '/leads/{id}',
  leads: '/leads',
  investor: '/investors/{id}',
  instruction: '/instructions/{id}',
  plan: '/plans/{id}',
  user: '/users/{id}',
  people: '/people',
  account: '/account',
  devices: '/devices',
  secondPerson: '/second-person',
} as const
export type NotificationTarget = keyof typeof notificationTargets

const Name = Type.String()
const MaybeReason = Nullable(Type.String())
/**
 * The parameters of a kind in an earlier version. `convert` reads notifications stored with them.
 */
export type ToldBefore = { params: TObject; convert(params: object): object }
const kind = <P extends TObject, const Target extends NotificationTarget | null = null>(
  params: P,
  target: Target = null as Target,
) => ({
  params,
  target,
})
const ofBook = Type.Object({
  fromName: Name,
  toName: Name,
  leads: Type.Integer(),
  investors: Type.Integer(),
  instructions: Type.Integer(),
})
const ofCase = { investorName: Name }
const decided = kind(Type.Object({ ...ofCase, fields: Type.Array(Type.String()) }), 'investor')
const account = kind(Type.Object({ ...ofCase, number: Type.String() }), 'investor')
const plainCase = kind(Type.Object(ofCase), 'investor')
const ofOrder = { investorName: Name, productName: Name }
const order = kind(Type.Object({ ...ofOrder, reason: Type.Optional(Type.String()) }), 'instruction')
const plan = kind(Type.Object({ ...ofOrder, reason: Type.Optional(Type.String()) }), 'plan')
const licence = Type.Object({
  rmId: Type.String(),
  rmName: Name,
  licenceNumber: Type.String(),
  licenceExpiresOn: Type.String(),
  daysLeft: Type.Integer(),
})
const nothing = Type.Object({})
const decision = kind(Type.Object({ reason: MaybeReason }), 'secondPerson')
const applied = Type.Object({ company: Name, reason: Type.String() })
const member = Type.Object({ name: Name, role: Type.String() })
const contact = kind(Type.Object({ to: Type.String() }))
const much = kind(Type.Object({ name: Name, count: Type.String() }), 'user')
const access = kind(
  Type.Object({ name: Name, company: Name, reason: Type.String(), until: Type.String() }),
  'people',
)

export const notificationKinds = {
  'lead.follow-up': kind(Type.Object({ leadName: Name, at: Type.String() }), 'lead'),
  'book.given': kind(ofBook, 'leads'),
  'book.received': kind(ofBook, 'leads'),
  'investor.submitted': plainCase,
  'investor.resubmitted': plainCase,
  'investor.approved': decided,
  'investor.returned': decided,
  'investor.rejected': decided,
  'investor.registered': plainCase,
  'investor.risk-raised': plainCase,
  'investor.consent-withdrawn': plainCase,
  'investor.sync-failed': kind(Type.Object({ ...ofCase, reason: MaybeReason }), 'investor'),
  'investor.bank-account-accepted': account,
  'investor.bank-account-refused': account,
  'instruction.approved': order,
  'instruction.declined': order,
  'instruction.expired': order,
  'instruction.payment-pending': order,
  'instruction.paid': order,
  'instruction.unpaid': order,
  'instruction.repeated': order,
  'instruction.repeat-asked': order,
  'instruction.payment-short': order,
  'instruction.payment-excess': order,
  'instruction.payment-late': order,
  'instruction.payment-held': order,
  'instruction.payment-unclear': order,
  'instruction.payer-accepted': order,
  'instruction.payer-returned': order,
  'instruction.payer-too-late': order,
  'instruction.allocated': order,
  'instruction.settled': order,
  'instruction.rejected': order,
  'instruction.cancelled': order,
  'instruction.cancel-refused': order,
  'instruction.corrected': order,
  'instruction.refund-pending': order,
  'instruction.refunded': order,
  'instruction.unusual': kind(Type.Object({ ...ofOrder, rmName: Name }), 'instruction'),
  'plan.signed': plan,
  'plan.declined': plan,
  'plan.expired': plan,
  'plan.retrying': plan,
  'plan.skipped': plan,
  'plan.paused': plan,
  'plan.resumed': plan,
  'plan.stopped': plan,
  'plan.revoked': plan,
  'plan.completed': plan,
  'licence.expiring': kind(licence),
  'licence.expiring-of-rm': kind(licence, 'user'),
  'change.waiting': kind(nothing, 'secondPerson'),
  'change.approved': decision,
  'change.rejected': decision,
  'user.registered': kind(Type.Object({ name: Name }), 'user'),
  'user.approved': kind(applied),
  'user.rejected': kind(applied),
  'user.offered': kind(Type.Object({ company: Name }), 'account'),
  'user.offered-by-platform': kind(member),
  'user.offer-declined': kind(member),
  'user.added-by-platform': kind(member),
  'security.password-changed': kind(nothing),
  'security.email-changed': contact,
  'security.phone-changed': contact,
  'security.change-asked': contact,
  'security.new-device': kind(Type.Object({ device: Type.String() }), 'devices'),
  'security.codes-stopped': kind(nothing),
  'security.messages-spent': kind(Type.Object({ channel: Type.String() })),
  'security.many-reveals': much,
  'security.many-exports': much,
  'security.session-stolen': kind(nothing, 'devices'),
  'security.access-ended': kind(nothing),
  'security.platform-access-opened': access,
  'security.platform-access-agreed': access,
  'security.platform-access-ended': access,
} as const satisfies Record<
  `${NotificationNoun}.${string}`,
  { params: TObject; target: NotificationTarget | null; before?: ToldBefore }
>

export type NotificationKind = keyof typeof notificationKinds
export type NotificationParams<K extends NotificationKind> = Static<
  (typeof notificationKinds)[K]['params']
>

/** The content of a notification: the kind with its parameters. */
export type NotificationContent<K extends NotificationKind = NotificationKind> = {
  [One in K]: { kind: One; params: NotificationParams<One> }
}[K]

/** The kinds of some nouns. */
export type KindsOf<Noun extends NotificationNoun> = Extract<NotificationKind, `${Noun}.${string}`>
type PlacedKind = {
  [K in NotificationKind]: (typeof notificationKinds)[K]['target'] extends NotificationTarget
    ? K
    : never
}[NotificationKind]

/** The link of a notification: to the record with this id, if its target has one. */
export function notificationLink(kind: PlacedKind, id = ''): string {
  return notificationTargets[notificationKinds[kind].target].replace('{id}', id)
}

/** The screen and the record of a link; null if this version does not know the link. */
export function targetOfLink(
  link: string | null,
): { target: NotificationTarget; id: string } | null {
  const [, noun = '', id = ''] = /^(\/[a-z-]+)(?:\/([0-9a-f-]{36}))?$/.exec(link ?? '') ?? []
  const path = id === '' ? noun : `${noun}/{id}`
  for (const target of keysOf(notificationTargets))
    if (notificationTargets[target] === path) return { target: target, id }
  return null
}

const nounOf = (kind: string): { push?: PushGroup; isPersonal?: true } | undefined =>
  Object.entries(notificationNouns).find(([noun]) => kind.startsWith(`${noun}.`))?.[1]

/** Whether a kind, even one of another release, is pushed to a user with these preferences. */
export function isPushWanted(
  kind: string,
  preferences: Readonly<Partial<Record<PushGroup, boolean>>>,
): boolean {
  const group = nounOf(kind)?.push
  return group === undefined || (preferences[group] ?? true)
}

/**
 * Whether a kind concerns the user's own account: deactivated, rejected and removed users receive
 * it too.
 */
export const isAboutPerson = (kind: string): boolean => nounOf(kind)?.isPersonal ?? false
