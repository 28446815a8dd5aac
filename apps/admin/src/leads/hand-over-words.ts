export const handOverWords = {
  act: { id: 'Serah terima', en: 'Hand over' },
  actSome: { id: 'Serahkan {count} prospek', en: 'Hand over {count} leads' },
  title: { id: 'Serah terima buku RM', en: "Hand over an RM's book" },
  from: { id: 'Dari RM', en: 'From RM' },
  to: { id: 'Kepada RM', en: 'To RM' },
  toHint: {
    id: 'Hanya RM aktif dengan izin yang berlaku.',
    en: 'Active RMs with a valid licence only.',
  },
  choose: { id: 'Pilih RM', en: 'Choose an RM' },
  what: { id: 'Yang diserahkan', en: 'What is handed over' },
  all: {
    id: 'Semua: prospek, investor, dan instruksi yang terbuka',
    en: 'All: leads, investors and their open instructions',
  },
  leads: { id: 'Semua prospek', en: 'All leads' },
  investors: {
    id: 'Semua investor, dengan instruksi yang terbuka',
    en: 'All investors, with their open instructions',
  },
  selected: { id: '{count} prospek yang dipilih', en: 'The {count} leads that are chosen' },
  preview: { id: 'Akan diserahkan', en: 'To be handed over' },
  previewLeads: { id: '{count} prospek', en: '{count} leads' },
  previewInvestors: { id: '{count} investor', en: '{count} investors' },
  mixed: {
    id: 'Pilihan berisi prospek dari beberapa RM. Pilih dari satu RM.',
    en: 'You selected leads of several RMs. Select those of one.',
  },
  sameRm: { id: 'Pilih RM yang lain.', en: 'Choose another RM.' },
  needed: { id: 'Wajib dipilih.', en: 'Choose one.' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonNeeded: { id: 'Tulis alasannya.', en: 'Say why.' },
  consequence: {
    id: 'Yang belum ditandatangani investor berjalan terus dengan izin RM penerima. Kedua RM diberi tahu, dan serah terima tercatat di jejak audit.',
    en: 'What the investor has not signed yet goes on under the licence of the receiving RM. Both RMs are told, and the hand-over is in the audit trail.',
  },
  doneTitle: { id: 'Serah terima selesai', en: 'Handed over' },
  done: {
    id: 'Pindah ke {to}: {leads} prospek, {investors} investor, {instructions} instruksi.',
    en: 'Moved to {to}: {leads} leads, {investors} investors, {instructions} instructions.',
  },
  stayed: { id: '{count} tidak dapat pindah:', en: '{count} could not move:' },
  stayedPhone: {
    id: 'RM penerima sudah memiliki prospek bernomor ini',
    en: 'The receiving RM has a lead with this number already',
  },
  stayedGone: { id: 'sudah tidak ada di buku ini', en: 'no longer in this book' },
} as const
