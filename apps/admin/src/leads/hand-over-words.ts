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
    en: 'Everything: leads, investors and their open instructions',
  },
  leads: { id: 'Semua prospek', en: 'All leads' },
  investors: {
    id: 'Semua investor, dengan instruksi yang terbuka',
    en: 'All investors, with their open instructions',
  },
  selected: { id: '{count} prospek yang dipilih', en: 'The {count} selected leads' },
  preview: { id: 'Akan diserahkan', en: 'To be handed over' },
  previewLeads: { id: '{count} prospek', en: '{count} leads' },
  previewInvestors: { id: '{count} investor', en: '{count} investors' },
  mixed: {
    id: 'Pilihan berisi prospek beberapa RM. Pilih prospek dari satu RM.',
    en: 'You selected leads of several RMs. Select leads of one RM.',
  },
  sameRm: { id: 'Pilih RM lain.', en: 'Choose another RM.' },
  needed: { id: 'Wajib dipilih.', en: 'Choose one.' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonNeeded: { id: 'Tulis alasannya.', en: 'Enter a reason.' },
  consequence: {
    id: 'Instruksi yang belum ditandatangani investor dilanjutkan dengan izin RM penerima. Kedua RM diberi tahu, dan serah terima tercatat di jejak audit.',
    en: 'Instructions that the investor has not signed continue under the licence of the receiving RM. Both RMs are notified, and the audit trail records the hand-over.',
  },
  doneTitle: { id: 'Serah terima selesai', en: 'Hand-over complete' },
  done: {
    id: 'Pindah ke {to}: {leads} prospek, {investors} investor, {instructions} instruksi.',
    en: 'Moved to {to}: {leads} leads, {investors} investors, {instructions} instructions.',
  },
  stayed: { id: '{count} tidak dapat pindah:', en: '{count} could not be moved:' },
  stayedPhone: {
    id: 'RM penerima sudah memiliki prospek bernomor ini',
    en: 'The receiving RM has a lead with this number already',
  },
  stayedGone: { id: 'sudah tidak ada di buku ini', en: 'no longer in this book' },
} as const
