export const words = {
  title: { id: 'Notifikasi', en: 'Notifications' },
  all: { id: 'Semua', en: 'All' },
  unread: { id: 'Belum dibaca', en: 'Unread' },
  unreadDot: { id: 'belum dibaca', en: 'unread' },
  show: { id: 'Tampilkan', en: 'Show' },
  readAll: { id: 'Tandai semua dibaca', en: 'Mark all as read' },
  read: { id: 'Tandai dibaca', en: 'Mark as read' },
  readOne: { id: 'Tandai dibaca: {title}', en: 'Mark as read: {title}' },
  none: { id: 'Belum ada notifikasi', en: 'No notifications yet' },
  noneHint: {
    id: 'Yang perlu Anda ketahui muncul di sini begitu terjadi.',
    en: 'What you should know appears here as it happens.',
  },
  noneUnread: { id: 'Semua sudah dibaca', en: 'All are read' },
  noneUnreadHint: {
    id: 'Pilih Semua untuk melihat yang lama.',
    en: 'Choose All to see earlier ones.',
  },
  preferences: { id: 'Yang dikirim ke ponsel', en: 'What goes to the phone' },
  preferencesHint: {
    id: 'Semuanya tetap dapat dibaca di sini. Pilihan ini hanya untuk pemberitahuan di aplikasi RM.',
    en: 'Everything stays readable here. This only affects what the RM app shows on the phone.',
  },
  leads: { id: 'Prospek: tindak lanjut', en: 'Leads: follow-ups' },
  investors: { id: 'Investor: KYC dan pendaftaran', en: 'Investors: KYC and registration' },
  instructions: {
    id: 'Instruksi: persetujuan dan penyelesaian',
    en: 'Instructions: approval and settlement',
  },
  security: { id: 'Keamanan akun', en: 'Security of the account' },
} as const
