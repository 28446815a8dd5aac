// The one-time code that verifies the investor's phone.
import type { CodeSent } from '@rmtools/contracts/crm/approvals'
import type { Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import * as codes from '../../one-time-codes/sending.ts'
import type { CrmPorts } from '../../ports.ts'
import { ownCompany } from '../company/queries.ts'
import type { Opened } from './link.ts'
import { countTry, keepCode } from './queries.ts'

type Ports = Pick<CrmPorts, 'clock' | 'otpSecret' | 'gate'>

/** Sends a code and voids the earlier one. */
export async function sendCode(
  db: Transaction,
  { link, investor }: Opened,
  ports: Ports,
): Promise<CodeSent> {
  const company = await ownCompany(db, investor.companyId)
  return await codes.sendCode(
    db,
    link,
    {
      kind: 'registration-code',
      investorId: investor.id,
      phone: investor.phone,
      companyName: company?.name ?? '',
      settings: company?.settings ?? {},
    },
    { ports, keep: async (code) => await keepCode(db, link.id, code) },
  )
}

/** Counts the attempt; the refusal is returned, so that the count is committed. */
export async function tryCode(
  db: Transaction,
  { link, investor }: Opened,
  code: string,
  ports: Ports,
): Promise<Problem | undefined> {
  return await codes.tryCode(link, code, {
    phone: investor.phone,
    ports,
    count: async (isSpent) => await countTry(db, link.id, isSpent),
  })
}
