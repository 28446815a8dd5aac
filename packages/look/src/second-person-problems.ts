// Problems of who may act for whom, in words: staff and investors, maker and checker.
import { say, type Bilingual } from './words.ts'

export const secondPersonProblemWords: Readonly<Record<string, Bilingual>> = {
  'senior-approver-decides': say(
    'Anda memberi persetujuan senior. Peninjau lain yang memutuskan kasus ini.',
    'You gave the senior approval. Another reviewer decides on this case.',
  ),
  'platform-person': say(
    'Pengguna platform tidak dapat ditambahkan ke perusahaan.',
    'Platform users cannot be added to a company.',
  ),
  'platform-access-open': say(
    'Anda sudah memiliki akses ke perusahaan ini.',
    'You already have access to this company.',
  ),
  'platform-access-too-long': say(
    'Terlalu lama. Pilih jam yang lebih sedikit.',
    'Too long. Choose fewer hours.',
  ),
  'membership-offered': say(
    'Orang ini sudah menerima tawaran dan belum menjawab.',
    'This person already has an offer and has not answered.',
  ),
  'change-decided': say(
    'Perubahan ini sudah diputuskan atau ditarik. Muat ulang.',
    'This was already decided or withdrawn. Reload it.',
  ),
  'change-expired': say(
    'Tidak diputuskan pada waktunya. Minta sekali lagi.',
    'Nobody decided in time. Request it again.',
  ),
  'change-overtaken': say(
    'Data sudah berubah sejak permintaan dibuat. Tolak permintaan ini, lalu ajukan lagi.',
    'The record has changed since the request. Reject this request and submit it again.',
  ),
  'own-people-decide': say(
    'Hanya pengguna perusahaan ini yang dapat memutuskan, bukan pengguna platform.',
    'Only users of this company can decide, not platform users.',
  ),
  'decision-reason-missing': say('Tulis mengapa ditolak.', 'Enter the reason for the rejection.'),
  'band-unreachable': say(
    'Ada profil yang tidak dapat dicapai jawaban mana pun. Ubah nilai atau batasnya.',
    'No answers lead to some of the profiles. Change the scores or the limits.',
  ),
  'contact-of-staff': say(
    'Kontak ini milik seseorang yang bekerja di perusahaan Anda. Isi kontak investor sendiri pada isian yang ditandai.',
    "This contact belongs to somebody who works for your company. Give the investor's own in the marked field.",
  ),
}
