// Recurring plans in words, the same on the screens, in messages and in the mandate.
import { orderLabels } from './order-fields.ts'
import { say, type Bilingual, type Language } from './words.ts'

export const planWords = {
  plan: say('Rencana berkala', 'Recurring plan'),
  plans: say('Rencana berkala', 'Recurring plans'),
  mandate: say('Mandat investasi berkala', 'Mandate for recurring investments'),
  perRun: say('Nilai setiap bulan', 'Amount each month'),
  day: say('Tanggal setiap bulan', 'Day of the month'),
  startsOn: say('Mulai', 'Starts'),
  ends: say('Berakhir', 'Ends'),
  account: say('Rekening sumber', 'Source account'),
  way: say('Cara pembayaran', 'Way of paying'),
  nextRuns: say('Tanggal berikutnya', 'Next dates'),
  nextRun: say('Berikutnya', 'Next run'),
  runs: say('Pembelian', 'Runs'),
  month: say('Bulan', 'Month'),
  bought: say('Sudah dibeli', 'Bought so far'),
  goal: say('Sasaran', 'Goal'),
  retryOn: say('Pada {date}', 'On {date}'),
  signedAt: orderLabels.signed,
} as const

export const planWayWords = {
  'direct-debit': say('Debit otomatis', 'Direct debit'),
  'virtual-account': say('Bayar sendiri setelah diingatkan', 'Pay yourself after a reminder'),
} as const

export const planWayHints = {
  'direct-debit': say(
    'Bib mendebit rekening ini pada tanggalnya.',
    'Bib debits this account on the day.',
  ),
  'virtual-account': say(
    'Investor menerima nomor virtual account tiga hari sebelumnya.',
    'The investor gets a virtual account number three days before.',
  ),
} as const

/** Why a run bought nothing, and what to do. */
export const planReasonWords = {
  'mandate-missing': say(
    'Tidak ada mandat yang berlaku. Kirim mandat untuk ditandatangani.',
    'No mandate is in force. Send the mandate to be signed.',
  ),
  'outside-mandate': say(
    'Pembelian ini di luar mandat yang ditandatangani. Ubah rencana dan minta tanda tangan.',
    'This purchase is outside the signed mandate. Change the plan and ask for a signature.',
  ),
  'investor-not-registered': say(
    'Investor tidak terdaftar lagi. Selesaikan pendaftarannya.',
    'The investor is not registered any more. Complete the registration.',
  ),
  'consent-not-in-force': say(
    'Persetujuan data investor dicabut. Minta persetujuan lagi.',
    "The investor's consent to use the data was withdrawn. Ask for it again.",
  ),
  'contact-of-staff': say(
    'Kontak investor sama dengan kontak RM. Perbaiki kontak investor.',
    "The investor's contact is the RM's own. Correct the investor's contact.",
  ),
  'risk-profile-missing': say(
    'Profil risiko tidak berlaku lagi. Perbarui profil risiko.',
    'The risk profile is not valid any more. Renew it.',
  ),
  'above-risk-profile': say(
    'Produk ini tidak lagi sesuai dengan profil risiko investor. Bicarakan, lalu ubah rencana.',
    'This product does not suit the investor’s risk profile any more. Talk about it and change the plan.',
  ),
  'licence-expired': say(
    'Izin RM tidak berlaku. Perpanjang izin atau serahkan kepada RM lain.',
    "The RM's licence is not valid. Renew it, or hand over to another RM.",
  ),
  'product-not-offered': say(
    'Produk ini sedang tidak ditawarkan. Tunggu atau ganti produk.',
    'This product is not offered at present. Wait, or choose another one.',
  ),
  'bank-account-unfit': say(
    'Rekening sumber tidak dapat dipakai. Periksa rekening investor.',
    "The source account cannot be used. Check the investor's account.",
  ),
  'below-minimum': say(
    'Nilai di bawah minimum produk. Naikkan nilai rencana.',
    'The amount is below the minimum of the product. Raise the amount of the plan.',
  ),
  'above-order-cap': say(
    'Nilai di atas batas perusahaan untuk satu instruksi. Turunkan nilai rencana.',
    "The amount is above the company's limit for one instruction. Lower the amount of the plan.",
  ),
  'company-inactive': say('Perusahaan tidak aktif.', 'The company is not active.'),
  'debit-refused': say(
    'Bank menolak debit. Periksa persetujuan debit pada bank.',
    'The bank refused the debit. Check the permission to debit at the bank.',
  ),
  'debit-insufficient': say(
    'Saldo rekening tidak cukup. Isi rekening sebelum pembelian berikutnya.',
    'The balance was not sufficient. Fill up the account before the next purchase.',
  ),
  'not-paid': say(
    'Dana tidak datang sampai batas waktu.',
    'The money did not come by the due time.',
  ),
  'paid-late': say(
    'Dana datang setelah batas waktu dan dikembalikan.',
    'The money came after the due time and is returned.',
  ),
  'refused-by-bib': say(
    'Bib menolak instruksi. Lihat alasannya pada instruksi.',
    'Bib refused the instruction. See the reason on the instruction.',
  ),
  cancelled: say('Instruksi dibatalkan.', 'The instruction was cancelled.'),
  missed: say(
    'Bulan ini terlewat dan tidak disusulkan.',
    'This month was missed and is not made up for.',
  ),
  'plan-ended': say(
    'Rencana dijeda atau diakhiri sebelum dicoba lagi.',
    'The plan was paused or ended before another try.',
  ),
} as const satisfies Readonly<Record<string, Bilingual>>

/** A reason in words; one that this version does not know is shown unchanged. */
export function planReasonText(reason: string | null, language: Language): string | null {
  if (reason === null) return null
  const known = Object.entries(planReasonWords).find(([name]) => name === reason)?.[1]
  return known?.[language] ?? reason
}

export const planHappeningWords = {
  created: say('Rencana dibuat', 'Plan made'),
  'link-sent': say('Mandat dikirim', 'Mandate sent'),
  signed: say('Mandat ditandatangani', 'Mandate signed'),
  declined: say('Mandat ditolak', 'Mandate declined'),
  expired: say('Tautan mandat berakhir', 'Link to the mandate expired'),
  changed: say('Rencana diubah', 'Plan changed'),
  'change-asked': say('Perubahan menunggu tanda tangan', 'Change waits for a signature'),
  paused: say('Dijeda', 'Paused'),
  resumed: say('Dilanjutkan', 'Resumed'),
  stopped: say('Dihentikan', 'Stopped'),
  revoked: say('Mandat dicabut investor', 'Mandate revoked by the investor'),
  completed: say('Selesai', 'Completed'),
  'handed-over': say('Diserahkan kepada RM lain', 'Handed over to another RM'),
} as const

type Ending = { endsOn: string | null; runsAtMost: number | null; goalAmount: string | null }

/** When a plan ends, with the date and the amount as `format` shows them. */
export function planEndText(
  { endsOn, runsAtMost, goalAmount }: Ending,
  language: Language,
  format: { date: (date: string) => string; money: (amount: string) => string },
): string {
  const isId = language === 'id'
  if (endsOn !== null) return format.date(endsOn)
  if (runsAtMost !== null)
    return isId ? `Setelah ${runsAtMost} kali beli` : `After ${runsAtMost} runs`
  if (goalAmount !== null)
    return isId
      ? `Setelah terbeli ${format.money(goalAmount)}`
      : `Once ${format.money(goalAmount)} has been bought`
  return isId ? 'Sampai dihentikan' : 'Until it is stopped'
}

/** The funds of a plan in a few words. */
export function planFundsText(
  lines: readonly { productName: string }[],
  language: Language,
): string {
  const [first, ...others] = lines.map(({ productName }) => productName)
  if (others.length === 0) return first ?? ''
  return language === 'id'
    ? `${first} dan ${others.length} lainnya`
    : `${first} and ${others.length} more`
}
