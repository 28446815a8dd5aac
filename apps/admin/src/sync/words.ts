// What the sync cockpit says beside the shared vocabulary.
import type { CompanyTask } from '@rmtools/contracts/crm/outbox'
import type { State } from '@rmtools/look/states'
import { nouns, say, type Bilingual } from '@rmtools/look/words'

export const parts = ['outbox', 'reconciliations', 'poison'] as const

export const partWords = {
  outbox: say('Pekerjaan keluar', 'Outgoing work'),
  reconciliations: say('Rekonsiliasi', 'Reconciliation'),
  poison: say('Pesan tak terbaca', 'Unreadable messages'),
} as const

/** What a job does, by its task. */
export const taskWords: Readonly<Record<CompanyTask, Bilingual>> = {
  'bib.investor': say('Serahkan investor ke Bib', 'Hand an investor to Bib'),
  'bib.instruction': say('Serahkan instruksi ke Bib', 'Hand an instruction to Bib'),
  'bib.cancel': say('Batalkan instruksi di Bib', 'Cancel an instruction at Bib'),
  'bib.reconcile': say('Bandingkan dengan Bib', 'Compare with Bib'),
  message: say('Kirim pesan kepada investor', 'Send a message to an investor'),
  notify: say('Beri tahu pengguna', 'Notify a user'),
  'instruction.expire': say('Akhiri tautan instruksi', "End an instruction's link"),
  'lead.remind': say('Ingatkan tindak lanjut', 'Remind of a follow-up'),
  'document.erase': say('Hapus berkas', 'Erase a file'),
}

export const breakerStates: Readonly<Record<'closed' | 'open' | 'half-open', State>> = {
  closed: { tone: 'done', word: say('Tersambung ke Bib', 'Calls to Bib get through') },
  open: {
    tone: 'failed',
    word: say(
      'Bib tidak dapat dihubungi; dicoba lagi sebentar lagi',
      'Bib cannot be reached; tried again shortly',
    ),
  },
  'half-open': {
    tone: 'waiting',
    word: say('Sambungan ke Bib sedang dicoba', 'The way to Bib is being tried'),
  },
}

export const runStates: Readonly<Record<'waiting' | 'running' | 'done' | 'failed', State>> = {
  waiting: { tone: 'waiting', word: say('Menunggu', 'Waiting') },
  running: { tone: 'progress', word: say('Berjalan', 'Running') },
  done: { tone: 'done', word: say('Selesai', 'Done') },
  failed: { tone: 'failed', word: say('Gagal', 'Failed') },
}

export const outcomeStates: Readonly<Record<'applied' | 'unresolved', State>> = {
  applied: { tone: 'done', word: say('Disesuaikan', 'Adjusted') },
  unresolved: { tone: 'waiting', word: say('Perlu dilihat', 'To be looked at') },
}

export const entityWords = { investor: nouns.investor, instruction: nouns.instruction } as const
export const fieldWords = {
  record: say('Keberadaan', 'The record itself'),
  status: say('Status', 'Status'),
  externalId: say('Nomor di Bib', "Bib's id"),
} as const

export const words = {
  title: say('Sinkronisasi', 'Sync'),
  part: say('Bagian', 'Part'),
  state: say('Status', 'Status'),
  all: say('Semua', 'All'),
  task: say('Pekerjaan', 'Work'),
  allTasks: say('Semua pekerjaan', 'All work'),
  record: say('Data', 'Record'),
  open: say('Buka', 'Open'),
  attempts: say('Percobaan', 'Attempts'),
  attemptsOf: say('{n} dari {max}', '{n} of {max}'),
  error: say('Kesalahan terakhir', 'Last error'),
  created: say('Dibuat', 'Created'),
  next: say('Dicoba lagi', 'Tried again'),
  replay: say('Ulangi', 'Replay'),
  replayed: say('Pekerjaan {id} diulangi.', 'Job {id} is tried again.'),
  mayNotReplay: say('Peran Anda hanya dapat melihat.', 'Your role may only look.'),
  notFailed: say(
    'Belum gagal: dikerjakan dengan sendirinya.',
    'It has not failed; it will complete by itself.',
  ),
  replayAll: say('Ulangi semua yang gagal', 'Replay all that failed'),
  chooseTask: say('Pilih satu pekerjaan lebih dahulu.', 'Choose one kind of work first.'),
  replayAllTitle: say('Ulangi semua yang gagal: {task}?', 'Replay all that failed: {task}?'),
  replayAllText: say(
    'Setiap pekerjaan dicoba lagi dengan semua percobaannya. Bib mengenali yang sudah pernah diterimanya.',
    'Each is tried again with all its attempts. Bib recognises what it has taken before.',
  ),
  replayAllDone: say('{done} diulangi, {failed} ditolak.', '{done} replayed, {failed} refused.'),
  progress: say('{done} dari {all}', '{done} of {all}'),
  none: say('Tidak ada yang menunggu', 'Nothing is waiting'),
  noneHint: say('Semua yang harus keluar sudah terkirim.', 'Everything has been sent.'),
  noneDead: say('Tidak ada yang gagal', 'Nothing has failed'),
  runNow: say('Bandingkan sekarang', 'Compare now'),
  started: say('Perbandingan dimulai.', 'The comparison has started.'),
  startedAt: say('Dimulai', 'Started'),
  startedBy: say('Oleh', 'By'),
  schedule: say('Jadwal malam', 'Nightly schedule'),
  user: say('Pengguna', 'A user'),
  compared: say('Dibandingkan', 'Compared'),
  applied: say('Disesuaikan', 'Adjusted'),
  unresolved: say('Perlu dilihat', 'To be looked at'),
  noRuns: say('Belum pernah dibandingkan', 'Not compared yet'),
  noRunsHint: say(
    'Perbandingan berjalan setiap malam; Anda dapat memulainya sekarang.',
    'It runs every night; you can start it now.',
  ),
  differences: say('Perbedaan', 'Differences'),
  noDifferences: say('Tidak ada perbedaan dengan Bib.', 'No difference from Bib.'),
  ours: say('Di sini', 'Here'),
  theirs: say('Di Bib', 'At Bib'),
  absent: say('tidak ada', 'absent'),
  field: say('Isian', 'Field'),
  outcome: say('Hasil', 'Outcome'),
  anyOutcome: say('Semua hasil', 'Any outcome'),
  noneOfOutcome: say('Tidak ada perbedaan dengan hasil ini.', 'No difference of this outcome.'),
  run: say('Perbandingan {at}', 'Comparison of {at}'),
  period: say('Perubahan di Bib sejak', 'Changes at Bib since'),
  everything: say('semuanya', 'all there are'),
  received: say('Diterima', 'Received'),
  message: say('Pesan', 'Message'),
  why: say('Mengapa tidak terbaca', 'Why it was not understood'),
  noPoison: say('Semua pesan Bib terbaca', "All of Bib's messages were understood"),
} as const
