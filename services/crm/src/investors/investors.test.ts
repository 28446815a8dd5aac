import type { Problem } from '@rmtools/contracts/problem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvestorWorld, people, type World } from './testing/world.ts'
import {
  ACCOUNT_NUMBER,
  address,
  individualForm,
  MOTHER,
  NIK,
  nikOf,
  readyCase,
  submittedCase,
} from './testing/cases.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })
const draft = async (person: 'rm' | 'otherRm' | 'foreignRm' = 'rm') =>
  await world.as(person).investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })

describe('a case of an individual', () => {
  test('goes from the draft to the submission, and shows secrets masked', async () => {
    const { id, version } = await readyCase(world)
    const before = await world.as('rm').investors.get({ id })
    expect(before.missing).toEqual([])
    expect(before.individual).toMatchObject({
      fullName: 'Siti Rahmawati',
      phone: '+6281200000001',
      identityNumber: '************0001',
      motherMaidenName: '********',
      taxResidences: [{ country: 'ID', tin: '************0001' }],
    })
    expect(before.bankAccounts).toMatchObject([
      { number: '*********6789', nameMatch: 'exact', review: 'not-needed' },
    ])
    expect(before.riskBand).toBe(3)
    expect(before.riskExpiresOn).toBe('2027-11-23')
    const submitted = await world.as('rm').investors.submit({ id, version })
    expect(submitted).toMatchObject({
      status: 'submitted',
      submittedAt: '2026-11-23T03:00:00.000Z',
    })
    const { items } = await world.as('rm').investors.history({ id })
    expect(items.map(({ kind }) => kind)).toEqual(['submitted', 'created'])
    expect(JSON.stringify(before)).not.toContain(NIK)
  })

  test('SECURITY 33: identity number, account number and mother’s name are nowhere in the database, the log or a job as they are', async () => {
    const { id, version } = await readyCase(world, { nik: nikOf(77) })
    await world.as('rm').investors.submit({ id, version })
    const tables = await world.rows<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('crm_bib', 'auth_bib', 'crm_jobs')",
    )
    expect(tables.length).toBeGreaterThan(20)
    const dump: string[] = []
    for (const { name } of tables)
      dump.push(
        ...(
          await world.rows<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)
        ).map(({ row }) => row),
      )
    const everything = [...dump, ...world.log].join('\n')
    expect(everything).toContain('Siti Rahmawati')
    for (const canary of [nikOf(77), ACCOUNT_NUMBER, MOTHER])
      expect(everything.includes(canary)).toBe(false)
  })

  test('is saved in parts: an absent field stays, null clears, an old version is refused', async () => {
    const api = world.as('rm')
    const { id, version } = await draft()
    const first = await api.investors.saveKyc({
      id,
      version,
      individual: { alias: 'Siti', placeOfBirth: 'Depok', identityAddress: address },
    })
    const second = await api.investors.saveKyc({
      id,
      version: first.version,
      individual: { placeOfBirth: null },
    })
    expect(second.individual).toMatchObject({
      alias: 'Siti',
      placeOfBirth: null,
      identityAddress: address,
    })
    await expect(
      api.investors.saveKyc({ id, version: first.version, individual: { alias: 'X' } }),
    ).rejects.toEqual(refusedWith('stale-version'))
  })

  test('every field of the form comes back as it was saved', async () => {
    const api = world.as('rm')
    const { id, version } = await draft()
    const saved = await api.investors.saveKyc({ id, version, individual: individualForm() })
    const {
      identityNumber: _,
      npwp: __,
      motherMaidenName: ___,
      taxResidences: ____,
      phone: _____,
      employer,
      ...plain
    } = individualForm()
    expect(saved.individual).toMatchObject({
      ...plain,
      employer: { ...employer, phone: '+62215551234' },
    })
  })

  test('refuses the other kind’s form and fields that do not exist', async () => {
    const { id, version } = await draft()
    await expect(
      world.as('rm').investors.saveKyc({ id, version, institutional: { nib: '1234567890123' } }),
    ).rejects.toMatchObject({
      status: 400,
    })
    await expect(
      world
        .as('rm')
        .investors.saveKyc({ id, version, individual: { status: 'approved' } as never }),
    ).rejects.toMatchObject({
      status: 400,
    })
  })

  test('cannot be submitted while something is missing, with a pointer to each item', async () => {
    const { id, version } = await draft()
    const refusal = await world
      .as('rm')
      .investors.submit({ id, version })
      .then(
        () => undefined,
        (error: Problem) => error,
      )
    expect(refusal).toEqual(refusedWith('kyc-incomplete'))
    const pointers = refusal?.errors?.map(({ pointer }) => pointer)
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/individual/identityNumber',
        '/documents/ktp',
        '/bankAccounts',
        '/riskProfile',
        '/consents/personal-data',
        '/verificationMethod',
      ]),
    )
    expect(pointers).not.toContain('/individual/fullName')
  })

  test('refuses an impossible NIK when it is saved and warns of one that does not fit', async () => {
    const api = world.as('rm')
    const { id, version } = await draft()
    const impossible = api.investors.saveKyc({
      id,
      version,
      individual: { identityType: 'ktp', identityNumber: '3174013207900001' },
    })
    await expect(impossible).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/individual/identityNumber', code: 'nik-impossible-date' }],
    })
    const saved = await api.investors.saveKyc({
      id,
      version,
      individual: { identityType: 'ktp', identityNumber: NIK, sex: 'male' },
    })
    expect(saved.warnings).toContainEqual({
      pointer: '/individual/identityNumber',
      code: 'nik-other-sex',
    })
  })

  test('a masked number in a list keeps the stored one; a mask without a stored number is refused', async () => {
    const api = world.as('rm')
    const { id, version } = await draft()
    const owner = { name: 'Hendra', nationality: 'ID', identityNumber: '3174010107700003' }
    const first = await api.investors.saveKyc({
      id,
      version,
      individual: { beneficialOwners: [owner] },
    })
    const shown = first.individual?.beneficialOwners?.[0]
    expect(shown?.identityNumber).toBe('************0003')
    const second = await api.investors.saveKyc({
      id,
      version: first.version,
      individual: {
        beneficialOwners: [{ ...owner, name: 'Hendra Wijaya', identityNumber: '************0003' }],
      },
    })
    expect(
      (await api.investors.reveal({ id, pointer: '/individual/beneficialOwners/0/identityNumber' }))
        .value,
    ).toBe('3174010107700003')
    const strange = api.investors.saveKyc({
      id,
      version: second.version,
      individual: { beneficialOwners: [{ ...owner, identityNumber: '************9999' }] },
    })
    await expect(strange).rejects.toEqual(refusedWith('kyc-invalid'))
  })

  test('one identity is one investor of a company once it is submitted; drafts only warn', async () => {
    await submittedCase(world, { nik: nikOf(500) })
    const second = await readyCase(world, { nik: nikOf(500), person: 'otherRm' })
    const { warnings } = await world.as('otherRm').investors.get({ id: second.id })
    expect(warnings).toContainEqual({
      pointer: '/individual/identityNumber',
      code: 'identity-known',
    })
    await expect(world.as('otherRm').investors.submit(second)).rejects.toEqual(
      refusedWith('investor-identity-taken'),
    )
    const foreign = await readyCase(world, { nik: nikOf(500), person: 'foreignRm' })
    expect((await world.as('foreignRm').investors.submit(foreign)).status).toBe('submitted')
  })
})

describe('from a lead', () => {
  test('the lead becomes converted in the same step, once, and only one’s own', async () => {
    const [lead] = await world.rows<{ id: string }>(
      "insert into crm_bib.lead (company_id, rm_id, full_name, phone, email) values ($1, $2, 'Lina', '+6281234567890', 'lina@example.co.id') returning id",
      [people.rm.companyId, people.rm.id],
    )
    const leadId = lead?.id ?? ''
    await expect(
      world.as('otherRm').investors.create({ kind: 'individual', fullName: 'Lina', leadId }),
    ).rejects.toMatchObject({
      status: 404,
    })
    const created = await world
      .as('rm')
      .investors.create({ kind: 'individual', fullName: 'Lina', leadId })
    expect(created).toMatchObject({
      leadId,
      phone: '+6281234567890',
      email: 'lina@example.co.id',
      status: 'draft',
    })
    expect(
      await world.rows('select status, investor_id from crm_bib.lead where id = $1', [leadId]),
    ).toEqual([{ status: 'converted', investor_id: created.id }])
    await expect(
      world.as('rm').investors.create({ kind: 'individual', fullName: 'Lina', leadId }),
    ).rejects.toEqual(refusedWith('lead-converted'))
  })
})
