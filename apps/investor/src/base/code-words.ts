import { both } from './language.tsx'

/** Of the step that asks for a code, before a signature, a registration and a visit. */
export const codeWords = {
  title: both('Masukkan kode', 'Enter the code'),
  missing: both('Kode terdiri atas 6 angka.', 'The code has 6 digits.'),
}
