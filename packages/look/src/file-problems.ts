// What is wrong with a chosen file, and what to do: each reason has its own remedy.
import { say, type Bilingual } from './words.ts'

export const fileProblemWords: Readonly<Record<string, Bilingual>> = {
  'logo-unreadable': say(
    'Gambar ini tidak bisa dibaca. Pilih gambar lain, misalnya PNG dari berkas aslinya.',
    'This picture cannot be read. Choose another one, such as a PNG of the original.',
  ),
  'file-unreadable': say(
    'Berkas rusak dan tidak bisa dibaca. Foto atau pindai lagi, lalu unggah.',
    'The file is damaged and cannot be read. Take or scan it again, then upload.',
  ),
  'file-too-many-pixels': say(
    'Resolusi gambar terlalu besar. Ambil foto dengan resolusi lebih rendah (paling besar 24 megapiksel).',
    'The picture has too many pixels. Take it at a lower resolution (24 megapixels at most).',
  ),
  'picture-too-small': say(
    'Gambar terlalu kecil atau terlalu sempit untuk dibaca. Foto seluruh dokumen dari dekat.',
    'The picture is too small or too narrow to be read. Photograph the whole document from close by.',
  ),
  'file-active': say(
    'PDF ini berisi skrip, lampiran, atau formulir aktif. Cetak ulang ke PDF atau unggah fotonya.',
    'This PDF holds scripts, attachments or an active form. Print it to a new PDF, or upload a photo.',
  ),
  'file-encrypted': say(
    'PDF ini dilindungi kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.',
    'This PDF is protected by a password. Save it without one, then upload it again.',
  ),
  'file-too-complex': say(
    'Berkas terlalu rumit untuk dibaca. Cetak ulang ke PDF yang lebih sederhana atau unggah fotonya.',
    'The file is too complex to be read. Print it to a simpler PDF, or upload a photo.',
  ),
}
