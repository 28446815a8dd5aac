// Notifications in words: the server sends the kind and its parameters, and the apps render them in
// the reader's language.
import { accountNotificationWords } from './account-notifications.ts'
import { reasonText } from './bib-words.ts'
import { instructionNotificationWords, onInstruction } from './instruction-notifications.ts'
import { investorNotificationWords } from './investor-notifications.ts'
import { words, type Words } from './notification-sentence.ts'
import { planNotificationWords } from './plan-notifications.ts'
import { planReasonText } from './plan-words.ts'
import { instructionStates } from './states.ts'
import type { Language } from './words.ts'

/** The words of each kind; dev/look.test.ts compares them with the contract's kinds. */
export const notificationWords = {
  'lead.follow-up': words(
    ['Tindak lanjut', 'Follow-up'],
    ['Saatnya menindaklanjuti {leadName}.', 'It is time to follow up with {leadName}.'],
  ),
  'lead.assigned': words(
    ['Prospek untuk Anda', 'New lead for you'],
    ['{leadName} diberikan kepada Anda.', '{leadName} was given to you.'],
  ),
  'book.received': words(
    ['Buku diterima', 'Book received'],
    [
      'Dari {fromName}: {leads} prospek, {investors} investor.',
      'From {fromName}: {leads} leads, {investors} investors.',
    ],
  ),
  'book.given': words(
    ['Buku diserahkan', 'Book handed over'],
    [
      'Kepada {toName}: {leads} prospek, {investors} investor.',
      'To {toName}: {leads} leads, {investors} investors.',
    ],
  ),
  'change.waiting': words(
    ['Menunggu keputusan Anda', 'Waiting for your decision'],
    ['Sebuah perubahan menunggu persetujuan kedua.', 'A change is waiting for a second approval.'],
  ),
  'change.approved': words(
    ['Perubahan disetujui', 'Change approved'],
    ['Perubahan yang Anda minta disetujui.', 'The change you requested was approved.'],
  ),
  'change.rejected': words(
    ['Perubahan ditolak', 'Change rejected'],
    [
      'Perubahan yang Anda minta ditolak: {reason}',
      'The change you requested was rejected: {reason}',
    ],
  ),
  'licence.expiring': words(
    ['Izin akan berakhir', 'Licence ends soon'],
    ['Izin Anda berakhir dalam {daysLeft} hari.', 'Your licence ends in {daysLeft} days.'],
  ),
  'licence.expiring-of-rm': words(
    ['Izin RM akan berakhir', "An RM's licence ends soon"],
    [
      'Izin {rmName} berakhir dalam {daysLeft} hari.',
      'The licence of {rmName} ends in {daysLeft} days.',
    ],
  ),
  ...accountNotificationWords,
  ...investorNotificationWords,
  ...instructionNotificationWords,
  ...planNotificationWords,
}
const other = words(
  ['Pemberitahuan', 'Notification'],
  ['Buka untuk melihatnya.', 'Open it to see.'],
)

const byKind: Readonly<Partial<Record<string, Words>>> = notificationWords

/** Kinds whose reason is a code of Bib's, which is shown in words. */
const saysReason: ReadonlySet<string> = new Set(['instruction.rejected', 'investor.sync-failed'])
const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

function reasonOf(kind: string, reason: unknown, language: Language): unknown {
  if (kind.startsWith('plan.')) return planReasonText(textOf(reason), language) ?? undefined
  return saysReason.has(kind) ? reasonText(textOf(reason), language) : reason
}

/** Fills a sentence with its values; undefined if one is missing. Null values are left out. */
function filled(text: string, values: Record<string, unknown>): string | undefined {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.some((name) => values[name] === undefined)) return undefined
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')).trim()
}

/**
 * A notification as text. Kinds that this version does not know are still shown, and states of
 * instructions by their word.
 */
export function notificationText(
  kind: string,
  params: object,
  language: Language,
): { title: string; text: string } {
  const state = Object.entries(instructionStates).find(
    ([status]) => kind === `instruction.${status}`,
  )?.[1]
  const { title, text } = byKind[kind] ?? (state ? onInstruction : other)
  const given: Record<string, unknown> = { ...params }
  const reason = reasonOf(kind, given['reason'], language)
  const values: Record<string, unknown> = { ...given, reason, stateWord: state?.word[language] }
  return { title: title[language], text: filled(text[language], values) ?? other.text[language] }
}
