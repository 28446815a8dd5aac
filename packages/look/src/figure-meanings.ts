// What a figure means, beside it on every screen that shows it.
import { say } from './words.ts'

export const figureMeanings = {
  netSales: say(
    'Pembelian dikurangi penjualan kembali, menurut tanggal NAB; pengalihan tidak dihitung.',
    'Subscriptions less redemptions, by NAV date; switches do not count.',
  ),
  returns: say(
    'Perubahan NAB sampai NAB terakhir, untuk seluruh periode (bukan per tahun), dari NAB terakhir pada atau sebelum hari pertama periode.',
    'Change of the NAV up to the latest one, over the whole period (not per year), from the last NAV on or before its first day.',
  ),
} as const
