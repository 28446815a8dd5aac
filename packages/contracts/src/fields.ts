// Fields that several nouns share.
import Type from 'typebox'
import { Shape, Named } from './endpoint.ts'
import { NAME_PATTERN } from './name-letters.ts'
import { E164 } from './phones.ts'
import type { Reading } from './reading.ts'

/**
 * A text that is parsed as people write it before it is validated: `x-reads` names the parser
 * (reading.ts).
 */
export const Written = <O extends object>(reading: Reading, options: O) =>
  Type.String({ ...options, 'x-reads': reading })

export const Id = Named(
  'Id',
  Type.String({
    format: 'uuid',
    examples: ['0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11'],
  }),
)
export const ById = Named('ById', Shape({ id: Id }))
/** Accepted with any offset of RFC 3339; stored and returned in UTC. */
export const Instant = Named(
  'Instant',
  Written('instant', {
    format: 'date-time',
    description: 'UTC, RFC 3339',
    examples: ['2026-11-23T06:05:00.000Z'],
  }),
)
export const CalendarDate = Named(
  'CalendarDate',
  Written('date', { format: 'date', examples: ['2026-11-23'] }),
)
export const Version = Named(
  'Version',
  Type.Integer({
    minimum: 1,
    maximum: 2147483647,
    description: 'Version of the record that the client read; a later change is rejected',
  }),
)

/**
 * A person's or institution's name: a single field as on the identity card, in letters that every
 * document can print; names of one word are common.
 */
export const FullName = Named(
  'FullName',
  Written('name', {
    minLength: 1,
    maxLength: 150,
    pattern: NAME_PATTERN,
    examples: ['Siti Rahmawati'],
  }),
)
export const Email = Named(
  'Email',
  Written('email', {
    format: 'email',
    maxLength: 254,
    examples: ['siti@example.co.id'],
  }),
)
/**
 * As people write it (08.., 62.., +62.., 0062.., with brackets, dashes and spaces); parsed to
 * E.164, and returned so.
 */
export const Phone = Named(
  'Phone',
  Written('phone', { pattern: E164, examples: ['+6281200000001'] }),
)
/** The same with an extension at a switchboard, as `;ext=12` (RFC 3966). */
export const PhoneWithExtension = Named(
  'PhoneWithExtension',
  Written('phone-with-extension', {
    pattern: E164.replace('$', '(;ext=[0-9]{1,6})?$'),
    examples: ['+6281200000001'],
  }),
)
export const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
export const Search = Named('Search', Type.String({ minLength: 1, maxLength: 100 }))

/** Exact decimal with at most two places, as text: never a float. */
export const Money = Named(
  'Money',
  Type.String({
    pattern: '^(0|[1-9][0-9]{0,17})(\\.[0-9]{1,2})?$',
    examples: ['1500000.00'],
  }),
)
/** Units of a fund: at most four places, as text. */
export const Units = Named(
  'Units',
  Type.String({
    pattern: '^(0|[1-9][0-9]{0,19})(\\.[0-9]{1,4})?$',
    examples: ['1234.5678'],
  }),
)
export const Currency = Named('Currency', Type.String({ pattern: '^[A-Z]{3}$', examples: ['IDR'] }))
export const CountryCode = Named(
  'CountryCode',
  Type.String({ pattern: '^[A-Z]{2}$', examples: ['ID'] }),
)

/** A one-time password: six digits (NIST SP 800-63B-4, 3.1.3.2). */
export const OtpCode = Named(
  'OtpCode',
  Type.String({ pattern: '^[0-9]{6}$', examples: ['123456'] }),
)
/** A one-time token of 256 bits from a link, base64url. */
export const LinkToken = Named('LinkToken', Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }))
