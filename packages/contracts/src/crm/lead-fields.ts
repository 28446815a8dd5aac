// The fields of a lead that people enter, each defined once. Requests and replies, import and
// export, search, the forms and details of both apps, conflicts and the audit trail are derived
// from this list: docs/ADDING-A-FIELD.md.
import Type from 'typebox'
import { described, type CommonControl, type DescribedField, type Values } from '../described.ts'
import { Nullable } from '../endpoint.ts'
import { Email, FullName, Instant, PhoneWithExtension, Text } from '../fields.ts'

/**
 * How a field is entered, which also determines its value: several texts for tags, an instant for a
 * follow-up, otherwise a text.
 */
export type LeadControl = Exclude<CommonControl, 'date'> | 'tags' | 'follow-up'

/**
 * How a search uses a field. `on-phone`: only on the phone, which holds the whole book; the server
 * has no index for it.
 */
export type LeadSearch = 'name' | 'phone' | 'email' | 'on-phone' | 'none'

type FieldOfLead = DescribedField<LeadControl> & {
  /**
   * Usual headings of its column in a spreadsheet besides the labels, as `plainHeading` writes
   * them; null if it is never imported.
   */
  readonly headings: string | null
  readonly isExported: boolean
  /** Whether a lead's details show it. */
  readonly isShown: boolean
  readonly search: LeadSearch
}

export const leadFields = {
  fullName: {
    schema: FullName,
    label: { id: 'Nama', en: 'Name' },
    asked: { id: 'Nama lengkap', en: 'Full name' },
    control: 'name',
    isNeeded: true,
    width: 'full',
    headings:
      'fullname name nama namalengkap namanasabah namaklien namainvestor namaprospek namacalon namacalonnasabah namacalonklien namacustomer namapelanggan namakontak namalead customer customername client clientname contactname leadname prospectname nasabah klien prospek',
    isExported: true,
    // Shown as the title.
    isShown: false,
    search: 'name',
  },
  phone: {
    schema: PhoneWithExtension,
    label: { id: 'Telepon', en: 'Phone' },
    asked: { id: 'Nomor telepon', en: 'Phone number' },
    control: 'phone',
    isNeeded: true,
    width: 'half',
    headings:
      'phone telephone telepon teleponseluler teleponhp telponhp telpon tlpn telp tlp tel hp hpwa wa hptelp telphp telpwa wahp telpseluler handphone handphonewa mobile mobilephone cell cellphone cellular ponsel seluler whatsapp kontak contact phonewhatsapp phonewa mobilewa',
    isExported: true,
    isShown: true,
    search: 'phone',
  },
  email: {
    schema: Nullable(Email),
    label: { id: 'E-mail', en: 'E-mail' },
    control: 'email',
    isNeeded: false,
    width: 'half',
    headings: 'email emailaddress alamatemail mail surel alamatsurel suratelektronik',
    isExported: true,
    isShown: true,
    search: 'email',
  },
  interest: {
    schema: Nullable(Text(500)),
    label: { id: 'Minat', en: 'Interest' },
    control: 'long-text',
    isNeeded: false,
    width: 'full',
    headings:
      'interest minat minatproduk produkdiminati produkyangdiminati productinterest kebutuhan',
    isExported: true,
    isShown: true,
    search: 'on-phone',
  },
  source: {
    schema: Nullable(Text(100)),
    label: { id: 'Sumber', en: 'Source' },
    control: 'text',
    isNeeded: false,
    width: 'half',
    headings:
      'source sumber sumberdata sumberprospek sumberlead leadsource asal asaldata referensi referral',
    isExported: true,
    isShown: true,
    search: 'none',
  },
  tags: {
    schema: Type.Array(Text(40), { maxItems: 20, uniqueItems: true }),
    label: { id: 'Label', en: 'Tags' },
    control: 'tags',
    isNeeded: false,
    width: 'half',
    headings: 'tags tag label labels kategori category segmen segment',
    isExported: true,
    isShown: true,
    search: 'on-phone',
  },
  nextFollowUpAt: {
    schema: Nullable(Instant),
    label: { id: 'Tindak lanjut', en: 'Follow-up' },
    asked: { id: 'Tindak lanjut berikutnya (WIB)', en: 'Next follow-up (WIB)' },
    control: 'follow-up',
    isNeeded: false,
    width: 'half',
    headings:
      'nextfollowupat nextfollowup followup followupat followupdate tanggalfollowup tglfollowup jadwalfollowup tindaklanjut tindaklanjutberikutnya tanggaltindaklanjut tgltindaklanjut jadwaltindaklanjut hubungikembali tglhubungikembali',
    isExported: true,
    isShown: true,
    search: 'none',
  },
} as const satisfies Record<string, FieldOfLead>

/** Everything derived from the fields. */
export const leadDescription = described<FieldOfLead>()(leadFields)

export type LeadField = keyof typeof leadFields
/** The values of the fields. */
export type LeadDetails = Values<typeof leadFields>

/** Whether a name is a field's. */
export const isLeadField = leadDescription.has
/** In the order of forms and files. */
export const leadFieldNames = leadDescription.names
/** The description of a field. */
export const leadField = leadDescription.of
export const { askedOf, limitsOf } = leadDescription
export const leadDetails = leadDescription.schemas
export const givenLeadDetails = leadDescription.given
/** A lead with no values yet. */
export const blankLead = leadDescription.blank
