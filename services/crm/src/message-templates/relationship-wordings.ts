// The default wordings of messages about the client's registration, data and links.
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import { both, thanks, type Wordings } from './wording-pairs.ts'

const notYou = [
  'Bila Anda tidak meminta perubahan ini, segera hubungi {companyName}, bukan hanya RM Anda.',
  'If you did not ask for this change, please contact {companyName} at once, not only your RM.',
] as const

export const relationshipWordings = {
  'registration-returned': both(
    ['Pendaftaran Anda perlu dilengkapi', 'Your registration needs a correction'],
    [
      'Kami sudah memeriksa pendaftaran Anda. Beberapa data perlu dilengkapi atau diperbaiki. {rmName} akan menghubungi Anda dan mengirim tautan baru; tautan yang lama tidak berlaku lagi.',
      'We have checked your registration. Some details need to be completed or corrected. {rmName} will contact you and send a new link; the old one no longer works.',
    ],
    [
      'pendaftaran Anda perlu dilengkapi. {rmName} akan menghubungi Anda dengan tautan baru.',
      'your registration needs a correction. {rmName} will contact you with a new link.',
    ],
    thanks,
  ),
  'registration-refused': both(
    ['Pendaftaran Anda', 'Your registration'],
    [
      'Terima kasih atas minat Anda. Kami tidak dapat melanjutkan pendaftaran Anda sebagai investor di {companyName}. Tidak ada dana yang perlu Anda kirim.',
      'Thank you for your interest. We cannot continue your registration as an investor with {companyName}. Please do not send any money.',
    ],
    [
      'kami tidak dapat melanjutkan pendaftaran Anda. Jangan mengirim dana. Hubungi {rmName} bila ada pertanyaan.',
      'we cannot continue your registration. Do not send money. {rmName} will answer your questions.',
    ],
    thanks,
  ),
  'link-expires': both(
    ['Tautan Anda segera berakhir', 'Your link ends soon'],
    [
      'Tautan untuk {subject} berakhir pada {dueAt}. Bila Anda masih ingin melanjutkan, buka tautan dalam pesan kami sebelumnya sebelum waktu itu. Bila tidak, Anda tidak perlu melakukan apa pun.',
      'Your link for {subject} ends on {dueAt}. If you still want to go on, open the link in our earlier message before then. Otherwise you need not do anything.',
    ],
    [
      'tautan untuk {subject} berakhir {dueAt}. Buka tautan dalam pesan kami sebelumnya bila ingin melanjutkan.',
      'your link for {subject} ends {dueAt}. Open the link in our earlier message if you want to go on.',
    ],
  ),
  'page-link': both(
    ['Halaman Anda di {companyName}', 'Your page at {companyName}'],
    [
      'Di halaman Anda sendiri Anda dapat melihat pesanan, pembayaran, portofolio dan dokumen Anda:\n{link}\n\nSetiap kali dibuka, halaman meminta kode yang kami kirim ke ponsel Anda. Tautan berlaku {days} hari dan diperpanjang setiap kali kami mengirimnya.',
      'On your own page you can see your orders, payments, portfolio and documents:\n{link}\n\nEach time you open it, it asks for a code that we send to your phone. The link works for {days} days, and longer each time we send it.',
    ],
    [
      'lihat pesanan dan portofolio Anda di {link} (berlaku {days} hari, dengan kode ke ponsel Anda)',
      'see your orders and portfolio at {link} (valid for {days} days, with a code to your phone)',
    ],
  ),
  'page-code': {
    sms: {
      id: {
        subject: null,
        text: '{code} adalah kode untuk membuka halaman Anda di {companyName}. Jangan berikan kepada siapa pun. Berlaku {minutes} menit.',
      },
      en: {
        subject: null,
        text: '{code} is the code to open your page at {companyName}. Do not share it with anyone. Valid for {minutes} minutes.',
      },
    },
  },
  welcome: both(
    ['Selamat datang di {companyName}', 'Welcome to {companyName}'],
    [
      'Pendaftaran Anda sebagai investor sudah selesai.\n{identifiers}\n\nBerikutnya: {rmName} membantu Anda memilih produk. Setiap pesanan Anda setujui sendiri lewat tautan dan kode, dan dana hanya Anda kirim dari rekening Anda sendiri ke rekening produk, tidak pernah kepada RM.',
      'Your registration as an investor is complete.\n{identifiers}\n\nNext: {rmName} helps you choose a product. You approve each order yourself by a link and a code, and you send money only from your own account to the account of the product, never to the RM.',
    ],
    [
      'selamat datang, pendaftaran investor Anda selesai. {identifiers}. Kirim dana hanya dari rekening Anda sendiri ke rekening produk, tidak kepada RM.',
      'welcome, your registration is complete. {identifiers}. Send money only from your own account to the account of the product, never to the RM.',
    ],
    thanks,
  ),
  'identifiers-ready': both(
    ['Nomor investor Anda sudah terbit', 'Your investor numbers have been issued'],
    [
      'KSEI sudah menerbitkan nomor investor Anda: {identifiers}. Dengan nomor ini Anda dapat melihat kepemilikan Anda di AKSes KSEI.',
      'KSEI has issued your investor numbers: {identifiers}. With them you can see your holdings in AKSes of KSEI.',
    ],
    [
      'nomor investor Anda sudah terbit: {identifiers}.',
      'your investor numbers have been issued: {identifiers}.',
    ],
  ),
  'contact-changed': both(
    ['Kontak Anda diubah', 'Your contact details were changed'],
    [
      `Kami mengubah {contact} Anda dari {before} menjadi {after}. Tautan dan kode berikutnya dikirim ke sana.\n\n${notYou[0]}`,
      `We changed your {contact} from {before} to {after}. Later links and codes go there.\n\n${notYou[1]}`,
    ],
    [
      '{contact} Anda diubah dari {before} menjadi {after}. Bukan Anda? Segera hubungi kami.',
      'your {contact} was changed from {before} to {after}. Not you? Contact us at once.',
    ],
    thanks,
  ),
  'bank-account-changed': both(
    ['Rekening bank Anda', 'Your bank account'],
    [
      `Rekening {bankName}, nomor {account}, {change}.\n\n${notYou[0]}`,
      `The account at {bankName}, number {account}, {change}.\n\n${notYou[1]}`,
    ],
    [
      'rekening {bankName} {account} {change}. Bukan Anda? Segera hubungi kami.',
      'the account {bankName} {account} {change}. Not you? Contact us at once.',
    ],
    thanks,
  ),
  'risk-profile-changed': both(
    ['Profil risiko Anda', 'Your risk profile'],
    [
      `Profil risiko Anda sekarang {band}, berlaku sampai {until}. Profil ini menentukan produk mana yang sesuai untuk Anda. Bila jawabannya bukan jawaban Anda, sampaikan kepada kami.\n\n${notYou[0]}`,
      `Your risk profile is now {band}, valid until {until}. It decides which products suit you. If the answers were not yours, please tell us.\n\n${notYou[1]}`,
    ],
    [
      'profil risiko Anda sekarang {band}, sampai {until}. Bukan jawaban Anda? Hubungi kami.',
      'your risk profile is now {band}, until {until}. Not your answers? Contact us.',
    ],
    thanks,
  ),
  'risk-profile-expires': both(
    ['Profil risiko perlu diperbarui', 'Your risk profile needs a renewal'],
    [
      'Profil risiko Anda ({band}) berlaku sampai {until}. Setelah itu pembelian dan pengalihan menunggu profil yang baru; menjual tetap bisa. {rmName} dapat memperbaruinya bersama Anda dalam beberapa menit.',
      'Your risk profile ({band}) is valid until {until}. After that, buying and switching wait for a new one; you can still sell. {rmName} can renew it with you in a few minutes.',
    ],
    [
      'profil risiko Anda berlaku sampai {until}. Hubungi {rmName} untuk memperbaruinya.',
      'your risk profile is valid until {until}. Contact {rmName} to renew it.',
    ],
    thanks,
  ),
} as const satisfies Partial<Record<MessageKind, Partial<Wordings>>>
