// Problems that the RM's app reports itself: offline changes that cannot be sent.
import { say, type Bilingual } from './words.ts'

export const deviceProblemWords: Readonly<Record<string, Bilingual>> = {
  'app-fault': say(
    'Aplikasi gagal mengirim perubahan ini. Datanya aman di ponsel; perbarui aplikasi lalu kirim lagi.',
    'The app failed to send this change. It is safe on the phone; update the app, then send it again.',
  ),
  'later-app': say(
    'Perubahan ini ditulis oleh versi aplikasi yang lebih baru. Perbarui aplikasi untuk mengirimnya.',
    'A newer version of the app wrote this change. Update the app to send it.',
  ),
}
