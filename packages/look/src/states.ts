// The appearance of a state: a tone and a word, the same in all three apps. The word carries the
// meaning, and the colour supports it.
import type { Colours } from './colours.ts'
import type { Bilingual } from './words.ts'

/**
 * draft: grey · waiting: amber · returned: amber with a back arrow · progress: blue · done: green ·
 * failed: red · closed: hollow grey.
 */
export type Tone = 'draft' | 'waiting' | 'returned' | 'progress' | 'done' | 'failed' | 'closed'
export type State = { readonly tone: Tone; readonly word: Bilingual }

const state = (tone: Tone, id: string, en: string): State => ({ tone, word: { id, en } })

export const leadStates = {
  new: state('draft', 'Baru', 'New'),
  contacted: state('progress', 'Dihubungi', 'Contacted'),
  qualified: state('progress', 'Memenuhi syarat', 'Qualified'),
  proposal: state('waiting', 'Penawaran', 'Proposal'),
  converted: state('done', 'Menjadi investor', 'Converted'),
  lost: state('closed', 'Tidak berlanjut', 'Lost'),
} as const

export const investorStates = {
  draft: state('draft', 'Draf', 'Draft'),
  'awaiting-investor': state('waiting', 'Menunggu investor', 'Awaiting investor'),
  submitted: state('waiting', 'Menunggu tinjauan', 'Submitted'),
  approved: state('progress', 'Disetujui', 'Approved'),
  returned: state('returned', 'Dikembalikan', 'Returned'),
  rejected: state('failed', 'Ditolak', 'Rejected'),
  syncing: state('progress', 'Disinkronkan', 'Syncing'),
  registered: state('done', 'Terdaftar', 'Registered'),
  'sync-failed': state('failed', 'Sinkronisasi gagal', 'Sync failed'),
} as const

export const instructionStates = {
  draft: state('draft', 'Draf', 'Draft'),
  'awaiting-approval': state('waiting', 'Menunggu persetujuan', 'Awaiting approval'),
  approved: state('progress', 'Disetujui', 'Approved'),
  declined: state('failed', 'Ditolak investor', 'Declined'),
  expired: state('closed', 'Kedaluwarsa', 'Expired'),
  cancelled: state('closed', 'Dibatalkan', 'Cancelled'),
  sent: state('progress', 'Terkirim', 'Sent'),
  received: state('progress', 'Diterima', 'Received'),
  'payment-pending': state('waiting', 'Menunggu pembayaran', 'Awaiting payment'),
  paid: state('progress', 'Dibayar', 'Paid'),
  'sent-to-manager': state('progress', 'Dikirim ke manajer investasi', 'Sent to manager'),
  allocated: state('progress', 'Unit dialokasikan', 'Allocated'),
  settled: state('done', 'Selesai', 'Settled'),
  rejected: state('failed', 'Ditolak', 'Rejected'),
} as const

export const planStates = {
  'awaiting-approval': state('waiting', 'Menunggu tanda tangan', 'Awaiting signature'),
  active: state('done', 'Berjalan', 'Active'),
  paused: state('waiting', 'Dijeda', 'Paused'),
  completed: state('done', 'Selesai', 'Completed'),
  stopped: state('closed', 'Dihentikan', 'Stopped'),
  revoked: state('closed', 'Dicabut investor', 'Revoked'),
  declined: state('failed', 'Ditolak investor', 'Declined'),
  expired: state('closed', 'Kedaluwarsa', 'Expired'),
} as const

export const planRunStates = {
  made: state('progress', 'Sedang dibeli', 'Under way'),
  done: state('done', 'Terbeli', 'Bought'),
  retrying: state('waiting', 'Akan dicoba lagi', 'To be tried again'),
  skipped: state('failed', 'Dilewati', 'Skipped'),
} as const

export const userStates = {
  registered: state('draft', 'Terdaftar', 'Registered'),
  pending: state('waiting', 'Menunggu persetujuan', 'Pending'),
  active: state('done', 'Aktif', 'Active'),
  rejected: state('failed', 'Ditolak', 'Rejected'),
  inactive: state('closed', 'Nonaktif', 'Inactive'),
} as const

export const jobStates = {
  waiting: state('waiting', 'Menunggu', 'Waiting'),
  retrying: state('progress', 'Dicoba lagi', 'Retrying'),
  dead: state('failed', 'Gagal', 'Failed'),
} as const

export const productStates = {
  ACTIVE: state('done', 'Ditawarkan', 'Offered'),
  SUSPENDED: state('waiting', 'Dihentikan sementara', 'Suspended'),
  CLOSED: state('closed', 'Ditutup', 'Closed'),
} as const

/** Changes on the phone that have not reached the server. */
export const unsentState = state('waiting', 'Menunggu dikirim', 'Waiting to be sent')

/** The colour of a tone's dot or arrow. `closed` is drawn hollow. */
export function toneColour(tone: Tone, colours: Colours): string {
  const of: Record<Tone, string> = {
    draft: colours.textFaint,
    closed: colours.textFaint,
    waiting: colours.warning,
    returned: colours.warning,
    progress: colours.information,
    done: colours.success,
    failed: colours.danger,
  }
  return of[tone]
}
