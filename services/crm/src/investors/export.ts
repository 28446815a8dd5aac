// Investors as a file: which columns. Nothing of the form, which holds what is masked.
import type { Investor } from '@rmtools/contracts/crm/investors'
import { column, type Columns } from '@rmtools/kit/tables'

export const investorColumns: Columns<Investor> = [
  column('id'),
  column('displayName'),
  column('kind'),
  column('status'),
  column('rmName'),
  column('email'),
  column('phone'),
  column('isPep'),
  column('externalId'),
  column('sid'),
  column('ifua'),
  column('riskBand'),
  column('riskExpiresOn'),
  column('syncError'),
  column('claimedByName'),
  column('submittedAt'),
  column('reviewedAt'),
  column('createdAt'),
]
