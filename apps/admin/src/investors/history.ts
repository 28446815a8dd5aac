// The history of a case in words.
import { say, type Bilingual } from '@rmtools/look/words'

export const eventWords: Readonly<Record<string, Bilingual>> = {
  created: say('Kasus dibuat', 'Case created'),
  submitted: say('Diajukan untuk ditinjau', 'Submitted for review'),
  approved: say('Disetujui', 'Approved'),
  returned: say('Dikembalikan', 'Returned'),
  rejected: say('Ditolak', 'Rejected'),
  'senior-approved': say('Persetujuan senior untuk PEP', 'Senior approval for PEP'),
  'risk-raised': say('Profil risiko dinaikkan', 'Risk profile raised'),
  'external-id-set': say('ID eksternal ditetapkan', 'External ID set'),
  'external-id-merged': say('ID eksternal digabung oleh Bib', 'External ID merged by Bib'),
  'sync-started': say('Dikirim ke Bib', 'Sent to Bib'),
  'sync-failed': say('Ditolak Bib', 'Refused by Bib'),
  registered: say('Terdaftar di Bib', 'Registered at Bib'),
  'sid-created': say('SID terbit', 'SID issued'),
  'link-sent': say('Tautan dikirim ke investor', 'Link sent to the investor'),
  'link-withdrawn': say('Tautan ditarik', 'Link withdrawn'),
  'consent-withdrawn': say('Persetujuan ditarik', 'Consent withdrawn'),
  'bank-account-accepted': say('Rekening bank diterima', 'Bank account accepted'),
  'bank-account-refused': say('Rekening bank ditolak', 'Bank account refused'),
}

type Asked = { readonly pointer: string; readonly reason: string }

/** The parts named by a return in its entry of the history; empty if it has a note instead. */
export function returnedParts(detail: string | null): Asked[] {
  return (detail ?? '').split(/; (?=\/)/).flatMap((part) => {
    const [, pointer, reason] = /^(\/[\w/-]+): (.+)$/s.exec(part) ?? []
    return pointer !== undefined && reason !== undefined ? [{ pointer, reason }] : []
  })
}
