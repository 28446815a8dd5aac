import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@rmtools/kit/messaging'
import { company, createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => {
  world = await createCrmWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.rows('delete from crm_jobs._private_jobs')
  await world.rows('delete from crm_bib.message_template')
  await world.rows('delete from crm_bib.pending_change')
})

const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (problem: {
      status: number
      errors?: { pointer: string; code: string; detail?: string }[]
    }) => [problem.status, problem.errors],
  )
const which = { kind: 'registration-link', channel: 'email', language: 'id' } as const
const wording = { subject: 'Halo dari {companyName}', text: 'Halo {investorName}, buka {link}' }
const api = () => world.as('ani').messageTemplates

/** Sends a registration link for a draft of Rina's; returns the message. */
async function sent(
  channel: 'email' | 'sms',
): Promise<Message & { subject?: string; text: string }> {
  const { id, version } = await world.as('rina').investors.create({
    kind: 'individual',
    fullName: 'Siti Rahmawati',
    email: 'siti@mail.example',
    phone: '081200000077',
  })
  await world.as('rina').remoteRegistration.sendLink({ id, version, channel })
  const payload = (await world.jobs<Message & { subject?: string; text: string }>('message')).at(
    -1,
  )?.payload
  if (!payload) throw new Error('no message was sent')
  return payload
}

describe('templates', () => {
  test('are listed with our wording, what may stand in them and what must', async () => {
    const { items } = await api().list()
    expect(
      items.map(({ kind, channel, language }) => `${kind} ${channel} ${language}`),
    ).toHaveLength(142)
    expect(
      items.find((one) => one.kind === 'approval-code' && one.language === 'en'),
    ).toMatchObject({
      isOwn: false,
      subject: null,
      required: 'code',
      placeholders: ['companyName', 'code', 'minutes'],
      text: expect.stringContaining('{code}'),
      updatedAt: null,
    })
    for (const { default: ours, required } of items) expect(ours.text).toContain(`{${required}}`)
  })

  test('become the company’s own, and ours again', async () => {
    expect(await api().put({ ...which, ...wording })).toMatchObject({ ...wording, isOwn: true })
    const again = { subject: 'Undangan', text: 'Buka {link}' }
    await api().put({ ...which, ...again })
    const own = (await api().list()).items.filter(({ isOwn }) => isOwn)
    expect(own).toMatchObject([
      { ...which, ...again, default: { subject: expect.stringContaining('Pendaftaran') } },
    ])
    await api().reset(which)
    expect((await api().list()).items.filter(({ isOwn }) => isOwn)).toEqual([])
  })

  test('with an unknown placeholder, or without the one that must be there, are an input error', async () => {
    expect(await refused(api().put({ ...which, subject: '{nama}', text: 'Halo {code}' }))).toEqual([
      400,
      [
        { pointer: '/subject', code: 'placeholder-unknown', detail: 'nama' },
        { pointer: '/text', code: 'placeholder-unknown', detail: 'code' },
        { pointer: '/text', code: 'placeholder-missing', detail: 'link' },
      ],
    ])
    expect(await refused(api().put({ ...which, subject: null, text: '{link}' }))).toMatchObject([
      400,
      [{ pointer: '/subject' }],
    ])
    expect(
      await refused(api().put({ ...which, kind: 'approval-code', subject: 'x', text: '{code}' })),
    ).toMatchObject([400, [{ pointer: '/channel' }]])
    expect(
      await refused(api().put({ ...which, subject: 'a\r\nBcc: x@y.z', text: '{link}' })),
    ).toMatchObject([400, [{ code: 'pattern' }]])
  })

  test('are previewed with sample values, and nothing is kept', async () => {
    expect(await api().preview({ ...which, ...wording })).toEqual({
      subject: 'Halo dari PT Samudra Sekuritas',
      text: 'Halo Siti Rahmawati, buka https://rm.example.co.id/i/contoh',
    })
    expect((await api().list()).items.some(({ isOwn }) => isOwn)).toBe(false)
  })

  test('SECURITY 22, 32: are each company’s own, audited, and changed by its administrators only', async () => {
    await api().put({ ...which, ...wording })
    expect((await world.as('fitri').messageTemplates.list()).items.some(({ isOwn }) => isOwn)).toBe(
      false,
    )
    await world.as('fitri').messageTemplates.reset(which)
    expect((await world.as('agus').messageTemplates.list()).items.some(({ isOwn }) => isOwn)).toBe(
      true,
    )
    for (const name of ['agus', 'rina', 'ratna'] as const)
      expect(
        (await refused(world.as(name).messageTemplates.put({ ...which, ...wording })))[0],
      ).toBe(403)
    const [entry] = await world.rows(
      `select actor_id, action from auth_bib.auth_user_action_log where entity = 'message_template' and company_id = $1 order by id desc limit 1`,
      [company],
    )
    expect(entry).toEqual({ actor_id: people.ani.id, action: 'create' })
  })
})

describe('SECURITY 57, 58: a wording of the company waits for a second person', () => {
  const second = '00000000-0000-7000-8000-000000000109'
  beforeEach(async () => {
    await world.rows('delete from crm_bib.pending_change')
    await world.rows('delete from crm_bib.decider_gone')
    await world.rows(
      `insert into crm_bib.known_user (id, sequence, full_name, status, company_ids, admin_of) values ($1, 1, 'both', 'active', $2, $2)
       on conflict (id) do update set status = 'active', sequence = 1, admin_of = excluded.admin_of`,
      [second, [company]],
    )
  })
  afterAll(
    async () =>
      void (await world.rows(`update crm_bib.known_user set status = 'inactive' where id = $1`, [
        second,
      ])),
  )
  const waiting = async () => (await world.as('ani').pendingChanges.list()).items

  test('the one in force is sent until somebody else has approved the new one', async () => {
    expect(await api().put({ ...which, ...wording })).toMatchObject({
      isOwn: false,
      waiting: { ...wording, askedByName: 'ani' },
    })
    expect((await sent('email')).subject).toBe('Pendaftaran investor: APERD01')
    expect(
      (await world.jobs<{ userId: string; kind: string }>('notify')).map(({ payload }) => [
        payload.userId,
        payload.kind,
      ]),
    ).toEqual([[second, 'change.waiting']])
    const [change] = await waiting()
    const id = change?.id ?? ''
    expect(change).toMatchObject({
      kind: 'message-template',
      subject: 'registration-link/email/id',
      payload: wording,
      askedByName: 'ani',
    })
    const own = world.as('ani').pendingChanges.decide({ id, decision: 'approve' })
    expect((await refused(own))[0]).toBe(403)
    expect(
      (await refused(world.as('ratna').pendingChanges.decide({ id, decision: 'approve' })))[0],
    ).toBe(403)
    expect(
      (await refused(world.as('fitri').pendingChanges.decide({ id, decision: 'approve' })))[0],
    ).toBe(404)
    await world.as('both').pendingChanges.decide({ id, decision: 'approve' })
    expect(
      (await refused(world.as('both').pendingChanges.decide({ id, decision: 'approve' })))[0],
    ).toBe(409)
    expect(await waiting()).toEqual([])
    expect((await sent('email')).subject).toBe('Halo dari APERD01')
  })

  test.each([
    ['switched off', { status: 'inactive' as const, adminOf: [company] }],
    ['given another role', { status: 'active' as const, adminOf: [] }],
  ])('waits also when the other was lately %s: nobody becomes a company of one', async (_, now) => {
    const told = { id: second, fullName: 'both', email: null, phone: null, companyIds: [company] }
    await world.as().projection.putUser({
      ...told,
      ...now,
      sequence: 2,
      reviewerOf: [],
      licenceNumber: null,
      licenceExpiresOn: null,
    })
    const put = async () => await api().put({ ...which, ...wording })
    expect(await put()).toMatchObject({ isOwn: false, waiting: wording })
    await world.rows(`update crm_bib.decider_gone set gone_at = gone_at - interval '8 days'`)
    expect(await put()).toMatchObject({ isOwn: true, waiting: null })
  })

  test('a rejection says why; who asked may take it back; a newer one takes its place; an old one runs out', async () => {
    await api().put({ ...which, ...wording })
    await api().put({ ...which, ...wording, subject: 'Kedua' })
    expect(await waiting()).toMatchObject([{ payload: { subject: 'Kedua' } }])
    const id = (await waiting())[0]?.id ?? ''
    expect(
      await refused(world.as('both').pendingChanges.decide({ id, decision: 'reject' })),
    ).toEqual([422, [{ pointer: '/reason', code: 'required' }]])
    await world
      .as('both')
      .pendingChanges.decide({ id, decision: 'reject', reason: 'Terlalu pendek' })
    await api().put({ ...which, ...wording })
    await world
      .as('ani')
      .pendingChanges.decide({ id: (await waiting())[0]?.id ?? '', decision: 'reject' })
    await api().put({ ...which, ...wording })
    const late = (await waiting())[0]?.id ?? ''
    const now = world.time.now
    world.time.now = new Date(now.getTime() + 8 * 86_400_000)
    expect(await waiting()).toEqual([])
    expect(
      (await refused(world.as('both').pendingChanges.decide({ id: late, decision: 'approve' })))[0],
    ).toBe(409)
    world.time.now = now
    const outcomes = await world.rows<{ decision: string | null }>(
      'select decision from crm_bib.pending_change order by asked_at, id',
    )
    expect(outcomes.map(({ decision }) => decision)).toEqual([
      'replaced',
      'rejected',
      'withdrawn',
      null,
    ])
  })

  test('where there is one administrator only it counts at once, and the trail says that one person did it', async () => {
    await world.rows(`update crm_bib.known_user set status = 'inactive' where id = $1`, [second])
    expect(await api().put({ ...which, ...wording })).toMatchObject({ isOwn: true, waiting: null })
    const [entry] = await world.rows<{ decision: string }>(
      `select after ->> 'decision' as decision from auth_bib.auth_user_action_log where entity = 'pending_change' order by id desc limit 1`,
    )
    expect(entry).toEqual({ decision: 'alone' })
  })

  test('SECURITY 56, 58: the people of the platform who were let in decide on nothing, and do nothing alone', async () => {
    await api().put({ ...which, ...wording })
    const id = (await waiting())[0]?.id ?? ''
    for (const decision of ['approve', 'reject'] as const)
      await expect(
        world.as('guest').pendingChanges.decide({ id, decision, reason: 'x' }),
      ).rejects.toMatchObject({
        kind: { code: 'own-people-decide' },
      })
    await world.as('ani').pendingChanges.decide({ id, decision: 'reject' })
    await world.rows(`update crm_bib.known_user set status = 'inactive' where $1 = any(admin_of)`, [
      company,
    ])
    expect(await world.as('guest').messageTemplates.put({ ...which, ...wording })).toMatchObject({
      isOwn: false,
      waiting: { ...wording },
    })
    await world.rows(`update crm_bib.known_user set status = 'active' where $1 = any(admin_of)`, [
      company,
    ])
  })

  test('the database itself takes no approval of one’s own', async () => {
    await api().put({ ...which, ...wording })
    await expect(
      world.rows(
        `update crm_bib.pending_change set decision = 'approved', decided_at = now(), decided_by = asked_by`,
      ),
    ).rejects.toThrow('pending_change_four_eyes')
  })
})

describe('what is sent', () => {
  test('is in our words, both languages in an e-mail and Indonesian in an SMS', async () => {
    const mail = await sent('email')
    expect(mail.subject).toBe('Pendaftaran investor: APERD01')
    expect(mail.text).toMatch(
      /^Yth\. Siti Rahmawati,[\s\S]+\/i\/register\/[\w-]{43}[\s\S]+—[\s\S]+Dear Siti Rahmawati,[\s\S]+\/i\/register\/[\w-]{43}/,
    )
    const sms = await sent('sms')
    expect([sms.subject, sms.text]).toEqual([
      undefined,
      expect.stringMatching(/^APERD01: lengkapi .+\/i\/register\/[\w-]{43} \(berlaku 7 hari\)$/),
    ])
  })

  test('is in the company’s words where it has its own', async () => {
    await api().put({ ...which, ...wording })
    const mail = await sent('email')
    expect(mail.subject).toBe('Halo dari APERD01')
    expect(mail.text).toMatch(
      /^Halo Siti Rahmawati, buka https:\/\/rm\.example\.co\.id\/i\/register\/[\w-]{43}\n/,
    )
  })
})
