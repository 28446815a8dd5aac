// Generated from the contracts by `npm run generate`. Do not edit.

export type CalendarDate = string

export type CountryCode = string

export type Currency = string

export type Email = string

export type FullName = string

export type Id = string

/** UTC, RFC 3339 */
export type Instant = string

export type LinkToken = string

/**
 * Rupiah; above it a drawn signature is rejected. Instructions in other currencies are not compared
 */
export type Money = string

export type OtpCode = string

export type Phone = string

export type PhoneWithExtension = string

export type Search = string

export type Units = string

/** Version of the record that the client read; a later change is rejected */
export type Version = number
