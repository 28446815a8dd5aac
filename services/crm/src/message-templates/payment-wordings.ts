// The default wordings of messages about paying for an order.
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import { both, thanks, type Wordings } from './wording-pairs.ts'

export const paymentWordings = {
  'payment-due': both(
    ['Bayar {productName}', 'Pay for {productName}'],
    [
      'Instruksi Anda pada {productName} menunggu pembayaran.\nNilai: {amount}\nBank: {bankName}\nNomor virtual account atau rekening: {account}\nBayar sebelum: {dueAt}\n\nBayar tepat sejumlah itu dari rekening atas nama Anda sendiri; dana dari nama lain dikembalikan. Langkah-langkahnya ada di halaman tempat Anda menandatangani.',
      'Your instruction for {productName} waits for your payment.\nAmount: {amount}\nBank: {bankName}\nVirtual account or account number: {account}\nPay before: {dueAt}\n\nPay exactly that from an account in your own name; money of anybody else is returned. The steps are on the page on which you signed.',
    ],
    [
      'bayar {amount} untuk {productName} ke {bankName} {account} sebelum {dueAt}, dari rekening Anda sendiri.',
      'pay {amount} for {productName} to {bankName} {account} before {dueAt}, from your own account.',
    ],
  ),
  'payment-received': both(
    ['Pembayaran diterima: {productName}', 'Payment received: {productName}'],
    [
      'Pembayaran {amount} untuk {productName} sudah diterima. Anda tidak perlu melakukan apa pun; konfirmasi unit menyusul dari AKSes KSEI.',
      'Your payment of {amount} for {productName} has been received. You need not do anything; the confirmation of your units follows from AKSes of KSEI.',
    ],
    [
      'pembayaran {amount} untuk {productName} sudah diterima.',
      'your payment of {amount} for {productName} has been received.',
    ],
  ),
  'payment-short': both(
    ['Pembayaran kurang: {productName}', 'Payment is short: {productName}'],
    [
      'Dana Anda untuk {productName} sudah datang, tetapi masih kurang {amount}. Bayar kekurangannya ke {bankName}, {account}, sebelum {dueAt}; bila tidak, seluruh dana dikembalikan.',
      'Your money for {productName} has come, but {amount} is missing. Pay the rest to {bankName}, {account}, before {dueAt}; otherwise all of it is returned.',
    ],
    [
      'pembayaran {productName} kurang {amount}. Bayar ke {bankName} {account} sebelum {dueAt}.',
      'your payment for {productName} is short by {amount}. Pay it to {bankName} {account} before {dueAt}.',
    ],
  ),
  'payment-excess': both(
    ['Pembayaran lebih: {productName}', 'You paid too much: {productName}'],
    [
      'Dana Anda untuk {productName} lebih {amount} dari nilai instruksi. Instruksi tetap berjalan; kelebihannya dikembalikan ke rekening asal.',
      'Your payment for {productName} was {amount} too much. The instruction goes on; the excess is returned to the account it came from.',
    ],
    [
      'pembayaran {productName} lebih {amount}; kelebihannya dikembalikan.',
      'your payment for {productName} was {amount} too much; it is returned.',
    ],
  ),
  'payment-late': both(
    ['Pembayaran terlambat: {productName}', 'Payment came late: {productName}'],
    [
      'Dana {amount} untuk {productName} datang setelah batas waktu, sehingga NAB yang Anda setujui tidak dapat diberikan. Kami memberi tahu Anda apakah dananya dikembalikan atau NAB berikutnya berlaku.',
      'Your {amount} for {productName} came after the due time, so that the NAV you agreed to cannot be given. We will tell you whether the money is returned or the next NAV applies.',
    ],
    [
      'dana {productName} datang setelah batas waktu. Kami kabari kelanjutannya.',
      'your money for {productName} came after the due time. We will tell you what follows.',
    ],
  ),
  'payment-held': both(
    ['Pembayaran diperiksa: {productName}', 'Payment is being checked: {productName}'],
    [
      'Dana {amount} untuk {productName} datang dari nama yang berbeda dengan nama Anda. Dana hanya boleh berasal dari rekening Anda sendiri, maka kami memeriksanya lebih dulu.',
      'The money for {productName} came from a name unlike yours. Money may come only from your own account, so we are checking it first.',
    ],
    [
      'dana {productName} datang dari nama lain dan sedang diperiksa.',
      'the money for {productName} came from another name and is being checked.',
    ],
  ),
  'payment-returned': both(
    ['Dana dikembalikan: {productName}', 'Money returned: {productName}'],
    [
      'Dana {amount} untuk {productName} dikembalikan kepada pembayarnya karena tidak datang dari rekening Anda sendiri. Selama batas waktu belum lewat, bayar dari rekening atas nama Anda.',
      'The {amount} for {productName} goes back to its payer, as it did not come from your own account. Until the due time you can still pay from an account in your name.',
    ],
    [
      'dana {amount} dari nama lain dikembalikan. Bayar {productName} dari rekening Anda sendiri.',
      '{amount} from another name is returned. Pay for {productName} from your own account.',
    ],
  ),
  'payment-missed': both(
    ['Belum dibayar: {productName}', 'Not paid in time: {productName}'],
    [
      'Pembayaran {amount} untuk {productName} tidak kami terima sampai batas waktu. Jangan bayar lagi ke nomor itu. Ulangi untuk NAB berikutnya dari tautan persetujuan yang Anda terima, atau hubungi {rmName}.',
      'We did not receive {amount} for {productName} by the due time. Do not pay to that number any more. Repeat it for the next NAV from the approval link that you received, or ask {rmName}.',
    ],
    [
      '{productName} belum dibayar sampai batas waktu. Jangan bayar lagi; ulangi dari tautan persetujuan Anda, atau hubungi {rmName}.',
      '{productName} was not paid in time. Do not pay any more; repeat it from your approval link, or ask {rmName}.',
    ],
    thanks,
  ),
} as const satisfies Partial<Record<MessageKind, Wordings>>
