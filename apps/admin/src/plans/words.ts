// Words of the screens of plans besides the shared vocabulary.
import { say } from '@rmtools/look/words'

export const words = {
  empty: say('Belum ada rencana berkala', 'No recurring plans yet'),
  emptyHint: say(
    'RM membuat rencana di aplikasi, dari halaman investor atau produk.',
    'RMs make plans in the app, on the page of an investor or a product.',
  ),
  noMatch: say('Tidak ada rencana yang cocok', 'No plan matches'),
  noMatchHint: say('Longgarkan penyaring.', 'Loosen the filters.'),
  failing: say('Gagal atau akan dicoba lagi', 'Failing or to be tried again'),
  all: say('Semua', 'All'),
  open: say('Berjalan', 'Running'),
  waiting: say('Menunggu tanda tangan', 'Awaiting signature'),
  ended: say('Berakhir', 'Ended'),
  status: say('Status', 'Status'),
  funds: say('Produk', 'Products'),
  skipped: say('{count} dilewati', '{count} skipped'),
  retrying: say('{count} akan dicoba lagi', '{count} to be tried again'),
  terms: say('Rencana', 'Plan'),
  history: say('Riwayat', 'History'),
  noRuns: say('Belum ada pembelian.', 'Nothing bought yet.'),
  created: say('Dibuat', 'Created'),
  reason: say('Alasan', 'Reason'),
  amount: say('Nilai', 'Amount'),
  date: say('Tanggal', 'Date'),
  instruction: say('Instruksi', 'Instruction'),
  changeWaits: say(
    'Perubahan menunggu tanda tangan investor; rencana berjalan seperti sekarang.',
    "A change waits for the investor's signature; the plan goes on as it is.",
  ),
  pausedByInvestor: say(
    'Investor menjeda rencana ini; hanya investor yang dapat melanjutkannya.',
    'The investor paused this plan; only the investor can resume it.',
  ),
  mandate: say('Mandat (PDF)', 'Mandate (PDF)'),
  resend: say('Kirim ulang mandat', 'Send the mandate again'),
  resent: say('Mandat dikirim kepada {name}', 'The mandate was sent to {name}'),
  pause: say('Jeda', 'Pause'),
  pauseTitle: say('Jeda rencana {product} milik {name}', 'Pause the plan of {name} for {product}'),
  pauseText: say(
    'Tidak ada yang dibeli sampai dilanjutkan. Investor diberi tahu.',
    'Nothing is bought until it is resumed. The investor is notified.',
  ),
  resume: say('Lanjutkan', 'Resume'),
  stop: say('Hentikan', 'Stop'),
  stopTitle: say(
    'Hentikan rencana {product} milik {name}',
    'Stop the plan of {name} for {product}',
  ),
  stopText: say(
    'Rencana berakhir untuk seterusnya. Investor diberi tahu.',
    'The plan ends for good. The investor is notified.',
  ),
} as const
