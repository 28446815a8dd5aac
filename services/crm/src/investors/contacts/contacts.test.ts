import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvestorWorld, people, type World } from '../testing/world.ts'
import {
  individualForm,
  institutionalForm,
  nikOf,
  readyCase,
  submittedCase,
} from '../testing/cases.ts'

let world: World
let serial = 900
beforeAll(async () => {
  world = await createInvestorWorld()
  await staff(people.rm.id, { phone: '+6281355500001', email: 'rina@investa.example' })
  await staff(people.otherRm.id, { phone: '+6281355500002', email: 'oscar.rm@gmail.com' })
  await staff(people.foreignRm.id, { phone: '+6281355500003', email: 'fajar@sentosa.example' })
})
afterAll(async () => await world[Symbol.asyncDispose]())

async function staff(id: string, contact: { phone: string; email: string }) {
  await world.rows('update crm_bib.known_user set phone = $2, email = $3 where id = $1', [
    id,
    contact.phone,
    contact.email,
  ])
}
const refusedAt = (...pointers: string[]) => ({
  kind: { code: 'contact-of-staff' },
  errors: pointers.map((pointer) => ({ pointer, code: 'contact-of-staff' })),
})
const create = async (contact: { phone?: string; email?: string }) =>
  await world
    .as('rm')
    .investors.create({ kind: 'individual', fullName: 'Siti Rahmawati', ...contact })
const warningsOf = async (id: string) => (await world.as('reviewer').investors.get({ id })).warnings

describe('SECURITY 59: a contact of staff is not accepted for an investor', () => {
  test('a new case refuses phone and e-mail of the RM and of colleagues, however they are written', async () => {
    await expect(
      create({ phone: '0813-5550-0001', email: 'Rina@Investa.example' }),
    ).rejects.toMatchObject(refusedAt('/phone', '/email'))
    await expect(create({ email: 'rina+siti@investa.example' })).rejects.toMatchObject(
      refusedAt('/email'),
    )
    await expect(create({ email: 'oscarrm+klien@googlemail.com' })).rejects.toMatchObject(
      refusedAt('/email'),
    )
    await expect(create({ phone: '+6281355500002' })).rejects.toMatchObject(refusedAt('/phone'))
  })

  test('another company’s staff are treated as anybody else: nothing about them is disclosed', async () => {
    expect(await create({ phone: '+6281355500003', email: 'fajar@sentosa.example' })).toMatchObject(
      { status: 'draft' },
    )
  })

  test('a user who left the company may become its investor', async () => {
    await world.rows(
      "insert into crm_bib.known_user (id, sequence, full_name, status, company_ids, phone) values (gen_random_uuid(), 1, 'Lama', 'inactive', $1, '+6281355500009')",
      [[people.rm.companyId]],
    )
    expect(await create({ phone: '+6281355500009' })).toMatchObject({ status: 'draft' })
  })

  test('a lead with such a phone does not become an investor', async () => {
    const [lead] = await world.rows<{ id: string }>(
      `insert into crm_bib.lead (company_id, rm_id, full_name, phone, status) values ($1, $2, 'Prospek', '+6281355500001', 'new') returning id`,
      [people.rm.companyId, people.rm.id],
    )
    await expect(
      world
        .as('rm')
        .investors.create({ kind: 'individual', fullName: 'Prospek', leadId: lead?.id ?? '' }),
    ).rejects.toMatchObject(refusedAt('/phone'))
  })

  test('the form refuses it where it is written, for authorised persons too', async () => {
    const { id, version } = await create({})
    const save = async (individual: object) =>
      await world.as('rm').investors.saveKyc({ id, version, individual })
    await expect(save({ email: 'RINA@investa.example' })).rejects.toMatchObject(
      refusedAt('/individual/email'),
    )
    await expect(save({ homePhone: '081355500001' })).rejects.toMatchObject(
      refusedAt('/individual/homePhone'),
    )
    const institution = await world
      .as('rm')
      .investors.create({ kind: 'institutional', fullName: 'PT Sumber' })
    const [person] = institutionalForm.authorisedPersons ?? []
    const authorisedPersons = [
      { ...person, mobile: '0813 5550 0001', email: 'rina@investa.example' },
    ] as never
    await expect(
      world.as('rm').investors.saveKyc({
        id: institution.id,
        version: institution.version,
        institutional: { authorisedPersons },
      }),
    ).rejects.toMatchObject(
      refusedAt(
        '/institutional/authorisedPersons/0/mobile',
        '/institutional/authorisedPersons/0/email',
      ),
    )
  })

  test('the holder of a link gets the same refusal', async () => {
    const { id, version } = await create({ email: 'siti.link@example.co.id' })
    await world.as('rm').remoteRegistration.sendLink({ id, version, channel: 'email' })
    const sent = (await world.jobs<{ text: string }>('message')).at(-1)
    const token = /register\/([\w-]{43})/.exec(sent?.text ?? '')?.[1] ?? ''
    await expect(
      world.anybody.remoteRegistration.save({
        token,
        version: version + 1,
        individual: { phone: '081355500001' },
      }),
    ).rejects.toMatchObject(refusedAt('/individual/phone'))
  })

  test('a contact that became staff’s later: no link goes there, nothing is submitted or approved, the reviewer sees why', async () => {
    const joined = people.admin.id
    const { id, version } = await readyCase(world, { nik: nikOf(serial++) })
    const first = individualForm().phone ?? ''
    const waiting = await submittedCase(world, { nik: nikOf(serial++) })
    await staff(joined, { phone: '+62' + first.slice(1), email: 'ani@investa.example' })
    await expect(
      world.as('rm').remoteRegistration.sendLink({ id, version, channel: 'email' }),
    ).rejects.toMatchObject(refusedAt('/individual/phone'))
    await expect(world.as('rm').investors.submit({ id, version })).rejects.toMatchObject(
      refusedAt('/individual/phone'),
    )
    const decided = await world.as('reviewer').investors.review({
      items: [{ id: waiting.id, version: waiting.version }],
      decision: 'approve',
    })
    expect(decided.results[0]?.problem?.type).toBe('/problems/contact-of-staff')
    expect(await warningsOf(waiting.id)).toContainEqual({
      pointer: '/individual/phone',
      code: 'contact-of-staff',
    })
    // Unrelated fields can still be saved, and the reviewer can return the case.
    await world.as('rm').investors.saveKyc({ id, version, individual: { alias: 'Siti' } })
    const reasons = [{ pointer: '/individual/phone', reason: 'Nomor staf' }]
    const returned = await world.as('reviewer').investors.review({
      items: [{ id: waiting.id, version: waiting.version }],
      decision: 'return',
      reasons,
    })
    expect(returned.results[0]?.status).toBe('returned')
    await staff(joined, { phone: '+6281355500005', email: 'ani@investa.example' })
  })
})

describe('SECURITY 59: a contact of another investor', () => {
  test('is asked about: RM and reviewer see the warning, also where the other is in a book that they do not see', async () => {
    const contact = { phone: '+6281399900001', email: 'Keluarga@Example.co.id' }
    await world.as('otherRm').investors.create({ kind: 'individual', fullName: 'Ibu', ...contact })
    const { id } = await create({ phone: contact.phone, email: 'keluarga+anak@example.co.id' })
    const wanted = [
      { pointer: '/individual/phone', code: 'contact-shared' },
      { pointer: '/individual/email', code: 'contact-shared' },
    ]
    expect(await warningsOf(id)).toEqual(wanted)
    expect((await world.as('rm').investors.get({ id })).warnings).toEqual(wanted)
  })

  test('of another company, or of a rejected case, is nobody’s', async () => {
    const contact = { phone: '+6281399900002', email: 'sendiri@example.co.id' }
    await world
      .as('foreignRm')
      .investors.create({ kind: 'individual', fullName: 'Jauh', ...contact })
    const { id } = await create(contact)
    expect(await warningsOf(id)).toEqual([])
  })
})
