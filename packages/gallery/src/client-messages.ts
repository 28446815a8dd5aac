// Samples of messages to a client, for the stories of the console and the phone.

const sent = {
  channel: 'whatsapp',
  sentTo: '+62*******0009',
  errorCode: null,
  instructionId: null,
  createdAt: '2026-11-24T02:20:00Z',
  sentAt: '2026-11-24T02:21:00Z',
  deliveredAt: null,
  readAt: null,
  failedAt: null,
  waitsUntil: null,
  canResend: false,
} as const

/** One in each state. */
export const clientMessages = [
  {
    ...sent,
    id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8d01',
    kind: 'order-allotted',
    channel: 'sms',
    state: 'queued',
    sentAt: null,
    waitsUntil: '2026-11-25T00:00:00Z',
  },
  {
    ...sent,
    id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8d02',
    kind: 'plan-link',
    channel: 'email',
    sentTo: 's***@mail.example',
    state: 'sent',
  },
  {
    ...sent,
    id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8d03',
    kind: 'payment-due',
    state: 'delivered',
    deliveredAt: '2026-11-24T02:22:00Z',
    canResend: true,
  },
  {
    ...sent,
    id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8d04',
    kind: 'payment-received',
    state: 'read',
    readAt: '2026-11-24T02:25:00Z',
  },
  {
    ...sent,
    id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8d05',
    kind: 'approval-code',
    state: 'fell-back',
    failedAt: '2026-11-24T02:23:00Z',
    errorCode: 'not-delivered',
  },
  {
    ...sent,
    id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8d06',
    kind: 'statement-ready',
    state: 'failed',
    failedAt: '2026-11-24T02:24:00Z',
    errorCode: '131026',
    canResend: true,
  },
] as const

/** A client who has stated nothing. */
export const clientPreference = {
  channel: null,
  language: null,
  takesReminders: true,
  takesStatements: true,
  hasWhatsapp: false,
  version: 3,
} as const
