export const words = {
  title: { id: 'Akses platform', en: 'Platform access' },
  none: {
    id: 'Tidak ada pengguna platform yang memiliki akses ke perusahaan ini.',
    en: 'No platform user has access to this company.',
  },
  open: { id: 'Buka akses', en: 'Open access' },
  openHint: {
    id: 'Anda dapat membaca data perusahaan ini sampai waktunya habis, tanpa mengekspor atau membuka data yang disamarkan. Administrator perusahaan langsung diberi tahu dan dapat mengakhiri akses ini.',
    en: 'You can read the data of this company until the time is up, without exporting or revealing masked data. Its administrators are notified at once and can end the access.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonMissing: { id: 'Tulis alasannya.', en: 'Enter a reason.' },
  hours: { id: 'Durasi', en: 'Duration' },
  hour: { id: '{count} jam', en: '{count} h' },
  reads: {
    id: '{name} (platform) dapat membaca sampai {until}',
    en: '{name} (platform) can read until {until}',
  },
  writes: {
    id: '{name} (platform) dapat mengubah data sampai {until}',
    en: '{name} (platform) can change data until {until}',
  },
  end: { id: 'Akhiri', en: 'End' },
  endTitle: { id: 'Akhiri akses {name}', en: "End {name}'s access" },
  endHint: {
    id: '{name} langsung keluar dari semua perangkat.',
    en: '{name} is signed out of all devices at once.',
  },
  closeHint: {
    id: 'Anda keluar dari semua perangkat, termasuk yang ini.',
    en: 'You are signed out of all devices, including this one.',
  },
  agree: { id: 'Izinkan mengubah', en: 'Allow changes' },
  agreeTitle: { id: 'Izinkan {name} mengubah data', en: 'Allow {name} to change data' },
  agreeHint: {
    id: 'Sampai {until}, {name} dapat bertindak sebagai administrator perusahaan Anda, termasuk membuka data yang disamarkan. Semua tindakan tercatat di jejak audit.',
    en: 'Until {until}, {name} can act as an administrator of your company and reveal masked data. The audit trail records every action.',
  },
  mayNot: {
    id: 'Hanya administrator perusahaan yang dapat memutuskan.',
    en: 'Only an administrator of the company can decide.',
  },
} as const
