// The fields of a lead that people write, each said once. Requests and replies, spreadsheets in and out, search, the forms and details of
// both apps, conflicts and the audit trail are derived from this list: docs/ADDING-A-FIELD.md.
import Type, { type Static, type TOptional, type TSchema } from 'typebox'
import { Nullable } from '../endpoint.ts'
import { Email, FullName, Instant, PhoneWithExtension, Text } from '../fields.ts'
import { MAX_PHONE_CHARACTERS } from '../phones.ts'

/** How a field is entered, which also says what its value is: several texts for tags, an instant for a follow-up, else a text. */
export type LeadControl = 'name' | 'text' | 'long-text' | 'phone' | 'email' | 'tags' | 'follow-up'

/** How a search looks into a field. `on-phone`: only there, where the whole book is at hand; the server has no index for it. */
export type LeadSearch = 'name' | 'phone' | 'email' | 'on-phone' | 'none'

type Words = { readonly id: string; readonly en: string }
type FieldOfLead = {
  /** Its limits, and how it is read before it is checked (`x-reads`). */
  readonly schema: TSchema
  /** In lists, details, files and the audit trail. */
  readonly label: Words
  /** In forms, where they ask for it in more words. */
  readonly asked?: Words
  readonly control: LeadControl
  /** A lead cannot be without it. */
  readonly isNeeded: boolean
  /** Two neighbours of half a width share a line of the console's form. */
  readonly width: 'half' | 'full'
  /** What people call its column in a spreadsheet, beside the labels, as `plainHeading` writes it; null when no file brings it. */
  readonly headings: string | null
  readonly isExported: boolean
  /** Among the details of a lead. */
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
    // It is the title.
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

type Fields = typeof leadFields
export type LeadField = keyof Fields
type Schemas = { [F in LeadField]: Fields[F]['schema'] }
/** The fields as somebody who adds a lead gives them: what a lead can be without may be left out. */
type Given = {
  [F in LeadField]: Fields[F]['isNeeded'] extends true ? Schemas[F] : TOptional<Schemas[F]>
}
/** The values of the fields. */
export type LeadDetails = { [F in LeadField]: Static<Schemas[F]> }

/** Whether a name is that of a field. */
export const isLeadField = (name: string): name is LeadField => Object.hasOwn(leadFields, name)
/** In the order of forms and files. */
export const leadFieldNames: readonly LeadField[] = Object.keys(leadFields).filter(isLeadField)

/** Everything that is said of a field. */
export const leadField = (name: LeadField): FieldOfLead => leadFields[name]
/** What a form calls a field. */
export const askedOf = (name: LeadField): Words => leadField(name).asked ?? leadField(name).label

/** What stands for nothing entered. */
function blankOf({ control, isNeeded }: FieldOfLead): string | readonly string[] | null {
  if (control === 'tags') return []
  return isNeeded ? '' : null
}

const each = <T>(of: (field: FieldOfLead) => T) =>
  Object.fromEntries(leadFieldNames.map((name) => [name, of(leadField(name))]))

export const leadDetails = each(({ schema }) => schema) as Schemas
export const givenLeadDetails = each(({ schema, isNeeded }) =>
  isNeeded ? schema : Type.Optional(schema),
) as Given
/** A lead of which nothing is entered yet. */
export const blankLead = each(blankOf) as LeadDetails

type Limits = { readonly characters?: number; readonly items?: number }
type Limited = { readonly maxLength?: number; readonly maxItems?: number; readonly items?: Limited }

/** How much an input takes: of tags how many, and of how many characters each. */
export function limitsOf(name: LeadField): Limits {
  const { schema, control } = leadField(name)
  const { maxLength, maxItems, items } = schema as Limited
  const characters = control === 'phone' ? MAX_PHONE_CHARACTERS : (items?.maxLength ?? maxLength)
  return {
    ...(characters === undefined ? {} : { characters }),
    ...(maxItems === undefined ? {} : { items: maxItems }),
  }
}
