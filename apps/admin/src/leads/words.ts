export const words = {
  empty: { id: 'Belum ada prospek', en: 'No leads yet' },
  emptyHint: { id: 'RM menambahkannya dari aplikasi, atau impor dari berkas CSV.', en: 'RMs add them in the app, or import a CSV file.' },
  noMatch: { id: 'Tidak ada prospek yang cocok', en: 'No lead matches' },
  noMatchHint: { id: 'Ubah pencarian atau saringan.', en: 'Change the search or the filters.' },
  name: { id: 'Nama', en: 'Name' },
  phone: { id: 'Telepon', en: 'Phone' },
  stage: { id: 'Tahap', en: 'Stage' },
  created: { id: 'Dibuat', en: 'Created' },
  allStages: { id: 'Semua tahap', en: 'All stages' },
} as const
