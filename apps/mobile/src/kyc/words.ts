// The names of the parts and fields of a case.
import {
  documentLabels,
  individualLabels,
  institutionalLabels,
  kycParts,
  partLabels,
} from '@rmtools/look/kyc-words'
import { nouns, type Bilingual } from '@rmtools/look/words'
import { say } from '../base/preferences.ts'

type Named = Readonly<Record<string, Bilingual>>
const labels: Readonly<Record<string, Named>> = {
  individual: individualLabels,
  institutional: institutionalLabels,
  documents: documentLabels,
}
const parts: Named = partLabels
const sections: Named = kycParts

export const sectionWord = (id: string): Bilingual => sections[id] ?? say(id, id)
export const partWord = (name: string): Bilingual => parts[name] ?? say(name, name)

/** The label for a JSON pointer, such as `/individual/religion` or `/documents/ktp`. */
export function fieldLabel(pointer: string): Bilingual {
  const [, area = '', name = ''] = pointer.split('/')
  if (area === 'bankAccounts') return nouns.bankAccount
  if (area === 'riskProfile') return nouns.riskProfile
  if (area === 'consents') return nouns.consent
  if (area === 'verificationMethod') return verification
  return labels[area]?.[name] ?? say(name || area, name || area)
}

export const verification = say('Cara verifikasi', 'Verification method')

/** Hints for fields whose name is not clear enough. */
export const hints: Named = {
  identityNumber: say(
    '16 angka pada KTP. Tanggal lahir, jenis kelamin, dan wilayah terisi dari sini.',
    'The 16 digits on the KTP. They fill in date of birth, sex and area.',
  ),
  fullName: say('Persis seperti pada dokumen identitas.', 'Exactly as on the identity document.'),
  phone: say(
    'Kode persetujuan dikirim ke nomor ini.',
    'Codes for approval are sent to this number.',
  ),
  isPep: say(
    'Investor, keluarga, atau rekan dekatnya memegang atau pernah memegang jabatan publik penting.',
    'The investor, their family or a close associate hold or have held an important public office.',
  ),
  isUsPerson: say(
    'Warga negara, pemegang green card, atau penduduk pajak Amerika Serikat.',
    'A citizen, green card holder or tax resident of the United States.',
  ),
  npwp: say(
    '15 atau 16 angka. Bagi WNI, NPWP sama dengan NIK.',
    '15 or 16 digits. For Indonesian citizens it is the NIK.',
  ),
  purpose: say(
    'Misalnya dana pendidikan anak atau dana pensiun.',
    "For example, children's education or retirement.",
  ),
  beneficialOwners: say(
    'Orang yang pada akhirnya memiliki dana ini.',
    'The people who ultimately own the money.',
  ),
  taxResidences: say(
    'Setiap negara tempat wajib pajak, dengan nomor pajaknya (TIN).',
    'Each country where tax is due, with its tax number (TIN).',
  ),
  correspondenceAddress: say(
    'Isi bila surat dikirim ke alamat lain.',
    'Fill in if letters go to another address.',
  ),
  domicileAddress: say(
    'Isi bila tempat tinggal berbeda dari KTP.',
    'Fill in if the residence differs from the KTP.',
  ),
  authorisedPersons: say(
    'Yang berwenang memberi instruksi; paling banyak dua.',
    'Those who may give instructions; at most two.',
  ),
  figures: say('Paling banyak tiga tahun terakhir.', 'At most the last three years.'),
  tin: say('Di Indonesia, TIN adalah NPWP atau NIK.', 'In Indonesia the TIN is the NPWP or NIK.'),
}

/** Labels of a single entry of a list. */
export const itemWords: Named = {
  taxResidences: say('Negara pajak', 'Tax residence'),
  beneficialOwners: say('Pemilik manfaat', 'Beneficial owner'),
  authorisedPersons: say('Pejabat berwenang', 'Authorised person'),
  figures: say('Tahun', 'Year'),
  controllingPersons: say('Pengendali', 'Controlling person'),
}
