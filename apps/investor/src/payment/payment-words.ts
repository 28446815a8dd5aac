import { paymentTexts, type PaymentStateName } from '@rmtools/look/payment-words'
import type { Bilingual } from '@rmtools/look/words'
import { both } from '../base/language.tsx'

export const paymentWords = {
  soonTitle: both('Cara pembayaran sedang disiapkan', 'How to pay is being prepared'),
  soon: both(
    'Nomor pembayaran muncul di sini, dan kami kirim juga dalam pesan. Anda boleh menutup halaman ini dan membukanya lagi dari tautan yang sama.',
    'The number to pay to appears here, and we also send it in a message. You may close this page and open it again by the same link.',
  ),
  order: both('{product}, {quantity}, NAB {date}', '{product}, {quantity}, NAV of {date}'),
  repeatHint: both(
    'Anda dapat mengulang instruksi ini. Instruksi baru dengan isi yang sama dibuat, lalu Anda menyetujuinya dengan tanda tangan dan kode. RM Anda diberi tahu.',
    'You can repeat this instruction. A new one with the same content is made, and you approve it with a signature and a code. Your relationship manager is notified.',
  ),
  repeated: both(
    'Instruksi ini sudah diulang. Setujui yang baru agar berlaku.',
    'This instruction was repeated. Approve the new one, so that it counts.',
  ),
  openRepeat: both('Buka instruksi yang baru', 'Open the new instruction'),
  repeatSent: both(
    'Instruksi ini sudah diulang. Tautan persetujuannya kami kirim kepada Anda; buka tautan itu.',
    'This instruction was repeated. We sent you the link that approves it; open that link.',
  ),
  askedRm: both(
    'RM Anda sudah kami beri tahu bahwa Anda ingin mengulang instruksi ini.',
    'We told your relationship manager that you want to repeat this instruction.',
  ),
  selected: both(
    'Peramban tidak mengizinkan penyalinan. Sudah kami pilih: salin lewat menu peramban.',
    "The browser does not allow copying. It is selected: copy it with the browser's menu.",
  ),
  qrisHint: both(
    'Pindai dari aplikasi bank atau dompet digital milik Anda sendiri, atau simpan gambarnya dan buka di sana dari galeri.',
    'Scan it with your own banking or wallet app, or save the picture and open it there from the gallery.',
  ),
  menus: both(
    'Nama menu dapat sedikit berbeda menurut versi aplikasi bank Anda.',
    "Menus may be named a little differently in your version of the bank's app.",
  ),
} as const

type Tone = 'information' | 'warning' | 'danger' | 'success'

export const paymentTones: Readonly<Record<PaymentStateName, Tone>> = {
  waiting: 'information',
  short: 'warning',
  paid: 'success',
  over: 'success',
  twice: 'success',
  late: 'warning',
  held: 'warning',
  unpaid: 'danger',
  refunding: 'warning',
  refunded: 'information',
  ended: 'warning',
  'ask-office': 'warning',
}

/** Addressed to the investor. */
export const paymentTextsOwn: Readonly<Record<PaymentStateName, Bilingual>> = {
  ...paymentTexts,
  waiting: both(
    'Bayar tepat sejumlah ini dari rekening atas nama Anda sendiri. Dana dari nama lain dikembalikan.',
    'Pay exactly this from an account in your own name. Money of anybody else is returned.',
  ),
  held: both(
    'Dana datang dari nama yang berbeda dengan nama Anda. Kami memeriksanya lebih dulu dan mengabari Anda.',
    'The money came from a name unlike yours. We check it first and let you know.',
  ),
  unpaid: both(
    'Dana tidak kami terima sampai batas waktu. Jangan bayar lagi ke nomor ini.',
    'We did not receive the money by the due time. Do not pay to this number any more.',
  ),
  'ask-office': both(
    'Cara pembayaran sedang diperiksa. Jangan kirim dana sebelum RM Anda memberi tahu cara membayarnya.',
    'How to pay is being checked. Send no money before your relationship manager has told you how.',
  ),
}
