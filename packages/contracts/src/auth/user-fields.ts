// The fields of a user that an administrator enters, each defined once: docs/ADDING-A-FIELD.md.
import { picked } from '../keys.ts'
import Type from 'typebox'
import {
  described,
  named,
  stored,
  type CommonControl,
  type DescribedField,
  type Values,
} from '../described.ts'
import { Nullable } from '../endpoint.ts'
import { CalendarDate, Email, FullName, Phone, Text } from '../fields.ts'
import { Language } from './registration.ts'

/** `role` and `language` are chosen from a list. */
export type UserControl = CommonControl | 'role' | 'language'

type FieldOfUser = DescribedField<UserControl> & {
  /** When an administrator enters it. Users change their own addresses, with a code. */
  readonly entered: 'always' | 'invitation'
  /** The value for an invitation that omits it. */
  readonly preset: 'id' | null
  /** A column of the user. The role is a column of the membership. */
  readonly isStored: boolean
  /** `own`: the person's page renders this field itself. */
  readonly shown: 'line' | 'own'
  /** `phone`: also by its digits alone. */
  readonly search: 'text' | 'phone' | 'none'
}

export const userFields = {
  fullName: {
    schema: FullName,
    label: { id: 'Nama', en: 'Name' },
    control: 'name',
    isNeeded: true,
    width: 'full',
    entered: 'always',
    preset: null,
    isStored: true,
    // Shown as the title.
    shown: 'own',
    search: 'text',
  },
  role: {
    schema: Type.String({ maxLength: 50, examples: ['rm'] }),
    label: { id: 'Peran', en: 'Role' },
    control: 'role',
    isNeeded: true,
    width: 'half',
    entered: 'always',
    preset: null,
    isStored: false,
    shown: 'own',
    search: 'none',
  },
  language: {
    schema: Language,
    label: { id: 'Bahasa', en: 'Language' },
    control: 'language',
    isNeeded: false,
    width: 'half',
    entered: 'always',
    preset: 'id',
    isStored: true,
    shown: 'own',
    search: 'none',
  },
  licenceNumber: {
    schema: Nullable(Text(50)),
    label: { id: 'Nomor izin', en: 'Licence number' },
    control: 'text',
    isNeeded: false,
    width: 'half',
    entered: 'always',
    preset: null,
    isStored: true,
    shown: 'own',
    search: 'text',
  },
  licenceExpiresOn: {
    schema: Nullable(CalendarDate),
    label: { id: 'Berlaku sampai', en: 'Valid until' },
    control: 'date',
    isNeeded: false,
    width: 'half',
    entered: 'always',
    preset: null,
    isStored: true,
    shown: 'own',
    search: 'none',
  },
  email: {
    schema: Email,
    label: { id: 'E-mail', en: 'E-mail' },
    control: 'email',
    isNeeded: true,
    width: 'half',
    entered: 'invitation',
    preset: null,
    isStored: true,
    shown: 'own',
    search: 'text',
  },
  phone: {
    schema: Phone,
    label: { id: 'Telepon', en: 'Phone' },
    control: 'phone',
    isNeeded: false,
    width: 'half',
    entered: 'invitation',
    preset: null,
    isStored: true,
    shown: 'own',
    search: 'phone',
  },
} as const satisfies Record<string, FieldOfUser>

type Fields = typeof userFields
export type UserField = keyof Fields
type Stored = { [F in UserField]: Fields[F]['isStored'] extends true ? F : never }[UserField]
type Edited = { [F in UserField]: Fields[F]['entered'] extends 'always' ? F : never }[UserField]

/** Everything derived from the fields. */
export const userDescription = described<FieldOfUser>()(userFields)
const { has, of, schemas } = userDescription

const isStored = (name: UserField): name is StoredUserField => of(name).isStored
const isEdited = (name: UserField): name is EditedUserField => of(name).entered === 'always'
export type StoredUserField = Stored
export type EditedUserField = Edited
/** Columns of a user, in the order of forms. */
export const storedUserFields: readonly StoredUserField[] = userDescription.names.filter(isStored)
/** The fields of an existing user that can be changed. */
export const editedUserFields: readonly EditedUserField[] = userDescription.names.filter(isEdited)
export const isUserField = has
export const searchedUserFields = named(userDescription, ({ search }) => search !== 'none')

/** A user as an invitation stores it: omitted fields are empty, or have their default. */
export type UserValues = {
  [F in StoredUserField]: Fields[F]['isNeeded'] extends true
    ? Values<Fields>[F]
    : Fields[F]['preset'] extends 'id'
      ? Values<Fields>[F]
      : Values<Fields>[F] | null
}
type NeededField = {
  [F in StoredUserField]: Fields[F]['isNeeded'] extends true ? F : never
}[StoredUserField]
/** The required and the optional fields of a user. */
export type GivenUser = Pick<UserValues, NeededField> & {
  readonly [F in StoredUserField]?: UserValues[F] | undefined
}

type EditedSchemas = { [F in EditedUserField]: Fields[F]['schema'] }
export const editedUserSchemas: EditedSchemas = picked(schemas, editedUserFields)
/** In replies. */
export const shownUserSchemas: EditedSchemas = {
  ...editedUserSchemas,
  ...stored(editedUserSchemas),
}

/** A user as an invitation stores it: omitted fields are empty, or have their default. */
export function userValues(given: GivenUser): UserValues {
  return Object.fromEntries(
    storedUserFields.map((name) => [name, given[name] ?? of(name).preset]),
  ) as UserValues
}
