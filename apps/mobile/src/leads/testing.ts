// A lead as the server returns it, for tests.
import { blankLead } from '@rmtools/contracts/crm/lead-fields'
import type { Lead } from '@rmtools/contracts/crm/leads'

/** A lead with the given fields. */
export const leadOf = (over: Partial<Lead> = {}): Lead => ({
  ...blankLead,
  id: '1',
  companyId: 'c',
  rmId: 'u',
  rmName: null,
  fullName: 'Siti Rahmawati',
  phone: '+6281200000001',
  phoneExtension: null,
  status: 'new',
  lostReason: null,
  investorId: null,
  version: 3,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  ...over,
})
