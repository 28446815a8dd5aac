// Messages about a client's registration and data, and of a change that somebody else made.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { InvestorRecord } from '@rmtools/bib/internal'
import type { PayloadOf } from '@rmtools/kit/job-registry'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import type { crmJobs } from '../../jobs.ts'
import { applyInvestorStatus } from '../from-bib.ts'
import { registrationReminderJobs } from '../remote-registration/reminding.ts'
import { riskReminderJobs } from '../risk-profiles/reminding.ts'
import { answers, approvedCase, nikOf, submittedCase } from '../testing/cases.ts'
import { companyA, companyB, createInvestorWorld, people, type World } from '../testing/world.ts'

type Sent = { channel: string; to: string; subject?: string; text: string }
let world: World
let serial = 300
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await forget()
})

const forget = async () => await world.rows('delete from crm_jobs._private_jobs')
const sent = async (): Promise<Sent[]> => {
  const messages = await world.jobs<Sent>('message')
  await forget()
  return messages
}
let sequence = 1
async function hear(sourceId: string, data: Partial<InvestorRecord>, company = companyA) {
  const record = {
    sourceId,
    rmId: people.rm.id,
    status: 'REGISTERED' as const,
    externalId: `BIB-${sourceId.slice(-6)}`,
    previousExternalId: null,
    sid: null,
    ifua: null,
    linked: false,
    reasons: [],
    bankAccounts: [],
    ...data,
  }
  return await world.database.transaction(
    companyScope(company),
    jobOrigin,
    async (db) => await applyInvestorStatus(db, { sequence: sequence++, data: record }),
  )
}
async function registered(): Promise<{ id: string }> {
  const { id } = await approvedCase(world, { nik: nikOf(serial++) })
  await hear(id, { sid: 'IDD010790123456', ifua: 'IF0000123456789' })
  await forget()
  return { id }
}
const cautious = answers.map((one) => ({ ...one, optionId: 'o2' }))

describe('a registration', () => {
  test('is welcomed once, and the ends of its numbers follow when they come', async () => {
    const { id } = await approvedCase(world, { nik: nikOf(serial++) })
    await forget()
    await hear(id, {})
    const [welcome, ...more] = await sent()
    expect(more).toEqual([])
    expect(welcome).toMatchObject({ channel: 'email', to: 'siti@example.co.id' })
    expect(welcome?.text).toContain('SID dan IFUA Anda sedang dibuat')
    expect(welcome?.text).toContain('tidak pernah kepada RM')
    await hear(id, {})
    expect(await sent()).toEqual([])
    const numbers = {
      status: 'SID_CREATED',
      sid: 'IDD010790123456',
      ifua: 'IF0000123456789',
    } as const
    await hear(id, numbers)
    const [issued] = await sent()
    expect(issued?.text).toContain('3456')
    expect(issued?.text).not.toContain('IDD010790123456')
    await hear(id, numbers)
    expect(await sent()).toEqual([])
  })

  test('of another company is not this one’s to report, and what was rolled back sends nothing', async () => {
    const { id } = await approvedCase(world, { nik: nikOf(serial++) })
    await forget()
    expect(await hear(id, {}, companyB)).toBe(false)
    const failing = world.database.transaction(companyScope(companyA), jobOrigin, async (db) => {
      const data = {
        sourceId: id,
        rmId: people.rm.id,
        status: 'REGISTERED' as const,
        linked: false,
      }
      const none = { externalId: 'X', previousExternalId: null, sid: null, ifua: null }
      await applyInvestorStatus(db, {
        sequence: 900,
        data: { ...data, ...none, reasons: [], bankAccounts: [] },
      })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await sent()).toEqual([])
    await hear(id, {})
    expect(await sent()).toHaveLength(1)
  })

  test('that is refused sends no reasons: they may concern suspicions', async () => {
    const { id, version } = await submittedCase(world, { nik: nikOf(serial++) })
    await forget()
    const note = 'Diduga pencucian uang'
    await world
      .as('reviewer')
      .investors.review({ items: [{ id, version }], decision: 'reject', note })
    const [told, ...more] = await sent()
    expect(more).toEqual([])
    expect(told?.text).toContain('tidak dapat melanjutkan pendaftaran')
    expect(told?.text).not.toContain('Diduga')
  })

  test('a link that is still open is reminded of once', async () => {
    const { id, version } = await world.as('rm').investors.create({
      kind: 'individual',
      fullName: 'Siti Rahmawati',
      email: 'siti@example.co.id',
      phone: '081200000001',
    })
    await world.as('rm').remoteRegistration.sendLink({ id, version, channel: 'email' })
    const [job] =
      await world.jobs<PayloadOf<typeof crmJobs.registrationRemind>>('registration.remind')
    await forget()
    const { registrationRemind } = registrationReminderJobs(world.ports, world.database)
    const context = { attempt: 1, maxAttempts: 25, jobId: '1', log: world.ports.log }
    if (!job) throw new Error('no reminder waits')
    await registrationRemind(job, context)
    await registrationRemind(job, context)
    const [told, ...more] = await sent()
    expect(more).toEqual([])
    expect(told?.text).toContain('Tautan untuk pendaftaran Anda')
  })
})

describe('a change of contact', () => {
  test('goes to the old and to the new one, masked; before any word from us it is a correction', async () => {
    const created = await world.as('rm').investors.create({
      kind: 'individual',
      fullName: 'Siti Rahmawati',
      email: 'lama@example.co.id',
      phone: '081200000011',
    })
    const save = async (individual: object) => {
      const { version } = await world.as('rm').investors.get({ id: created.id })
      await world.as('rm').investors.saveKyc({ id: created.id, version, individual })
    }
    await save({ email: 'lama2@example.co.id' })
    expect(await sent()).toEqual([])
    const { version } = await world.as('rm').investors.get({ id: created.id })
    await world.as('rm').remoteRegistration.sendLink({ id: created.id, version, channel: 'email' })
    const back = await world.as('rm').investors.get({ id: created.id })
    await world.as('rm').remoteRegistration.withdrawLink({ id: created.id, version: back.version })
    await forget()
    await save({ email: 'baru@example.co.id', phone: '081200000012' })
    const messages = await sent()
    expect(messages.map(({ channel, to }) => [channel, to])).toEqual([
      ['email', 'lama2@example.co.id'],
      ['email', 'baru@example.co.id'],
      ['sms', '+6281200000011'],
      ['sms', '+6281200000012'],
    ])
    expect(messages[0]?.text).toContain('l***@example.co.id')
    expect(messages[2]?.text).toContain('0012')
    expect(messages[2]?.text).not.toContain('81200000012')
    await save({ email: 'baru@example.co.id' })
    expect(await sent()).toEqual([])
  })
})

describe('a registered client', () => {
  test('is notified of a new bank account when it is added and when it is accepted, by both ways', async () => {
    const { id } = await registered()
    const account = await world.as('rm').bankAccounts.create({
      id,
      bankCode: '008',
      number: '9988776655',
      holderName: 'SITI RAHMAWATI',
    })
    const added = await sent()
    expect(added.map(({ channel }) => channel)).toEqual(['email', 'sms'])
    for (const { text } of added) {
      expect(text).toContain('Bank Mandiri')
      expect(text).toContain('6655')
      expect(text).not.toContain('9988776655')
    }
    await world.as('reviewer').bankAccounts.review({
      id,
      accountId: account.id,
      version: account.version,
      decision: 'accept',
    })
    expect((await sent()).map(({ text }) => /sudah diperiksa/.test(text))).toEqual([true, true])
  })

  test('is notified of a new risk profile, and of its end 30 and 7 days before and on the day, once each', async () => {
    const { id } = await registered()
    await world.as('rm').riskProfiles.create({ id, questionnaireVersion: 1, answers: cautious })
    const [told, ...more] = await sent()
    expect(more).toEqual([])
    expect(told?.text).toMatch(/Profil risiko Anda sekarang \d · /)
    await world.rows(`update crm_bib.investor set risk_expires_on = null where id <> $1`, [id])
    await world.rows(`update crm_bib.investor set risk_expires_on = '2027-06-30' where id = $1`, [
      id,
    ])
    const run = async (day: string) => {
      const clock = { now: () => new Date(`${day}T02:00:00.000Z`) }
      const jobs = riskReminderJobs({ clock }, world.database)
      const context = { attempt: 1, maxAttempts: 25, jobId: '1', log: world.ports.log }
      await jobs.riskRemind({}, context)
      for (const { companyId } of await world.jobs<{ companyId: string }>('risk.expiring'))
        await jobs.riskExpiring({ companyId }, context)
      return (await sent()).length
    }
    const days = ['05-30', '05-31', '06-01', '06-23', '06-24', '06-30', '06-30', '07-01']
    const counts: number[] = []
    for (const day of days) counts.push(await run(`2027-${day}`))
    expect(counts).toEqual([0, 1, 0, 1, 0, 1, 0, 0])
  })
})
