// The kinds of messages to investors: the channels of each, and what their wordings may contain.
import { NamedList } from '../list-names.ts'

export const messageKinds = NamedList('MessageKind', [
  'approval-link',
  'approval-code',
  'registration-link',
  'registration-code',
  'registration-returned',
  'registration-refused',
  'link-expires',
  'page-link',
  'page-code',
  'welcome',
  'identifiers-ready',
  'contact-changed',
  'bank-account-changed',
  'risk-profile-changed',
  'risk-profile-expires',
  'order-allotted',
  'order-settled',
  'order-refused',
  'order-cancelled',
  'allocation-corrected',
  'refund-pending',
  'refund-paid',
  'payment-due',
  'payment-received',
  'payment-short',
  'payment-excess',
  'payment-late',
  'payment-held',
  'payment-returned',
  'payment-missed',
  'plan-link',
  'plan-signed',
  'plan-debit',
  'plan-retry',
  'plan-skipped',
  'plan-changed',
  'statement-ready',
])
export type MessageKind = (typeof messageKinds)[number]
export const messageChannels = NamedList('MessageChannel', ['email', 'sms'])
export type MessageChannel = (typeof messageChannels)[number]

/** Sample values of placeholders for a preview. */
export const messageSamples = {
  investorName: 'Siti Rahmawati',
  rmName: 'Rina Wijaya',
  companyName: 'PT Samudra Sekuritas',
  productName: 'Reksa Dana Andalan Dana Kas',
  link: 'https://rm.example.co.id/i/contoh',
  days: '7',
  code: '123456',
  minutes: '5',
  before: '3.333,1234 unit, NAB 1.500,1234',
  after: '3.321,4988 unit, NAB 1.505,3738',
  amount: 'Rp 5.000.000',
  bankName: 'Bank Mandiri',
  account: '8800000000012',
  dueAt: '23 Nov 2026, 13.00 WIB',
  identifiers: 'SID IDD********3456, IFUA AD**********89',
  units: '3.333,1234',
  nav: '1.500,1234',
  navDate: '23 Nov 2026',
  reason: 'Produk sedang tidak menerima transaksi ini.',
  subject: 'persetujuan Reksa Dana Andalan Dana Kas',
  contact: 'nomor ponsel',
  change: 'ditambahkan dan sedang diperiksa',
  band: '3 · Moderat',
  until: '30 Nov 2027',
  date: '25 Des 2026',
  month: 'November 2026',
} as const
export type Placeholder = keyof typeof messageSamples

const byBoth = ['email', 'sms'] as const
const people: readonly Placeholder[] = ['investorName', 'rmName', 'companyName']
const ofOrder: readonly Placeholder[] = [...people, 'productName']
const ofRefund: readonly Placeholder[] = [...ofOrder, 'amount']
const ofPayment: readonly Placeholder[] = [...ofRefund, 'bankName', 'account', 'dueAt']

const ofPlan: readonly Placeholder[] = [...ofRefund, 'date', 'link']

/** What a client may decline; everything else is needed. */
export type MessageTopic = 'reminder' | 'statement'

type Declared = {
  /** The channels with a wording. What is sent by SMS may also be sent by WhatsApp. */
  channels: readonly MessageChannel[]
  placeholders: readonly Placeholder[]
  required: Placeholder
  topic?: MessageTopic
  /** Wanted by somebody who waits for it, so it is sent in the quiet hours too. */
  isAwaited?: true
}

const toBoth = (
  placeholders: readonly Placeholder[],
  required: Placeholder,
  more: Pick<Declared, 'topic' | 'isAwaited'> = {},
): Declared => ({ channels: byBoth, placeholders, required, ...more })
const code: Declared = {
  channels: ['sms'],
  placeholders: ['companyName', 'code', 'minutes'],
  required: 'code',
  isAwaited: true,
}

/**
 * The channels of each message, its placeholders, and the required one: without the link or the
 * code the message would be useless.
 */
export const messageDeclarations: Readonly<Record<MessageKind, Declared>> = {
  'approval-link': toBoth([...ofOrder, 'link'], 'link', { isAwaited: true }),
  'approval-code': code,
  'registration-link': toBoth([...people, 'link', 'days'], 'link', { isAwaited: true }),
  'registration-code': code,
  'registration-returned': toBoth(people, 'rmName'),
  'registration-refused': toBoth(people, 'companyName'),
  'link-expires': toBoth([...people, 'subject', 'dueAt'], 'dueAt', { topic: 'reminder' }),
  'page-link': toBoth([...people, 'link', 'days'], 'link', { isAwaited: true }),
  'page-code': code,
  welcome: toBoth([...people, 'identifiers'], 'identifiers'),
  'identifiers-ready': toBoth([...people, 'identifiers'], 'identifiers'),
  'contact-changed': toBoth([...people, 'contact', 'before', 'after'], 'after'),
  'bank-account-changed': toBoth([...people, 'bankName', 'account', 'change'], 'account'),
  'risk-profile-changed': toBoth([...people, 'band', 'until'], 'band'),
  'risk-profile-expires': toBoth([...people, 'band', 'until'], 'until', { topic: 'reminder' }),
  'order-allotted': toBoth([...ofRefund, 'units', 'nav', 'navDate'], 'units'),
  'order-settled': toBoth([...ofRefund, 'account'], 'amount'),
  'order-refused': toBoth([...ofOrder, 'reason'], 'reason'),
  'order-cancelled': toBoth([...ofOrder, 'reason'], 'productName'),
  'allocation-corrected': toBoth([...ofOrder, 'before', 'after'], 'after'),
  'refund-pending': toBoth(ofRefund, 'amount'),
  'refund-paid': toBoth(ofRefund, 'amount'),
  'payment-due': toBoth(ofPayment, 'account'),
  'payment-received': toBoth(ofRefund, 'amount'),
  'payment-short': toBoth(ofPayment, 'amount'),
  'payment-excess': toBoth(ofRefund, 'amount'),
  'payment-late': toBoth(ofRefund, 'productName'),
  'payment-held': toBoth(ofRefund, 'productName'),
  'payment-returned': toBoth(ofRefund, 'amount'),
  'payment-missed': toBoth(ofRefund, 'productName'),
  'plan-link': toBoth(ofPlan, 'link', { isAwaited: true }),
  'plan-signed': toBoth(ofPlan, 'link', { isAwaited: true }),
  'plan-debit': toBoth(ofPlan, 'amount'),
  'plan-retry': toBoth([...ofPlan, 'reason'], 'reason'),
  'plan-skipped': toBoth([...ofPlan, 'reason'], 'reason'),
  'plan-changed': toBoth([...ofPlan, 'reason'], 'reason'),
  'statement-ready': toBoth([...people, 'month', 'link'], 'link', { topic: 'statement' }),
}

/** Whether a message is a one-time code. */
export const isCodeKind = (kind: MessageKind) => messageDeclarations[kind].required === 'code'

/** Whether a message contains a code or a link, which is never stored. */
export function isSecretKind(kind: MessageKind): boolean {
  const { placeholders } = messageDeclarations[kind]
  return placeholders.includes('code') || placeholders.includes('link')
}
