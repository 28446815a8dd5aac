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
    id: 'Pemberitahuan baru muncul di sini.',
    en: 'New notifications appear here.',
  },
  noneUnread: { id: 'Semua sudah dibaca', en: 'All read' },
  noneUnreadHint: {
    id: 'Pilih Semua untuk melihat yang lama.',
    en: 'Choose All to see earlier ones.',
  },
  preferences: { id: 'Pemberitahuan di ponsel', en: 'Notifications on the phone' },
  preferencesHint: {
    id: 'Semua notifikasi tetap dapat dibaca di sini. Pilihan ini hanya berlaku untuk pemberitahuan di aplikasi RM.',
    en: 'All notifications stay readable here. This setting only affects push notifications of the RM app.',
  },
  leads: { id: 'Prospek: tindak lanjut', en: 'Leads: follow-ups' },
  investors: { id: 'Investor: KYC dan pendaftaran', en: 'Investors: KYC and registration' },
  instructions: {
    id: 'Instruksi: persetujuan dan penyelesaian',
    en: 'Instructions: approval and settlement',
  },
  security: { id: 'Keamanan akun', en: 'Account security' },
} as const
