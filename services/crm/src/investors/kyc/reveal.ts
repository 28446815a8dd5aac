import { noSuchField } from '@rmtools/contracts/crm/investor-problems'
import { secretFields, secretItems, type SecretList } from '@rmtools/contracts/crm/kyc'
import { Problem } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import type { CrmPorts } from '../../ports.ts'
import { openNumber } from '../bank-accounts/capture.ts'
import { accountById } from '../bank-accounts/queries.ts'
import { openForm } from './save.ts'
import type { KycCase } from '../queries.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The value behind a mask, null if there is none. Throws no-such-field if the field is not masked.
 */
export async function revealedValue(
  db: Db,
  investor: KycCase,
  pointer: string,
  ports: Pick<CrmPorts, 'sealer'>,
): Promise<string | null> {
  const [, root = '', field = '', index = '', property = ''] = pointer.split('/')
  if (root === 'bankAccounts' && UUID.test(field) && index === 'number') {
    const account = await accountById(db, investor.id, field)
    if (account) return openNumber(account, ports)
  }
  const isField = isOneOf(secretFields[investor.kind], field) && index === ''
  const isItem =
    isSecretList(field) && /^[0-9]$/.test(index) && isOneOf(secretItems[field], property)
  if (root !== investor.kind || !(isField || isItem))
    throw new Problem(noSuchField, { errors: [{ pointer: '/pointer', code: 'no-such-field' }] })
  const value = (await openForm(db, investor, ports))[field]
  const found = isField ? value : propertyOf(value, Number(index), property)
  return typeof found === 'string' ? found : null
}

const isOneOf = (names: readonly string[], name: string) => names.includes(name)

const isSecretList = (field: string): field is SecretList => Object.hasOwn(secretItems, field)

function propertyOf(list: unknown, index: number, property: string): unknown {
  const item: unknown = Array.isArray(list) ? list[index] : undefined
  if (typeof item !== 'object' || item === null) return undefined
  return Object.entries(item).find(([name]) => name === property)?.[1]
}
