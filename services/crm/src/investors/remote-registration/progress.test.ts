import { afterAll, beforeAll, expect, test } from 'vitest'
import { createInvestorWorld, people, picture, type World } from '../testing/world.ts'
import { ACCOUNT_NUMBER, answers, individualForm, nikOf } from '../testing/cases.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

/** A draft with an open link. */
async function invited() {
  const { id, version } = await world
    .as('rm')
    .investors.create({ kind: 'individual', fullName: 'Siti', email: 'siti@example.co.id' })
  await world.as('rm').remoteRegistration.sendLink({ id, version, channel: 'email' })
  const text = (await world.jobs<{ text: string }>('message')).at(-1)?.text
  const token = /\/i\/register\/([\w-]{43})/.exec(text ?? '')?.[1] ?? ''
  return { id, token }
}

test('the RM is notified of each step while the investor fills in the form', async () => {
  const { id, token } = await invited()
  const { remoteRegistration: api } = world.anybody
  const told = async () =>
    (
      await world.rows(
        `select from crm_bib.live_notice where kind = 'investor' and entity_id = $1 and audience = 'book' and $2 = any(user_ids)`,
        [id, people.rm.id],
      )
    ).length
  let known = await told()
  const isTold = async <R>(step: Promise<R>): Promise<R> => {
    const result = await step
    const now = await told()
    expect(now).toBeGreaterThan(known)
    known = now
    return result
  }
  const shown = await api.view({ token })
  expect(await told()).toBe(known)
  await isTold(api.save({ token, version: shown.version, individual: individualForm(nikOf(1)) }))
  const { document } = await isTold(api.declareDocument({ token, type: 'ktp' }))
  await isTold(api.uploadDocument({ token, documentId: document.id, bytes: await picture() }))
  await isTold(
    api.addBankAccount({
      token,
      bankCode: '014',
      number: ACCOUNT_NUMBER,
      holderName: 'Siti Rahmawati',
    }),
  )
  await isTold(api.assessRisk({ token, questionnaireVersion: 1, answers }))
})

test('a link is void while its company is closed', async () => {
  const { token } = await invited()
  const setActive = async (isActive: boolean) =>
    await world.rows('update crm_bib.known_company set is_active = $1', [isActive])
  const { view, sendCode } = world.anybody.remoteRegistration
  await setActive(false)
  const isVoid = expect.objectContaining({ kind: expect.objectContaining({ code: 'link-void' }) })
  await expect(view({ token })).rejects.toEqual(isVoid)
  await expect(sendCode({ token })).rejects.toEqual(isVoid)
  await setActive(true)
  expect(await view({ token })).toMatchObject({ status: 'awaiting-investor' })
})
