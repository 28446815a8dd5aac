// The companies, callers and investors of bff's tests.
import type { SystemRole } from '@rmtools/contracts/endpoint'

export const A = '0199a000-0000-7000-8000-00000000000a'
export const B = '0199a000-0000-7000-8000-00000000000b'
export const RINA = '0199a000-0000-7000-8000-000000000001'
export const BAGUS = '0199a000-0000-7000-8000-000000000002'
export const SARI = '0199a000-0000-7000-8000-000000000003'
export const LINA_OF_B = '0199a000-0000-7000-8000-000000000004'

/** Company A's. */
export const letterhead = {
  legalName: 'PT Name Sekuritas',
  licenceNumber: 'KEP-12/PM.02/2019',
  address: 'Jl. Jenderal Sudirman Kav. 52, Jakarta 12190',
}

export type Person = {
  id: string
  role: SystemRole
  companyId?: string
  /** How long ago a password was entered; by default just now. */
  factorSecondsAgo?: number
}
export type Known = { id: string; companyId: string; rmId: string; externalId: string | null }
