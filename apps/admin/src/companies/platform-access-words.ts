export const words = {
  title: { id: 'Akses platform', en: 'Access of the platform' },
  none: {
    id: 'Tidak ada orang platform yang memiliki akses ke perusahaan ini.',
    en: 'Nobody of the platform has access to this company.',
  },
  open: { id: 'Buka akses', en: 'Open access' },
  openHint: {
    id: 'Anda dapat membaca data perusahaan ini sampai waktunya habis, tanpa mengekspor atau membuka data yang disamarkan. Administratornya langsung diberi tahu, dan dapat mengakhirinya.',
    en: 'You can read the data of this company until the time is up, without exports and without revealing masked data. Its administrators are told at once, and can end it.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonMissing: { id: 'Tulis alasannya.', en: 'Say why.' },
  hours: { id: 'Lama', en: 'For' },
  hour: { id: '{count} jam', en: '{count} h' },
  reads: {
    id: '{name} dari platform dapat membaca sampai {until}',
    en: '{name} of the platform can read until {until}',
  },
  writes: {
    id: '{name} dari platform dapat mengubah data sampai {until}',
    en: '{name} of the platform can change data until {until}',
  },
  end: { id: 'Akhiri', en: 'End' },
  endTitle: { id: 'Akhiri akses {name}', en: 'End the access of {name}' },
  endHint: {
    id: '{name} langsung keluar dari semua perangkat.',
    en: '{name} is signed out everywhere at once.',
  },
  closeHint: {
    id: 'Anda keluar di semua perangkat, juga di sini.',
    en: 'You are signed out everywhere, here too.',
  },
  agree: { id: 'Izinkan mengubah', en: 'Allow changes' },
  agreeTitle: { id: 'Izinkan {name} mengubah data', en: 'Allow {name} to change data' },
  agreeHint: {
    id: 'Sampai {until} {name} dapat berbuat seperti administrator perusahaan Anda, juga membuka data yang disamarkan. Semuanya tercatat di jejak audit.',
    en: 'Until {until} {name} can act as an administrator of your company, and reveal masked data. All of it is in the audit trail.',
  },
  mayNot: {
    id: 'Hanya administrator perusahaan yang memutuskan.',
    en: 'Only an administrator of the company decides.',
  },
} as const
