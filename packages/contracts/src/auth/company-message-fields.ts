// The settings of a company about messages to its clients; a part of companyFields.
import Type from 'typebox'
import { Nullable, OneOf } from '../endpoint.ts'

export const companyMessageFields = {
  whatsappPhoneId: {
    schema: Type.Optional(
      Nullable(
        Type.String({
          pattern: '^[0-9]{5,25}$',
          description: 'ID of the business phone number in WhatsApp Manager; none: no WhatsApp',
          examples: ['106540352242922'],
        }),
      ),
    ),
    label: { id: 'ID nomor WhatsApp', en: 'WhatsApp number ID' },
    hint: {
      id: 'Phone number ID dari WhatsApp Manager, 5 sampai 25 angka. Kosong: pesan tidak dikirim lewat WhatsApp.',
      en: 'The phone number ID of WhatsApp Manager, 5 to 25 digits. Empty: no messages by WhatsApp.',
    },
    control: 'digits',
    isNeeded: false,
    width: 'full',
    section: 'messages',
    isMoney: false,
    preset: null,
    isLater: true,
  },
  quietFrom: {
    schema: Type.Optional(
      Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', examples: ['21:00'] }),
    ),
    label: { id: 'Jam tenang mulai', en: 'Quiet hours from' },
    hint: {
      id: 'Pesan yang tidak mendesak menunggu sampai jam tenang berakhir. WIB.',
      en: 'What is not urgent waits until the quiet hours end. WIB.',
    },
    control: 'time',
    isNeeded: false,
    width: 'half',
    section: 'messages',
    isMoney: false,
    preset: '21:00',
    isLater: true,
  },
  quietUntil: {
    schema: Type.Optional(
      Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', examples: ['07:00'] }),
    ),
    label: { id: 'Jam tenang sampai', en: 'Quiet hours until' },
    hint: {
      id: 'Kode dan tautan yang sedang ditunggu tetap dikirim. WIB.',
      en: 'Codes and links that somebody waits for are sent all the same. WIB.',
    },
    control: 'time',
    isNeeded: false,
    width: 'half',
    section: 'messages',
    isMoney: false,
    preset: '07:00',
    isLater: true,
  },
  monthlyStatement: {
    schema: Type.Optional(OneOf(['off', 'on'])),
    label: { id: 'Laporan bulanan untuk klien', en: 'Monthly statement for clients' },
    hint: {
      id: 'Pada hari bursa pertama setiap bulan klien menerima tautan ke laporan bulan sebelumnya.',
      en: 'On the first exchange day of a month clients get a link to the statement of the month before.',
    },
    control: 'on-off',
    isNeeded: false,
    width: 'full',
    section: 'messages',
    isMoney: false,
    preset: 'off',
    isLater: true,
  },
} as const
