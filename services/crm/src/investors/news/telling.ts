// Notifies clients of their own registration and data: a change that they did not ask for comes
// to light here.
import { maskContact, maskEnd } from '@rmtools/kit/secrets'
import type { Transaction } from '@rmtools/kit/db'
import { formatDate } from '@rmtools/look/format'
import { bandOf } from '@rmtools/look/order-words'
import { say, type Language } from '@rmtools/look/words'
import { tellClient } from '../../client-news/telling.ts'
import type { KycCase } from '../queries.ts'
import { bankNameOf, hasHeardOfUs } from './queries.ts'

type Numbers = { sid: string | null; ifua: string | null }
const words = {
  pending: say(
    'SID dan IFUA Anda sedang dibuat oleh KSEI; kami kabarkan begitu terbit',
    'KSEI is making your SID and IFUA; we will tell you as soon as they are issued',
  ),
  phone: say('nomor ponsel', 'mobile number'),
  email: say('alamat e-mail', 'e-mail address'),
  none: say('(belum ada)', '(none)'),
  added: say(
    'ditambahkan dan sedang diperiksa; rekening itu belum dipakai',
    'was added and is being checked; it is not used yet',
  ),
  accepted: say(
    'sudah diperiksa; hasil penjualan Anda dapat dibayarkan ke sana',
    'was checked; your proceeds can be paid to it',
  ),
} as const

/** The numbers as messages show them: their ends, since messages pass through other hands. */
function numbersText({ sid, ifua }: Numbers, language: Language): string {
  const parts = [
    ...(sid === null ? [] : [`SID ${maskEnd(sid)}`]),
    ...(ifua === null ? [] : [`IFUA ${maskEnd(ifua)}`]),
  ]
  return parts.length === 0 ? words.pending[language] : parts.join(', ')
}

/** Welcomes a client who was registered, and tells of numbers that came later. */
export async function tellOfRegistration(
  db: Transaction,
  before: Pick<KycCase, 'id' | 'status'> & Numbers,
  now: Pick<KycCase, 'status'> & Numbers,
): Promise<void> {
  if (now.status !== 'registered') return
  const figures = (language: Language) => ({ identifiers: numbersText(now, language) })
  if (before.status !== 'registered')
    return await tellClient(db, before.id, { kind: 'welcome', once: 'registered', figures })
  if (now.sid === null || (now.sid === before.sid && now.ifua === before.ifua)) return
  const once = `numbers:${now.sid}:${now.ifua ?? ''}`
  await tellClient(db, before.id, { kind: 'identifiers-ready', once, figures })
}

/**
 * Tells of a reviewer's decision where the client has to know: a case that the client filled in is
 * returned, or any is refused. The reasons stay inside: they may concern suspicions.
 */
export async function tellOfDecision(db: Transaction, decided: KycCase): Promise<void> {
  if (decided.status === 'returned' && decided.submittedBy === null)
    await tellClient(db, decided.id, {
      kind: 'registration-returned',
      once: `returned:${decided.version}`,
    })
  if (decided.status === 'rejected')
    await tellClient(db, decided.id, { kind: 'registration-refused', once: 'refused' })
}

type Contact = Pick<KycCase, 'email' | 'phone'>

/** Tells the old and the new contact of a change, once a client has had a message by the old one. */
export async function tellOfContacts(
  db: Transaction,
  before: KycCase,
  now: Contact,
): Promise<void> {
  const changed = (['email', 'phone'] as const).filter((one) => before[one] !== now[one])
  if (changed.length === 0 || !(await hasHeardOfUs(db, before.id))) return
  for (const what of changed) {
    const shown = (contact: string | null, language: Language) =>
      contact === null ? words.none[language] : maskContact(contact)
    for (const contact of [before[what], now[what]])
      if (contact !== null)
        await tellClient(db, before.id, {
          kind: 'contact-changed',
          contacts: { email: null, phone: null, [what]: contact },
          figures: (language) => ({
            contact: words[what][language],
            before: shown(before[what], language),
            after: shown(now[what], language),
          }),
        })
  }
}

type Account = { id: string; bankCode: string; number: string }

/** Tells a registered client of an account that was added, or that may be paid to. */
export async function tellOfAccount(
  db: Transaction,
  { id, status }: Pick<KycCase, 'id' | 'status'>,
  { account, step }: { account: Account; step: 'added' | 'accepted' },
): Promise<void> {
  if (status !== 'registered') return
  const bankName = await bankNameOf(db, account.bankCode)
  await tellClient(db, id, {
    kind: 'bank-account-changed',
    once: `account:${account.id}:${step}`,
    isByBoth: true,
    figures: (language) => ({ bankName, account: account.number, change: words[step][language] }),
  })
}

/** Tells a registered client of a new risk profile. */
export async function tellOfRisk(
  db: Transaction,
  { id, status }: Pick<KycCase, 'id' | 'status'>,
  profile: { id: string; band: number; expiresOn: string },
): Promise<void> {
  if (status !== 'registered') return
  await tellClient(db, id, {
    kind: 'risk-profile-changed',
    once: `risk:${profile.id}`,
    figures: (language) => ({
      band: bandOf(profile.band, language),
      until: formatDate(profile.expiresOn, language),
    }),
  })
}
