import { isOneOf } from '@rmtools/contracts/keys'
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import { kycFieldNames, secretFields, secretItems } from '@rmtools/contracts/crm/kyc'
import type { NikRegions } from '@rmtools/contracts/crm/nik'
import { sql, type Db } from '@rmtools/kit/db'

/** Fields stored in the case itself. */
export const caseFields = ['fullName', 'email', 'phone'] as const

/** A stored form: secret columns hold masked text, `<field>Sealed` the sealed value. */
export type KycRow = { readonly [field: string]: unknown }

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const tableOf = (kind: InvestorKind) => sql.table(`investor_${kind}`)

/** The columns of the form, including sealed ones. */
function columnsOf(kind: InvestorKind): string[] {
  const own = kycFieldNames[kind].filter((name) => !isOneOf(caseFields, name))
  const sealed = own
    .filter((name) => name in secretItems || isOneOf<string>(secretFields[kind], name))
    .map((name) => `${name}Sealed`)
  return [...own, ...sealed].map(snake)
}

const columns = { individual: columnsOf('individual'), institutional: columnsOf('institutional') }

/** The form of a case; undefined until a part of it is saved. */
export async function kycRow(db: Db, kind: InvestorKind, id: string): Promise<KycRow | undefined> {
  return await db.one(sql<KycRow>`select * from ${tableOf(kind)} where id = ${id}`)
}

/**
 * Saves a part of a form: `patch` by field names; absent ones stay, null clears. Every part uses
 * the same statement, so that it stays prepared. Sealed values are in PostgreSQL's hex form.
 */
export async function upsertKyc(
  db: Db,
  kind: InvestorKind,
  id: string,
  patch: Record<string, unknown>,
): Promise<void> {
  const json = JSON.stringify(
    Object.fromEntries(Object.entries(patch).map(([name, value]) => [snake(name), value])),
  )
  const names = sql.join(columns[kind].map((name) => sql.ref(name)))
  const fresh = sql.join(columns[kind].map((name) => sql.ref(`p.${name}`)))
  await db.run(sql`
    insert into ${tableOf(kind)} as form (id, ${names})
    select ${id}::uuid, ${fresh} from jsonb_populate_record(null::${tableOf(kind)}, ${json}::jsonb) p
    on conflict (id) do update set (updated_at, ${names}) = (select now(), ${fresh} from jsonb_populate_record(form, ${json}::jsonb) p)`)
}

export type CasePatch = {
  displayName: string
  email: string | null
  phone: string | null
  isPep: boolean
  identityHash: Buffer | null
  verificationMethod: string | null
  maker: string | null
}

/**
 * Writes the form fields that the case row holds, and raises its version; the case must be locked.
 */
export async function touchCase(db: Db, id: string, patch: CasePatch): Promise<void> {
  const { displayName, email, phone, isPep, identityHash, verificationMethod, maker } = patch
  await db.run(sql`
    update investor set version = version + 1, updated_at = now(), display_name = ${displayName}, email = ${email}, phone = ${phone}, is_pep = ${isPep},
      identity_hash = ${identityHash}, verification_method = ${verificationMethod},
      makers = case when ${maker}::uuid is null or makers @> array[${maker}::uuid] then makers else makers || ${maker}::uuid end
    where id = ${id}`)
}

/** Which of the regions in the first digits of these NIKs exist. */
export async function regionsOf(db: Db, niks: readonly string[]): Promise<NikRegions> {
  const dotted = niks.flatMap((nik) => [
    nik.slice(0, 2),
    `${nik.slice(0, 2)}.${nik.slice(2, 4)}`,
    `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}`,
  ])
  const rows = await db.all(sql<{ code: string }>`
    select code from province where code = any(${dotted}::text[])
    union all select code from city where code = any(${dotted}::text[])
    union all select code from district where code = any(${dotted}::text[])`)
  const ofLength = (length: number) =>
    new Set(
      rows.map(({ code }) => code.replaceAll('.', '')).filter((code) => code.length === length),
    )
  return { provinces: ofLength(2), regencies: ofLength(4), districts: ofLength(6) }
}
