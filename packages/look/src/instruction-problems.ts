// Problems of instructions in words: why something may not be sold, and what to do.
import { say, type Bilingual } from './words.ts'

export const instructionProblemWords: Readonly<Record<string, Bilingual>> = {
  'licence-expired': say(
    'Izin Anda tidak ada atau kedaluwarsa. Anda dapat membaca, tetapi belum dapat menjual.',
    'Your licence is missing or has expired. You can view records, but not sell.',
  ),
  'not-repeatable': say(
    'Hanya pembelian yang tidak terbayar dapat diulang. Muat ulang untuk melihat kedudukannya.',
    'Only a subscription that was not paid can be repeated. Load again to see where it stands.',
  ),
  'payer-decided': say(
    'Dana ini sudah diputuskan. Muat ulang untuk melihat keputusannya.',
    'It was decided already what becomes of this money. Load again to see the decision.',
  ),
  'product-not-offered': say(
    'Produk ini sedang tidak ditawarkan. Pilih produk lain.',
    'This product is not offered at present. Choose another.',
  ),
  'seller-absent': say(
    'Relationship manager investor ini sedang tidak aktif. Hubungi kantor.',
    "The investor's relationship manager is not active at present. Contact the office.",
  ),
  'below-minimum': say(
    'Jumlah di bawah minimum produk. Naikkan jumlahnya.',
    'The amount is below the product minimum. Increase it.',
  ),
  'above-balance': say(
    'Jumlah melebihi kepemilikan. Kurangi, atau pilih semua unit.',
    'The investor does not hold that much. Reduce the amount, or choose all units.',
  ),
  'leftover-below-minimum': say(
    'Sisanya di bawah saldo minimum. Pilih semua unit.',
    'The remainder would be below the minimum balance. Choose all units.',
  ),
  'units-reserved': say(
    'Unit ini sudah dipesan oleh instruksi lain yang masih berjalan. Kurangi, tunggu sampai selesai, atau batalkan instruksi itu.',
    'Open instructions reserve these units. Reduce the order, wait until those instructions are settled, or cancel them.',
  ),
  'duplicate-instruction': say(
    'Instruksi yang sama dibuat kurang dari satu menit yang lalu. Buat lagi hanya bila memang dimaksudkan dua kali.',
    'The same order was placed less than a minute ago. Place it again only if you want it twice.',
  ),
  'amount-unusual': say(
    'Jumlah melebihi penghasilan yang dinyatakan investor atau batas wajar perusahaan. Periksa jumlahnya, lalu tulis alasannya.',
    "The amount exceeds the investor's declared income or the company's usual limit. Check it, then enter the reason.",
  ),
  'above-order-cap': say(
    'Jumlah melebihi batas perusahaan untuk satu pembelian. Kurangi jumlahnya atau hubungi administrator perusahaan.',
    "The amount exceeds the company's limit for one subscription. Reduce it, or contact the company administrator.",
  ),
  'switch-not-allowed': say(
    'Pengalihan hanya dalam manajer investasi dan kelompok yang sama. Pilih tujuan lain.',
    'Switching stays within the same manager and group. Choose another target.',
  ),
  'quantity-invalid': say(
    'Isi salah satu: jumlah, unit, atau semua.',
    'Enter exactly one of amount, units or all.',
  ),
  'suitability-consent-missing': say(
    'Produk di atas profil risiko. Sampaikan risikonya kepada investor, lalu centang pernyataannya.',
    'The product is above the risk profile. Inform the investor, then tick the confirmation.',
  ),
  'risk-profile-missing': say(
    'Profil risiko belum ada atau kedaluwarsa. Perbarui dahulu.',
    'There is no valid risk profile. Renew it first.',
  ),
  'fact-sheet-not-offered': say(
    'Tawarkan prospektus atau fund fact sheet dahulu.',
    'Offer the prospectus or the fact sheet first.',
  ),
  'bank-account-unfit': say(
    'Rekening bukan atas nama investor atau menunggu tinjauan. Pilih rekening lain.',
    "The account is not in the investor's name or awaits review. Choose another.",
  ),
  'consent-not-in-force': say(
    'Investor telah menarik persetujuan yang wajib. Catat persetujuan baru dahulu.',
    'The investor has withdrawn a required consent. Record a new one first.',
  ),
  'saved-differently': say(
    'Catatan ini sudah tersimpan dengan isi lain. Buka catatan itu, periksa, dan ubah di sana.',
    'This record was already saved with different content. Open it, check it and change it there.',
  ),
  'instruction-id-taken': say(
    'Nomor catatan bentrok. Simpan lagi.',
    'The id of this record is already taken. Save it again.',
  ),
  'not-cancellable': say(
    'Instruksi sudah dikirim ke Bib dan tidak dapat dibatalkan di sini.',
    'The instruction was sent to Bib and can no longer be cancelled here.',
  ),
  'certified-signature-needed': say(
    'Jumlah ini melebihi batas perusahaan untuk tanda tangan gambar. Kurangi jumlahnya atau hubungi administrator perusahaan.',
    "The amount exceeds the company's limit for drawn signatures. Reduce it, or contact the company administrator.",
  ),
}
