// Repetitions from a phone that missed our reply: equal content is the same record, different
// content is refused with its fields.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCrmWorld, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => {
  world = await createCrmWorld()
  await world.rows(
    `insert into crm_bib.bank (code, name, bic) values ('014', 'Bank Central Asia', 'CENAIDJA') on conflict do nothing`,
  )
})
afterAll(async () => await world[Symbol.asyncDispose]())

const refused = (...pointers: string[]) => ({
  status: 409,
  code: 'saved-differently',
  errors: pointers.map((pointer) => ({ pointer, code: 'saved-differently' })),
})

test('a lead', async () => {
  const api = world.as('rina').leads
  const lead = {
    id: crypto.randomUUID(),
    fullName: 'Budi',
    phone: '0812-9920-0001',
    tags: ['emas'],
    nextFollowUpAt: '2026-12-01T02:00:00.000Z',
  }
  const { lead: first } = await api.create(lead)
  expect((await api.create({ ...lead, phone: '+62 812 9920 0001', email: null })).lead).toEqual(
    first,
  )
  await expect(
    api.create({ ...lead, fullName: 'Budiman', interest: 'Obligasi' }),
  ).rejects.toMatchObject(refused('/fullName', '/interest'))
  await expect(api.create({ ...lead, tags: [] })).rejects.toMatchObject(refused('/tags'))
  expect(await api.get({ id: lead.id })).toMatchObject({
    fullName: 'Budi',
    interest: null,
    version: 1,
  })
})

test('a note in a time line', async () => {
  const { id } = (await world.as('rina').leads.create({ fullName: 'Tono', phone: '081299200002' }))
    .lead
  const api = world.as('rina').leadActivities
  const note = { id, activityId: crypto.randomUUID(), kind: 'note', text: 'Minta brosur' } as const
  const first = await api.create(note)
  expect(await api.create(note)).toEqual(first)
  await expect(api.create({ ...note, text: 'Minta brosur dan simulasi' })).rejects.toMatchObject(
    refused('/text'),
  )
  expect((await api.list({ id })).items.map(({ text }) => text)).toEqual(['Minta brosur'])
})

test('a case, its account and its document', async () => {
  const { investors, bankAccounts, documents } = world.as('rina')
  const newCase = {
    id: crypto.randomUUID(),
    kind: 'individual',
    fullName: 'Siti',
    phone: '081299200003',
  } as const
  const first = await investors.create(newCase)
  expect(await investors.create(newCase)).toEqual(first)
  await expect(investors.create({ ...newCase, fullName: 'Siti R' })).rejects.toMatchObject(
    refused('/fullName'),
  )
  await expect(investors.create({ ...newCase, kind: 'institutional' })).rejects.toMatchObject(
    refused('/kind'),
  )
  const account = {
    id: newCase.id,
    accountId: crypto.randomUUID(),
    bankCode: '014',
    number: '123 456 7890',
    holderName: 'Siti',
  }
  const stored = await bankAccounts.create(account)
  expect(await bankAccounts.create({ ...account, number: '1234567890' })).toEqual(stored)
  await expect(bankAccounts.create({ ...account, number: '1234567891' })).rejects.toMatchObject(
    refused('/number'),
  )
  const paper = { id: newCase.id, documentId: crypto.randomUUID(), type: 'ktp' } as const
  const { document: announced } = await documents.declare(paper)
  expect(await documents.declare(paper)).toMatchObject({ document: { id: announced.id } })
  await expect(documents.declare({ ...paper, type: 'selfie' })).rejects.toMatchObject(
    refused('/type'),
  )
})
