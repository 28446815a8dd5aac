// The default wordings of the message about a monthly statement.
import { both } from './wording-pairs.ts'

export const statementWordings = {
  'statement-ready': both(
    ['Laporan bulanan {month}', 'Monthly statement {month}'],
    [
      'Laporan investasi Anda untuk {month} sudah tersedia: kepemilikan unit, transaksi, dan biaya. Buka dengan kode yang kami kirim ke ponsel Anda:\n{link}\n\nLaporan yang mengikat secara hukum adalah laporan AKSes dari KSEI.',
      "Your investment statement for {month} is ready: holdings, transactions and fees. Open it with a code that we send to your phone:\n{link}\n\nThe legally binding statement is that of KSEI's AKSes.",
    ],
    [
      'laporan bulanan {month} tersedia di {link}',
      'your monthly statement for {month} is ready at {link}',
    ],
  ),
}
