// The default wordings of messages about recurring plans.
import { both, thanks } from './wording-pairs.ts'

const manage = [
  'Di {link} Anda dapat melihat, menjeda, atau mencabut rencana ini kapan saja.',
  'At {link} you can see, pause or revoke this plan at any time.',
] as const

export const planWordings = {
  'plan-link': both(
    ['Mandat investasi berkala: {productName}', 'Mandate for recurring investments: {productName}'],
    [
      '{rmName} ({companyName}) menyiapkan rencana pembelian berkala untuk Anda: {productName}, {amount} setiap bulan. Baca mandatnya, lalu tanda tangani atau tolak melalui tautan ini:\n{link}\n\nTanpa tanda tangan Anda tidak ada yang dibeli. Abaikan pesan ini bila Anda tidak mengenalinya.',
      '{rmName} ({companyName}) prepared a recurring plan for you: {productName}, {amount} each month. Read the mandate, then sign or decline it:\n{link}\n\nNothing is bought without your signature. Ignore this message if you do not expect it.',
    ],
    [
      'baca dan tanda tangani mandat beli berkala {productName} di {link}',
      'read and sign the mandate for recurring purchases of {productName} at {link}',
    ],
    thanks,
  ),
  'plan-signed': both(
    ['Rencana berkala dimulai: {productName}', 'Your plan starts: {productName}'],
    [
      `Mandat Anda sudah ditandatangani: {productName}, {amount} setiap bulan. Pembelian berikutnya: {date}.\n\n${manage[0]}`,
      `You signed the mandate: {productName}, {amount} each month. Next purchase: {date}.\n\n${manage[1]}`,
    ],
    [
      'rencana {productName} senilai {amount} per bulan dimulai {date}. Jeda atau cabut di {link} kapan saja.',
      'your plan for {productName}, {amount} a month, starts on {date}. Pause or revoke at {link} at any time.',
    ],
  ),
  'plan-debit': both(
    ['Debit rencana berkala: {productName}', 'Debit of your plan: {productName}'],
    [
      `Sesuai mandat Anda, {amount} untuk {productName} didebit pada {date} dari rekening yang Anda tentukan.\n\n${manage[0]}`,
      `By your mandate, {amount} for {productName} is debited on {date} from the account that you named.\n\n${manage[1]}`,
    ],
    [
      '{amount} untuk {productName} didebit pada {date} sesuai mandat Anda. Jeda atau cabut di {link} kapan saja.',
      '{amount} for {productName} is debited on {date} by your mandate. Pause or revoke at {link} at any time.',
    ],
  ),
  'plan-retry': both(
    ['Pembelian berkala belum berhasil: {productName}', 'Not bought yet: {productName}'],
    [
      `{productName} senilai {amount} belum terbeli. {reason} Kami mencoba lagi pada {date}.\n\n${manage[0]}`,
      `{amount} of {productName} was not bought yet. {reason} We try again on {date}.\n\n${manage[1]}`,
    ],
    [
      '{productName} belum terbeli. {reason} Dicoba lagi {date}.',
      '{productName} was not bought. {reason} We try again on {date}.',
    ],
  ),
  'plan-skipped': both(
    ['Pembelian berkala dilewati: {productName}', 'Recurring purchase skipped: {productName}'],
    [
      `{productName} senilai {amount} tidak dibeli bulan ini. {reason}\n\n${manage[0]}`,
      `{amount} of {productName} is not bought this month. {reason}\n\n${manage[1]}`,
    ],
    [
      '{productName} tidak dibeli bulan ini. {reason}',
      '{productName} is not bought this month. {reason}',
    ],
  ),
  'plan-changed': both(
    ['Rencana berkala diubah: {productName}', 'Your plan was changed: {productName}'],
    [
      `Rencana Anda untuk {productName} berubah: {reason}\n\n${manage[0]}`,
      `Your plan for {productName} was changed: {reason}\n\n${manage[1]}`,
    ],
    [
      'rencana {productName} berubah: {reason}',
      'your plan for {productName} was changed: {reason}',
    ],
  ),
}
