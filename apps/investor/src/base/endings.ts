// The texts for an ended link, by how it ended and the outcome of its matter.
import type { Bilingual } from '@rmtools/look/words'
import { both } from './language.tsx'
import type { EndedLink } from './problems.ts'

type Ending = { title: Bilingual; text: Bilingual }

const unknown: Ending = {
  title: both('Tautan ini tidak dikenal', 'Unknown link'),
  text: both(
    'Mungkin alamatnya terpotong saat disalin. Buka lagi dari pesan yang Anda terima, atau minta tautan baru kepada RM Anda.',
    'Part of the address may be missing. Open the link again from the message you received, or ask your relationship manager for a new one.',
  ),
}
const replaced: Ending = {
  title: both('Tautan ini sudah diganti', 'This link was replaced'),
  text: both(
    'Ada tautan yang lebih baru. Buka pesan terakhir yang Anda terima dari {rm}.',
    'There is a newer link. Open the latest message you received from {rm}.',
  ),
}

const accountUnfit: Ending = {
  title: both('Rekening bank tidak diterima lagi', 'The bank account is not accepted any more'),
  text: both(
    'Tidak ada dana yang berpindah. Hubungi {rm} untuk memilih rekening lain atas nama Anda sendiri.',
    'No money has moved. Ask {rm} to choose another account in your own name.',
  ),
}

const approve: Record<EndedLink, (status?: string) => Ending> = {
  'not-found': () => unknown,
  'link-expired': () => ({
    title: both('Tautan ini sudah kedaluwarsa', 'This link has expired'),
    text: both(
      'Instruksi ini tidak dijalankan dan tidak ada dana yang berpindah. Bila Anda masih menghendakinya, minta {rm} mengirim tautan baru.',
      'The instruction was not carried out and no money has moved. If you still want it, ask {rm} for a new link.',
    ),
  }),
  'link-used': (status) =>
    status === 'declined'
      ? {
          title: both('Anda sudah menolak instruksi ini', 'You have declined this instruction'),
          text: both(
            'Instruksi tidak dijalankan. Tidak ada lagi yang perlu Anda lakukan.',
            'It will not be carried out. There is nothing more for you to do.',
          ),
        }
      : {
          title: both('Anda sudah menyetujui instruksi ini', 'You have approved this instruction'),
          text: both(
            'Persetujuan Anda tersimpan dan hanya berlaku satu kali.',
            'Your approval is stored and counts once.',
          ),
        },
  'link-void': (status) => {
    if (status === 'cancelled') return cancelled
    return status === 'expired' ? approve['link-expired']() : replaced
  },
  'link-account-unfit': () => accountUnfit,
}

const cancelled: Ending = {
  title: both('Instruksi ini dibatalkan', 'This instruction was cancelled'),
  text: both(
    '{rm} membatalkannya sebelum Anda menjawab. Tidak ada dana yang berpindah dan tidak ada yang perlu Anda lakukan.',
    '{rm} cancelled it before you answered. No money has moved and there is nothing for you to do.',
  ),
}

const register: Record<EndedLink, (status?: string) => Ending> = {
  'not-found': () => unknown,
  'link-expired': () => ({
    title: both('Tautan ini sudah kedaluwarsa', 'This link has expired'),
    text: both(
      'Semua yang sudah Anda simpan tetap ada. Minta {rm} mengirim tautan baru untuk melanjutkan.',
      'Everything you saved is still there. Ask {rm} for a new link to continue.',
    ),
  }),
  'link-used': () => ({
    title: both('Pendaftaran Anda sudah dikirim', 'Your registration was sent'),
    text: both(
      'Data Anda sedang ditinjau. Bila ada yang perlu diperbaiki, Anda menerima tautan baru.',
      'Your data is being reviewed. If something must be corrected, you will receive a new link.',
    ),
  }),
  'link-void': (status) =>
    status === 'awaiting-investor'
      ? replaced
      : {
          title: both(
            'RM Anda melanjutkan pendaftaran ini',
            'Your relationship manager continues this registration',
          ),
          text: both(
            'Tautan ini ditarik. Semua yang sudah tersimpan ada pada {rm}, dan Anda tidak perlu mengisinya lagi.',
            'This link was withdrawn. {rm} has everything you saved; you do not have to enter it again.',
          ),
        },
  'link-account-unfit': () => accountUnfit,
}

type Answer = 'signed' | 'declined' | null
type OfPlan = (status?: string, answer?: Answer) => Ending

const isInForce = (status?: string) => status === 'active' || status === 'paused'
const hasEnded = (status?: string) =>
  status === 'stopped' || status === 'revoked' || status === 'completed'

const planEnded: Ending = {
  title: both('Rencana ini sudah berakhir', 'This plan has ended'),
  text: both(
    'Tidak ada yang dibeli dan tidak ada yang perlu Anda lakukan.',
    'Nothing is bought and there is nothing for you to do.',
  ),
}
const changeExpired: Ending = {
  title: both('Tautan ini sudah kedaluwarsa', 'This link has expired'),
  text: both(
    'Perubahan ini tidak berlaku. Rencana Anda tetap seperti sebelumnya. Bila Anda masih menghendaki perubahannya, minta {rm} mengirim tautan baru.',
    'The change has not taken effect. Your plan stays as it was. If you still want the change, ask {rm} for a new link.',
  ),
}
const neverStarted: Ending = {
  title: changeExpired.title,
  text: both(
    'Rencana ini tidak dimulai dan tidak ada yang dibeli. Bila Anda masih menghendakinya, minta {rm} mengirim tautan baru.',
    'The plan has not started and nothing was bought. If you still want it, ask {rm} for a new link.',
  ),
}
const changeDeclined: Ending = {
  title: both('Anda sudah menolak perubahan ini', 'You have declined this change'),
  text: both(
    'Rencana Anda tetap seperti sebelumnya. Tidak ada lagi yang perlu Anda lakukan.',
    'Your plan stays as it was. There is nothing more for you to do.',
  ),
}
const planDeclined: Ending = {
  title: both('Anda sudah menolak rencana ini', 'You have declined this plan'),
  text: both(
    'Tidak ada yang dibeli. Tidak ada lagi yang perlu Anda lakukan.',
    'Nothing is bought. There is nothing more for you to do.',
  ),
}
const mandateSigned: Ending = {
  title: both('Anda sudah menandatangani mandat ini', 'You have signed this mandate'),
  text: both(
    'Untuk melihat, menjeda, atau mencabut rencana, buka tautan di pesan yang kami kirim setelah Anda menandatangani.',
    'To see, pause or revoke the plan, open the link in the message that we sent once you had signed.',
  ),
}

const plan: Record<EndedLink, OfPlan> = {
  'not-found': () => unknown,
  'link-expired': (status) => {
    if (hasEnded(status)) return planEnded
    return isInForce(status) ? changeExpired : neverStarted
  },
  'link-used': (status, answer) => {
    if (answer !== 'declined') return mandateSigned
    return status === 'declined' ? planDeclined : changeDeclined
  },
  'link-void': (status) => (hasEnded(status) ? planEnded : replaced),
  'link-account-unfit': () => accountUnfit,
}

const byPage = { approve, register, plan } as const

/**
 * Title and text for an ended link, by the status of its matter and, of a plan, the answer to this
 * link's mandate. `{rm}` is replaced by the RM's name.
 */
export function endings(
  ending: EndedLink,
  page: keyof typeof byPage | null,
  status?: string,
  answer: Answer = null,
): Ending {
  return page === null ? unknown : byPage[page][ending](status, answer)
}
