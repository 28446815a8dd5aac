// The channel that an RM chooses for one link: used, seen afterwards, or refused by its field.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPlanWorld, fund, newPlan, type PlanWorld } from '../instructions/plans/plan-world.ts'
import { investor } from '../instructions/test-world.ts'
import { orderBy } from './testing/acts.ts'

let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.nextWeek())

const links = (name: 'rina' | 'ratna' = 'rina') => world.as(name).clientLinks
const order = async (channel?: 'sms' | 'email') => await orderBy(world, channel)

describe('the channel of one message', () => {
  test('is chosen when an order, a plan or a page is sent, for this message only', async () => {
    const channels = async () => (await world.sent()).map(({ channel }) => channel)
    await channels()
    const id = await order('sms')
    expect(await channels()).toEqual(['sms'])
    const { link } = await links('ratna').get({ kind: 'approval', id })
    expect(link).toMatchObject({
      taking: 'of-another-rm',
      messages: [{ channel: 'sms', sentTo: expect.stringMatching(/99$/), state: 'queued' }],
    })
    const startsOn = world.time.now.toISOString().slice(0, 10)
    const plan = await world.as('rina').plans.create({ ...newPlan, startsOn, channel: 'sms' })
    const { version } = plan
    await world.as('rina').plans.send({ id: plan.id, version, channel: 'sms' })
    const lines = [{ ...fund, amount: '900000' }]
    const { investorId: _, ...terms } = newPlan
    const seen = (await world.planOf(plan.id)).plan
    const changed = { ...terms, startsOn, lines, id: plan.id, version: seen.version }
    await world.as('rina').plans.change({ ...changed, channel: 'sms' })
    await world.as('rina').clientPage.send({ id: investor, channel: 'sms' })
    expect(await channels()).toEqual(['sms', 'sms', 'sms', 'sms'])
    await world.as('rina').clientPage.send({ id: investor })
    expect(await channels()).toEqual(['email'])
    expect(await links().get({ kind: 'page', id: investor })).toMatchObject({
      link: { messages: [{ channel: 'email' }], taking: 'possible' },
    })
  })

  test('without an address or a way out is refused by its field, and nothing is made', async () => {
    const sending = async (channel: 'whatsapp' | 'email') =>
      await world.as('rina').clientPage.send({ id: investor, channel })
    const refused = (code: string) =>
      expect.objectContaining({ code, errors: [{ pointer: '/channel', code }] })
    await expect(sending('whatsapp')).rejects.toEqual(refused('channel-not-offered'))
    await world.owner.query('update crm_bib.investor set email = null where id = $1', [investor])
    await expect(sending('email')).rejects.toEqual(refused('contact-missing'))
    const before = await world.owner.query('select from crm_bib.instruction')
    await expect(order('email')).rejects.toEqual(refused('contact-missing'))
    const after = await world.owner.query('select from crm_bib.instruction')
    expect(after.rowCount).toBe(before.rowCount)
    expect(await links().ways({ id: investor })).toEqual({
      items: [{ channel: 'sms', to: expect.stringMatching(/^\+62\*+0099$/) }],
      preferred: 'sms',
    })
    await world.owner.query(`update crm_bib.investor set email = 'siti@mail.example'`)
  })
})
