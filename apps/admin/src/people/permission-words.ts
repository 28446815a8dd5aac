// The labels of all permissions, grouped by resource (permission-words.test.ts finds missing ones).
import { nouns, type Bilingual } from '@rmtools/look/words'

const say = (id: string, en: string): Bilingual => ({ id, en })
const see = say('Melihat', 'View')
const exportAll = say('Mengunduh sebagai berkas', 'Export to a file')

type Group = { readonly word: Bilingual; readonly acts: Readonly<Record<string, Bilingual>> }

export const permissionGroups: Readonly<Record<string, Group>> = {
  lead: {
    word: nouns.leads,
    acts: {
      read: see,
      write: say('Menambah dan mengubah', 'Add and change'),
      import: say('Mengimpor dari CSV', 'Import from CSV'),
      export: exportAll,
    },
  },
  book: {
    word: say('Buku RM', 'Books of RMs'),
    acts: {
      all: say('Melihat semua buku, tidak hanya miliknya', 'View all books, not only their own'),
      'hand-over': say('Menyerahkan kepada RM lain', 'Hand over to another RM'),
    },
  },
  document: {
    word: nouns.documents,
    acts: {
      read: say('Melihat dokumen identitas investor', "View investors' identity documents"),
    },
  },
  investor: {
    word: nouns.investors,
    acts: {
      read: see,
      write: say('Mengisi dan mengajukan KYC', 'Fill in and submit KYC'),
      review: say(
        'Meninjau: menyetujui, mengembalikan, menolak',
        'Review: approve, return, reject',
      ),
      'approve-pep': say(
        'Persetujuan pejabat senior untuk PEP',
        'Senior approval of politically exposed persons',
      ),
      reveal: say('Membuka nomor yang disamarkan (tercatat)', 'Reveal masked numbers (logged)'),
      sync: say('Mengirim ulang ke Bib', 'Send to Bib again'),
      'set-external-id': say('Mengisi ID dari Bib', 'Set the ID at Bib'),
      export: exportAll,
    },
  },
  'client-link': {
    word: say('Tautan untuk klien', 'Links for clients'),
    acts: {
      take: say(
        'Menyalin atau membagikan tautan sendiri (tercatat)',
        'Copy or share a link oneself (logged)',
      ),
    },
  },
  'client-page': {
    word: say('Halaman klien', "Clients' own pages"),
    acts: {
      send: say('Mengirim tautan kepada klien', 'Send the link to the client'),
      revoke: say('Mencabut tautan klien', "Revoke a client's link"),
    },
  },
  'pending-change': {
    word: say('Menunggu persetujuan kedua', 'Waiting for a second approval'),
    acts: {
      read: see,
      decide: say(
        'Menyetujui atau menolak perubahan orang lain',
        "Approve or reject others' changes",
      ),
    },
  },
  instruction: {
    word: nouns.instructions,
    acts: {
      read: see,
      write: say('Membuat', 'Create'),
      manage: say('Mengirim ulang tautan dan membatalkan', 'Resend links and cancel'),
      export: exportAll,
    },
  },
  plan: {
    word: say('Rencana berkala', 'Recurring plans'),
    acts: {
      read: see,
      write: say('Membuat dan mengubah rencana', 'Make and change plans'),
      export: exportAll,
      manage: say('Menjeda, melanjutkan, menghentikan', 'Pause, resume and stop'),
    },
  },
  payment: {
    word: say('Pembayaran', 'Payments'),
    acts: {
      decide: say(
        'Memutuskan dana dari pembayar lain',
        'Decide on money from somebody other than the investor',
      ),
    },
  },
  product: { word: nouns.products, acts: { read: see } },
  portfolio: { word: nouns.portfolio, acts: { read: see } },
  dashboard: {
    word: say('Beranda', 'Home'),
    acts: { read: say('Melihat angka', 'View the figures') },
  },
  today: {
    word: say('Hari ini', 'Today'),
    acts: { read: say('Melihat pekerjaan hari ini', "View today's work") },
  },
  report: {
    word: nouns.reports,
    acts: { read: say('Melihat dan mengunduh', 'View and download') },
  },
  user: {
    word: say('Pengguna', 'People'),
    acts: {
      read: see,
      create: say('Mengundang', 'Invite'),
      approve: say('Menyetujui atau menolak pendaftaran', 'Approve or reject registrations'),
      update: say('Mengubah', 'Change'),
      activate: say('Mengaktifkan dan menonaktifkan', 'Activate and deactivate'),
      delete: say('Mengeluarkan dari perusahaan', 'Remove them from the company'),
    },
  },
  'user-access': {
    word: say('Sesi dan perangkat pengguna', "People's sessions and devices"),
    acts: { read: see, end: say('Mengakhiri dan mencabut', 'End and revoke') },
  },
  role: {
    word: say('Peran', 'Roles'),
    acts: {
      read: see,
      manage: say('Menambah, mengubah, menghapus', 'Add, change and remove them'),
    },
  },
  company: {
    word: nouns.company,
    acts: {
      read: say('Melihat pengaturan', 'View the settings'),
      update: say('Mengubah pengaturan', 'Change the settings'),
      manage: say('Mengelola semua perusahaan', 'Manage all companies'),
    },
  },
  'master-data': {
    word: say('Data induk perusahaan', "The company's master data"),
    acts: {
      write: say(
        'Mengubah kode, kuesioner, dan pesan',
        'Change codes, the questionnaire and messages',
      ),
    },
  },
  'client-message': {
    word: say('Pesan yang dikirim', 'Messages sent'),
    acts: { resend: say('Mengirim ulang kepada klien', 'Send again to the client') },
  },
  'client-preference': {
    word: say('Preferensi pesan klien', "Clients' message preferences"),
    acts: { write: say('Mengubah', 'Change') },
  },
  'message-template': {
    word: say('Pesan kepada investor', 'Messages to investors'),
    acts: {
      read: say('Melihat isi pesan', 'View the wording'),
      write: say('Mengubah isi pesan', 'Change the wording'),
    },
  },
  reference: {
    word: say('Data acuan', 'Reference data'),
    acts: { write: say('Mengubah bank dan hari libur', 'Change banks and holidays') },
  },
  outbox: {
    word: say('Sinkronisasi', 'Sync'),
    acts: {
      read: say('Melihat antrean', 'View the queue'),
      replay: say('Mengulang pekerjaan yang gagal', 'Replay failed jobs'),
    },
  },
  reconciliation: {
    word: say('Rekonsiliasi', 'Reconciliation'),
    acts: { read: see, run: say('Menjalankan', 'Run') },
  },
  audit: { word: nouns.auditTrail, acts: { read: see, export: exportAll } },
  bib: {
    word: say('Peristiwa dari Bib', 'Events from Bib'),
    acts: {
      poison: say(
        'Melihat pesan yang tidak dapat diolah',
        'View messages that cannot be processed',
      ),
    },
  },
}

/** The granted permissions by group, in the order of the groups. */
export function grouped(
  permissions: readonly string[],
): { key: string; group: Group; permissions: string[] }[] {
  return Object.entries(permissionGroups).flatMap(([key, group]) => {
    const own = Object.keys(group.acts)
      .map((act) => `${key}.${act}`)
      .filter((permission) => permissions.includes(permission))
    return own.length === 0 ? [] : [{ key, group, permissions: own }]
  })
}

/** The words for a permission. */
export function permissionWord(permission: string): Bilingual {
  const [noun = '', act = ''] = permission.split('.')
  return permissionGroups[noun]?.acts[act] ?? { id: permission, en: permission }
}
