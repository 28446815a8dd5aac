// The fields of a bank account that people enter, each defined once: docs/ADDING-A-FIELD.md.
import {
  described,
  named,
  type CommonControl,
  type DescribedField,
  type Values,
} from '../described.ts'
import { Nullable } from '../endpoint.ts'
import { CountryCode, Currency, FullName, Text, Written } from '../fields.ts'
import Type from 'typebox'

/** Fields chosen from a list have a control of their own, and so does the number. */
export type BankAccountControl = CommonControl | 'bank' | 'account-number' | 'currency' | 'country'

type FieldOfBankAccount = DescribedField<BankAccountControl> & {
  /** Who fills in the form. An investor is asked for fewer fields; the rest have defaults. */
  readonly enteredBy: 'rm-and-investor' | 'rm' | 'nobody'
  /** The value for an account that was added without it. */
  readonly preset: string | null
  /** Sealed in the database and masked in replies. */
  readonly isSealed: boolean
  /** `own`: the screens render this field themselves. */
  readonly shown: 'line' | 'own'
}

export const bankAccountFields = {
  bankCode: {
    schema: Type.String({ pattern: '^[0-9]{3}$', examples: ['014'] }),
    label: { id: 'Bank', en: 'Bank' },
    control: 'bank',
    isNeeded: true,
    width: 'full',
    enteredBy: 'rm-and-investor',
    preset: null,
    isSealed: false,
    shown: 'own',
  },
  number: {
    schema: Written('number', { pattern: '^[0-9]{5,34}$', examples: ['1234567890'] }),
    label: { id: 'Nomor rekening', en: 'Account number' },
    control: 'account-number',
    isNeeded: true,
    width: 'half',
    enteredBy: 'rm-and-investor',
    preset: null,
    isSealed: true,
    shown: 'own',
  },
  holderName: {
    schema: FullName,
    label: { id: 'Pemilik rekening', en: 'Account holder' },
    asked: { id: 'Nama pemilik rekening', en: 'Account holder' },
    control: 'name',
    isNeeded: true,
    width: 'half',
    enteredBy: 'rm-and-investor',
    preset: null,
    isSealed: false,
    shown: 'own',
  },
  currency: {
    schema: Currency,
    label: { id: 'Mata uang', en: 'Currency' },
    control: 'currency',
    isNeeded: false,
    width: 'half',
    enteredBy: 'rm',
    preset: 'IDR',
    isSealed: false,
    shown: 'line',
  },
  branch: {
    schema: Nullable(Text(100)),
    label: { id: 'Cabang', en: 'Branch' },
    control: 'text',
    isNeeded: false,
    width: 'half',
    enteredBy: 'rm-and-investor',
    preset: null,
    isSealed: false,
    // Shown after the bank.
    shown: 'own',
  },
  country: {
    schema: CountryCode,
    label: { id: 'Negara', en: 'Country' },
    control: 'country',
    isNeeded: false,
    width: 'half',
    enteredBy: 'nobody',
    preset: 'ID',
    isSealed: false,
    shown: 'own',
  },
} as const satisfies Record<string, FieldOfBankAccount>

type Fields = typeof bankAccountFields
export type BankAccountField = keyof Fields
/** The values of the fields; a stored account has all of them. */
export type BankAccountDetails = Values<Fields>

/** Everything derived from the fields. */
export const bankAccountDescription = described<FieldOfBankAccount>()(bankAccountFields)
const { names, of, schemas } = bankAccountDescription
const { number: _, ...openSchemas } = schemas

/** In replies, which mask the number. */
export const openBankAccountSchemas = openSchemas
export const bankAccountFieldNames = names
/** The fields that the RM fills in. */
export const enteredByRm = named(bankAccountDescription, ({ enteredBy }) => enteredBy !== 'nobody')
export const enteredByInvestor = named(
  bankAccountDescription,
  ({ enteredBy }) => enteredBy === 'rm-and-investor',
)
/** The fields with a line of their own in the details. */
export const bankAccountLines = named(bankAccountDescription, ({ shown }) => shown === 'line')

type Given = Pick<BankAccountDetails, NeededField> & {
  readonly [F in BankAccountField]?: BankAccountDetails[F] | undefined
}
type NeededField = {
  [F in BankAccountField]: Fields[F]['isNeeded'] extends true ? F : never
}[BankAccountField]
export type GivenBankAccount = Given

/** An account as it is stored: omitted fields are empty, or have their default. */
export function bankAccountDetails(given: Given): BankAccountDetails {
  return Object.fromEntries(
    names.map((name) => [name, given[name] === undefined ? of(name).preset : given[name]]),
  ) as BankAccountDetails
}
