// Definitions of figures, shown beside them on every screen.
import { say } from './words.ts'

export const figureMeanings = {
  assets: say(
    'Unit yang dimiliki kali NAB terakhir pada hari itu; pesanan yang belum dialokasikan tidak termasuk.',
    'Units held at the latest NAV of that day; orders that are not allocated yet do not count.',
  ),
  shares: say(
    'Bagian dari nilai dalam mata uang yang sama; jumlahnya selalu 100%.',
    'Share of the value in the same currency; shares add up to 100%.',
  ),
  netSales: say(
    'Pembelian dikurangi penjualan kembali, menurut tanggal NAB; pengalihan tidak dihitung.',
    'Subscriptions less redemptions, by NAV date; switches do not count.',
  ),
  returns: say(
    'Perubahan NAB sampai NAB terakhir, untuk seluruh periode (bukan per tahun), dari NAB terakhir pada atau sebelum hari pertama periode.',
    'Change in the NAV over the whole period (not per year), from the last NAV on or before its first day to the latest.',
  ),
} as const

/**
 * Captions of returns by period: a return over more than a year is labelled as cumulative, not
 * annualised.
 */
export const returnCaptions = {
  '1m': say('1 bulan', '1 month'),
  '3m': say('3 bulan', '3 months'),
  '6m': say('6 bulan', '6 months'),
  ytd: say('Tahun ini', 'Year to date'),
  '1y': say('1 tahun', '1 year'),
  '3y': say('3 tahun, seluruhnya', '3 years in all'),
} as const
