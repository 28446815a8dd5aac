// The default wordings of messages about what became of an order. The binding confirmation is that
// from AKSes of KSEI: ours say that they are a service.
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import { both, thanks, type Wordings } from './wording-pairs.ts'

const service = [
  'Pesan ini adalah layanan kami; konfirmasi resmi Anda ada di AKSes KSEI.',
  'This message is a service of ours; your official confirmation is in AKSes of KSEI.',
] as const

export const orderWordings = {
  'order-allotted': both(
    ['Unit sudah dibukukan: {productName}', 'Units booked: {productName}'],
    [
      `Pesanan Anda pada {productName} sudah dijalankan.\nUnit: {units}\nNAB per unit: {nav}\nTanggal NAB: {navDate}\nNilai: {amount}\n\n${service[0]}`,
      `Your order for {productName} has been carried out.\nUnits: {units}\nNAV per unit: {nav}\nNAV date: {navDate}\nAmount: {amount}\n\n${service[1]}`,
    ],
    [
      'pesanan {productName} dijalankan: {units} unit, NAB {nav} ({navDate}), {amount}. Konfirmasi resmi ada di AKSes KSEI.',
      'your order for {productName} is done: {units} units, NAV {nav} ({navDate}), {amount}. The official confirmation is in AKSes of KSEI.',
    ],
  ),
  'order-settled': both(
    ['Dana sudah dibayarkan: {productName}', 'Money paid out: {productName}'],
    [
      `Hasil penjualan kembali {productName} sebesar {amount} sudah dibayarkan ke rekening {account}. Periksa rekening Anda; bank dapat memerlukan waktu untuk menampilkannya.\n\n${service[0]}`,
      `The proceeds of {productName}, {amount}, have been paid to your account {account}. Please check your account; your bank may need some time to show it.\n\n${service[1]}`,
    ],
    [
      'hasil penjualan {productName} sebesar {amount} sudah dibayarkan ke {account}.',
      '{amount} from {productName} has been paid to {account}.',
    ],
  ),
  'order-refused': both(
    ['Pesanan tidak dijalankan: {productName}', 'Order not carried out: {productName}'],
    [
      'Pesanan Anda pada {productName} tidak dijalankan.\n{reason}\n\nHubungi {rmName} untuk langkah berikutnya.',
      'Your order for {productName} was not carried out.\n{reason}\n\nPlease ask {rmName} about the next step.',
    ],
    [
      'pesanan {productName} tidak dijalankan. {reason} Hubungi {rmName}.',
      'your order for {productName} was not carried out. {reason} Please contact {rmName}.',
    ],
    thanks,
  ),
  'order-cancelled': both(
    ['Pesanan dibatalkan: {productName}', 'Order cancelled: {productName}'],
    [
      'Pesanan Anda pada {productName} dibatalkan oleh {companyName}; tautan persetujuannya tidak berlaku lagi. {reason}\n\nJangan membayar untuk pesanan ini. Bila dana sudah Anda kirim, dana itu dikembalikan.',
      'Your order for {productName} was cancelled by {companyName}; its approval link no longer works. {reason}\n\nDo not pay for this order. Money that you have already sent is returned.',
    ],
    [
      'pesanan {productName} dibatalkan. Jangan membayar untuk pesanan ini. Hubungi {rmName} bila ada pertanyaan.',
      'your order for {productName} was cancelled. Do not pay for it. {rmName} will answer your questions.',
    ],
    thanks,
  ),
} as const satisfies Partial<Record<MessageKind, Wordings>>
