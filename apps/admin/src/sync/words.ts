// Words of the sync screens besides the shared vocabulary.
import type { CompanyTask } from '@rmtools/contracts/crm/outbox'
import type { State } from '@rmtools/look/states'
import { nouns, say, type Bilingual } from '@rmtools/look/words'

export const parts = ['outbox', 'reconciliations', 'poison'] as const

export const partWords = {
  outbox: say('Pengiriman keluar', 'Outbound jobs'),
  reconciliations: say('Rekonsiliasi', 'Reconciliation'),
  poison: say('Pesan tak terbaca', 'Unreadable messages'),
} as const

/** The label of a job, by its task. */
export const taskWords: Readonly<Record<CompanyTask, Bilingual>> = {
  'bib.investor': say('Kirim investor ke Bib', 'Send an investor to Bib'),
  'bib.instruction': say('Kirim instruksi ke Bib', 'Send an instruction to Bib'),
  'bib.cancel': say('Batalkan instruksi di Bib', 'Cancel an instruction at Bib'),
  'bib.reconcile': say('Bandingkan dengan Bib', 'Compare with Bib'),
  message: say('Kirim pesan kepada investor', 'Send a message to an investor'),
  'message.fall-back': say(
    'Kirim pesan WhatsApp lewat SMS bila tidak sampai',
    'Send a WhatsApp message by SMS if it is not delivered',
  ),
  notify: say('Beri tahu pengguna', 'Notify a user'),
  'instruction.expire': say('Akhiri tautan instruksi', "Expire an instruction's link"),
  'bib.payer': say('Keputusan atas pembayar', 'Decision about a payer'),
  'plan.run': say('Jalankan rencana berkala', 'Run a recurring plan'),
  'plan.expire': say('Akhiri tautan mandat', 'Expire the link to a mandate'),
  'statement.batch': say('Siapkan laporan bulanan', 'Prepare monthly statements'),
  'statement.make': say('Buat laporan bulanan', 'Make a monthly statement'),
  'payment.due': say('Periksa batas pembayaran', 'Look at the due time of a payment'),
  'approval.remind': say('Ingatkan tautan persetujuan', 'Remind of an approval link'),
  'registration.remind': say('Ingatkan tautan pendaftaran', 'Remind of a registration link'),
  'risk.expiring': say('Ingatkan profil risiko', 'Remind of risk profiles'),
  'lead.remind': say('Ingatkan tindak lanjut', 'Remind of a follow-up'),
  'document.erase': say('Hapus berkas', 'Delete a file'),
}

export const breakerStates: Readonly<Record<'closed' | 'open' | 'half-open', State>> = {
  closed: { tone: 'done', word: say('Tersambung ke Bib', 'Bib is reachable') },
  open: {
    tone: 'failed',
    word: say(
      'Bib tidak dapat dihubungi; segera dicoba lagi',
      'Bib cannot be reached; retrying shortly',
    ),
  },
  'half-open': {
    tone: 'waiting',
    word: say('Sambungan ke Bib sedang diuji', 'Testing the connection to Bib'),
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
  unresolved: { tone: 'waiting', word: say('Perlu diperiksa', 'Needs review') },
}

export const entityWords = { investor: nouns.investor, instruction: nouns.instruction } as const
export const fieldWords = {
  record: say('Keberadaan', 'Existence'),
  status: say('Status', 'Status'),
  externalId: say('Nomor di Bib', 'ID at Bib'),
} as const

export const words = {
  title: say('Sinkronisasi', 'Sync'),
  part: say('Bagian', 'Part'),
  state: say('Status', 'Status'),
  all: say('Semua', 'All'),
  task: say('Pekerjaan', 'Work'),
  allTasks: say('Semua pekerjaan', 'All jobs'),
  record: say('Data', 'Record'),
  open: say('Buka', 'Open'),
  attempts: say('Percobaan', 'Attempts'),
  attemptsOf: say('{n} dari {max}', '{n} of {max}'),
  error: say('Kesalahan terakhir', 'Last error'),
  created: say('Dibuat', 'Created'),
  next: say('Dicoba lagi', 'Next attempt'),
  replay: say('Ulangi', 'Replay'),
  replayed: say('Pekerjaan {id} diulangi.', 'Job {id} is being retried.'),
  mayNotReplay: say('Peran Anda hanya dapat melihat.', 'Your role can only view this.'),
  notFailed: say(
    'Belum gagal; akan selesai secara otomatis.',
    'It has not failed and will complete automatically.',
  ),
  replayAll: say('Ulangi semua yang gagal', 'Replay all failed jobs'),
  chooseTask: say('Pilih satu jenis pekerjaan lebih dahulu.', 'Choose one job type first.'),
  replayAllTitle: say('Ulangi semua yang gagal: {task}?', 'Replay all failed jobs: {task}?'),
  replayAllText: say(
    'Setiap pekerjaan dicoba lagi dengan semua percobaannya. Bib mengenali yang sudah pernah diterimanya.',
    'Each job is retried with all its attempts. Bib recognises what it has already received.',
  ),
  replayAllDone: say('{done} diulangi, {failed} ditolak.', '{done} replayed, {failed} rejected.'),
  progress: say('{done} dari {all}', '{done} of {all}'),
  none: say('Tidak ada yang menunggu', 'Nothing is waiting'),
  noneHint: say('Semua yang harus keluar sudah terkirim.', 'Everything has been sent.'),
  noneDead: say('Tidak ada yang gagal', 'Nothing has failed'),
  runNow: say('Bandingkan sekarang', 'Reconcile now'),
  started: say('Perbandingan dimulai.', 'The comparison has started.'),
  startedAt: say('Dimulai', 'Started'),
  startedBy: say('Oleh', 'By'),
  schedule: say('Jadwal malam', 'Nightly schedule'),
  user: say('Pengguna', 'A user'),
  compared: say('Dibandingkan', 'Compared'),
  applied: say('Disesuaikan', 'Adjusted'),
  unresolved: say('Perlu diperiksa', 'Needs review'),
  noRuns: say('Belum pernah dibandingkan', 'Not compared yet'),
  noRunsHint: say(
    'Perbandingan berjalan setiap malam; Anda dapat memulainya sekarang.',
    'It runs every night; you can start it now.',
  ),
  differences: say('Selisih', 'Differences'),
  noDifferences: say('Tidak ada selisih dengan Bib.', 'No differences with Bib.'),
  ours: say('Di sini', 'Here'),
  theirs: say('Di Bib', 'At Bib'),
  absent: say('tidak ada', 'absent'),
  field: say('Isian', 'Field'),
  outcome: say('Hasil', 'Outcome'),
  anyOutcome: say('Semua hasil', 'All outcomes'),
  noneOfOutcome: say('Tidak ada selisih dengan hasil ini.', 'No differences with this outcome.'),
  run: say('Perbandingan {at}', 'Reconciliation of {at}'),
  period: say('Perubahan di Bib sejak', 'Changes at Bib since'),
  everything: say('semua', 'all'),
  received: say('Diterima', 'Received'),
  message: say('Pesan', 'Message'),
  why: say('Penyebab tidak terbaca', 'Why it is unreadable'),
  noPoison: say('Semua pesan Bib terbaca', 'All messages from Bib were readable'),
} as const
