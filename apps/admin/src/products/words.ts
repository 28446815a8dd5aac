// Words of the product screens besides the shared vocabulary.
import { say } from '@rmtools/look/words'

export const words = {
  search: say('Nama atau kode', 'Name or code'),
  allTypes: say('Semua jenis', 'All types'),
  allManagers: say('Semua manajer', 'All fund managers'),
  anyRisk: say('Semua risiko', 'All risk levels'),
  riskUpTo: say('Risiko hingga {band}', 'Risk up to {band}'),
  anyCurrency: say('Semua mata uang', 'All currencies'),
  either: say('Syariah dan konvensional', 'Sharia and conventional'),
  empty: say('Tidak ada produk yang cocok', 'No matching products'),
  emptyHint: say(
    'Ubah filter, atau minta Bib membuka produk untuk perusahaan ini.',
    'Change the filters, or ask Bib to open products to this company.',
  ),
  compare: say('Bandingkan', 'Compare'),
  compareSome: say('Bandingkan {n} produk', 'Compare {n} products'),
  chooseTwo: say('Pilih dua sampai empat produk.', 'Choose two to four products.'),
  atMost: say('Paling banyak empat produk.', 'At most four products.'),
  navHistory: say('Riwayat NAB/UP', 'NAV history'),
  price: say('Harga', 'Price'),
  chart: say('NAB/UP {name} dari {from} sampai {to}', 'NAV of {name} from {from} to {to}'),
  date: say('Tanggal', 'Date'),
  corrected: say('dikoreksi', 'corrected'),
  noNav: say(
    'Bib belum menerbitkan NAB pada rentang ini.',
    'Bib has published no NAV within this range.',
  ),
  drawdown: say('Penurunan terdalam pada rentang ini', 'Maximum drawdown in this range'),
  drawdownWithin: say('Penurunan terdalam, {from} – {to}', 'Maximum drawdown, {from} – {to}'),
  returns: say('Imbal hasil', 'Returns'),
  toLatest: say('sampai NAB terakhir', 'up to the latest NAV'),
  custom: say('Rentang lain', 'Other range'),
  cutOffText: say(
    'Sebelum {time} WIB pada hari bursa. Mulai {time} berlaku NAB hari bursa berikutnya.',
    'Before {time} WIB on an exchange day. At {time} or later, the NAV of the next exchange day applies.',
  ),
  couponTax: say(
    'Kupon dikenai PPh final sesuai ketentuan.',
    'Coupons are subject to final income tax.',
  ),
  instructions: say('Instruksi produk ini', 'Instructions for this product'),
  indexed: say('Perkembangan, awal rentang = 100', 'Growth, start of the range = 100'),
  indexedNote: say(
    'Dihitung sejak tanggal pertama yang dimiliki semua produk.',
    'Calculated from the first date that all products share.',
  ),
  addProduct: say('Tambah produk', 'Add a product'),
  removeProduct: say('Hapus {name}', 'Remove {name}'),
  unknown: say(
    'Produk {code} tidak ada di katalog perusahaan ini',
    "Product {code} is not in this company's catalogue",
  ),
  nothingChosen: say('Belum ada produk yang dibandingkan', 'Nothing to compare yet'),
  factSheetNone: say(
    'Bib tidak menyediakan fact sheet produk ini.',
    'Bib has no fact sheet for this product.',
  ),
} as const

export const rangeWords = {
  '1m': say('1 bln', '1m'),
  '3m': say('3 bln', '3m'),
  '6m': say('6 bln', '6m'),
  ytd: say('Tahun ini', 'YTD'),
  '1y': say('1 thn', '1y'),
  '3y': say('3 thn', '3y'),
} as const
