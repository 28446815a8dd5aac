import { noSuchField } from '@rmtools/contracts/crm/investor-problems'
import { secretFields, secretItems, type SecretList } from '@rmtools/contracts/crm/kyc'
import { Problem } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import type { CrmPorts } from '../../ports.ts'
import { openNumber } from '../bank-accounts/capture.ts'
import { accountById } from '../bank-accounts/queries.ts'
import { openForm } from './save.ts'
import type { Case } from '../queries.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The value behind a mask, null when there is none. Throws no-such-field for what is not a masked field. */
export async function revealedValue(
  db: Db,
  investor: Case,
  pointer: string,
  ports: Pick<CrmPorts, 'sealer'>,
): Promise<string | null> {
  const [, root = '', field = '', index = '', property = ''] = pointer.split('/')
  if (root === 'bankAccounts' && UUID.test(field) && index === 'number') {
    const account = await accountById(db, investor.id, field)
    if (account) return openNumber(account, ports)
  }
  if (root === investor.kind) {
    const isField =
      (secretFields[investor.kind] as readonly string[]).includes(field) && index === ''
    const isItem =
      Object.hasOwn(secretItems, field) &&
      /^[0-9]$/.test(index) &&
      (secretItems[field as SecretList] as readonly string[]).includes(property)
    if (isField || isItem) {
      const value = (await openForm(db, investor, ports))[field]
      const found: unknown = isField
        ? value
        : Array.isArray(value)
          ? (value as Record<string, unknown>[])[Number(index)]?.[property]
          : null
      return typeof found === 'string' ? found : null
    }
  }
  throw new Problem(noSuchField, { errors: [{ pointer: '/pointer', code: 'no-such-field' }] })
}
