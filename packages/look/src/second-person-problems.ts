// Problems of who may act for whom, in words: staff and investors, maker and checker.
import { say, type Bilingual } from './words.ts'

export const secondPersonProblemWords: Readonly<Record<string, Bilingual>> = {
  'senior-approver-decides': say(
    'Anda memberi persetujuan senior. Peninjau lain yang memutuskan kasus ini.',
    'You gave the senior approval. Another reviewer decides on this case.',
  ),
  'platform-person': say(
    'Orang platform tidak dapat dimasukkan ke perusahaan.',
    'People who work for the platform cannot be added to a company.',
  ),
  'platform-access-open': say(
    'Anda sudah memiliki akses ke perusahaan ini.',
    'You have access to this company already.',
  ),
  'platform-access-too-long': say(
    'Terlalu lama. Pilih jam yang lebih sedikit.',
    'Too long. Choose fewer hours.',
  ),
  'membership-offered': say(
    'Orang ini sudah diajak dan belum menjawab.',
    'This person was asked already and has not answered.',
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
    'Yang hendak diubah sudah berubah sejak diminta. Tolak, lalu minta sekali lagi.',
    'What it is about has changed since it was asked for. Reject it, and ask again.',
  ),
  'own-people-decide': say(
    'Hanya orang perusahaan ini yang memutuskan, bukan orang platform.',
    'Only the people of this company decide, not those of the platform.',
  ),
  'decision-reason-missing': say('Tulis mengapa ditolak.', 'Say why it is rejected.'),
  'band-unreachable': say(
    'Ada profil yang tidak dapat dicapai jawaban mana pun. Ubah nilai atau batasnya.',
    'No answers lead to some of the profiles. Change the scores or the limits.',
  ),
  'contact-of-staff': say(
    'Kontak ini milik seseorang yang bekerja di perusahaan Anda. Isi kontak investor sendiri pada isian yang ditandai.',
    "This contact belongs to somebody who works for your company. Give the investor's own in the marked field.",
  ),
}
