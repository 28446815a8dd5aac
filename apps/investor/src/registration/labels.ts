import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import { individualLabels, institutionalLabels, partLabels } from '@rmtools/look/kyc-words'
import type { Bilingual } from '@rmtools/look/words'
import { both } from '../base/language.tsx'

const labels: Record<InvestorKind, Readonly<Record<string, Bilingual>>> = {
  individual: individualLabels,
  institutional: institutionalLabels,
}
const parts: Readonly<Record<string, Bilingual>> = partLabels

/** The name of a field. */
export const labelOf = (kind: InvestorKind, name: string): Bilingual =>
  labels[kind][name] ?? both(name, name)
/** The name of a field within an address, an employer, a list. */
export const partLabelOf = (name: string): Bilingual => parts[name] ?? both(name, name)

/** Hints for fields whose name is not clear enough. */
export const hints: Readonly<Record<string, Bilingual>> = {
  identityNumber: both(
    '16 angka pada KTP. Tanggal lahir dan jenis kelamin terisi dari sini.',
    'The 16 digits on your KTP. They fill in date of birth and sex.',
  ),
  fullName: both('Persis seperti pada dokumen identitas.', 'Exactly as on the identity document.'),
  phone: both('Kode persetujuan dikirim ke nomor ini.', 'Codes are sent to this number.'),
  motherMaidenName: both(
    'Dipakai untuk memastikan bahwa ini Anda.',
    'Used to verify that it is you.',
  ),
  isPep: both(
    'Anda, keluarga, atau rekan dekat memegang atau pernah memegang jabatan publik penting.',
    'You, your family or a close associate hold or have held an important public office.',
  ),
  isUsPerson: both(
    'Warga negara, pemegang green card, atau penduduk pajak Amerika Serikat.',
    'A citizen, green card holder or tax resident of the United States.',
  ),
  npwp: both(
    '15 atau 16 angka. Bagi WNI, NPWP sama dengan NIK.',
    '15 or 16 digits. For Indonesian citizens it is the NIK.',
  ),
  purpose: both(
    'Misalnya dana pendidikan anak atau dana pensiun.',
    "For example, children's education or retirement.",
  ),
  beneficialOwners: both(
    'Orang yang pada akhirnya memiliki dana ini.',
    'The people who ultimately own the money.',
  ),
  taxResidences: both(
    'Setiap negara tempat Anda wajib pajak, dengan nomor pajaknya (TIN).',
    'Each country where you must pay tax, with its tax number (TIN).',
  ),
  correspondenceAddress: both(
    'Isi bila surat dikirim ke alamat lain.',
    'Fill in if letters go to another address.',
  ),
  domicileAddress: both(
    'Isi bila tempat tinggal berbeda dari KTP.',
    'Fill in if you live at a different address from the KTP.',
  ),
  authorisedPersons: both(
    'Yang berwenang memberi instruksi; paling banyak dua.',
    'Those who may give instructions; at most two.',
  ),
  figures: both('Paling banyak tiga tahun terakhir.', 'At most the last three years.'),
  tin: both('Di Indonesia, TIN adalah NPWP atau NIK.', 'In Indonesia the TIN is the NPWP or NIK.'),
}

/** Labels of a single entry of a list. */
export const itemLabels: Readonly<Record<string, Bilingual>> = {
  taxResidences: both('Negara pajak', 'Tax residence'),
  beneficialOwners: both('Pemilik manfaat', 'Beneficial owner'),
  authorisedPersons: both('Pejabat berwenang', 'Authorised person'),
  figures: both('Tahun', 'Year'),
  controllingPersons: both('Pengendali', 'Controlling person'),
}
