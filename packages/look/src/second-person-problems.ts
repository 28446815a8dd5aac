// Problems of who may act for whom, in words: staff and investors, maker and checker.
import { say, type Bilingual } from './words.ts'

export const secondPersonProblemWords: Readonly<Record<string, Bilingual>> = {
  'senior-approver-decides': say(
    'Anda memberi persetujuan senior. Peninjau lain yang memutuskan kasus ini.',
    'You gave the senior approval. Another reviewer decides on this case.',
  ),
  'contact-of-staff': say(
    'Kontak ini milik seseorang yang bekerja di perusahaan Anda. Isi kontak investor sendiri pada isian yang ditandai.',
    "This contact belongs to somebody who works for your company. Give the investor's own in the marked field.",
  ),
}
