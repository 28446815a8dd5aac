// The RM takes a client's link: who may, which links, what it opens, and what the trail says.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ClientLinkKind } from '@rmtools/contracts/crm/client-links'
import { createPlanWorld, newPlan, type PlanWorld } from '../instructions/plans/plan-world.ts'
import { codeIn, company, investor, people, signature } from '../instructions/test-world.ts'
import { orderBy, refusal } from './testing/acts.ts'

type Kind = Exclude<ClientLinkKind, 'registration'>
type PersonName = keyof typeof people
let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.nextWeek()
  await world.owner.query('delete from crm_bib.client_preference')
  await world.owner.query('delete from crm_bib.client_link')
})

const links = (name: PersonName = 'rina') => world.as(name).clientLinks
const order = async (channel?: 'sms' | 'email') => await orderBy(world, channel)
/** Sends a link of a kind; the id of its record. */
const make: Record<Kind, () => Promise<string>> = {
  approval: async () => await order(),
  mandate: async () => {
    const startsOn = world.time.now.toISOString().slice(0, 10)
    return (await world.as('rina').plans.create({ ...newPlan, startsOn })).id
  },
  page: async () => {
    await world.as('rina').clientPage.send({ id: investor })
    return investor
  },
}
const kinds: readonly Kind[] = ['approval', 'mandate', 'page']
const tokenOf = (url: string) => /\/i\/(?:approve|plan|mine)\/([\w-]{43})$/.exec(url)?.[1] ?? ''
/** What the link opens: nothing but the name of the sender may work without a code. */
const opens: Record<Kind, (token: string) => Promise<unknown>> = {
  approval: async (token) => await world.as().approvals.view({ token }),
  mandate: async (token) => await world.as().planMandates.view({ token }),
  page: async (token) => await world.as().clientPage.sender({ token }),
}
const taken = async () =>
  (
    await world.owner.query<{ actor: string; entity: string; all: string }>(
      `select actor_id as actor, entity, l::text as all from auth_bib.auth_user_action_log l where action = 'link-taken' order by l.id`,
    )
  ).rows

describe.each(kinds)('the link of %s', (kind) => {
  test('is the one that was sent, in the wording of the message, and is recorded without it', async () => {
    const before = (await taken()).length
    const id = await make[kind]()
    const sent = (await world.sent()).at(-1)?.text ?? ''
    const { url, text, whatsapp, expiresAt } = await links().take({ kind, id })
    expect(sent).toContain(url)
    expect(text).toContain(url)
    expect(whatsapp).toBe(`https://wa.me/6281200000099?text=${encodeURIComponent(text)}`)
    expect(Date.parse(expiresAt)).toBeGreaterThan(world.time.now.getTime())
    await opens[kind](tokenOf(url))
    const [entry] = (await taken()).slice(before)
    expect(entry).toMatchObject({ actor: people.rina.id, entity: expect.stringMatching(/_/) })
    expect(entry?.all).not.toContain(tokenOf(url))
  })

  test('is refused to another RM, another company, the office and nobody', async () => {
    const id = await make[kind]()
    const before = (await taken()).length
    for (const [name, said] of [
      ['oscar', '404 not-found'],
      ['fajar', '404 not-found'],
      ['fitri', '403 forbidden'],
      ['ratna', '403 forbidden'],
      ['ani', '403 forbidden'],
      ['agus', '403 forbidden'],
    ] as const)
      expect([name, await refusal(links(name).take({ kind, id }))]).toEqual([name, said])
    expect(await refusal(world.as().clientLinks.take({ kind, id }))).toBe('401 unauthenticated')
    for (const name of ['oscar', 'fajar', 'fitri'] as const)
      expect(await refusal(links(name).get({ kind, id }))).toBe('404 not-found')
    expect(await taken()).toHaveLength(before)
  })

  test('is refused once the client is served by another RM', async () => {
    const id = await make[kind]()
    await world.owner.query('update crm_bib.investor set rm_id = $2 where id = $1', [
      investor,
      people.oscar.id,
    ])
    try {
      expect(await refusal(links().take({ kind, id }))).toMatch(/^40[34] /)
    } finally {
      await world.owner.query('update crm_bib.investor set rm_id = $2 where id = $1', [
        investor,
        people.rina.id,
      ])
    }
  })

  test('is refused after it has expired', async () => {
    const id = await make[kind]()
    world.time.now = new Date(world.time.now.getTime() + 40 * 86_400_000)
    expect(await refusal(links().take({ kind, id }))).toBe('409 link-ended')
    expect(await links().get({ kind, id })).toEqual({ link: null })
  })

  test('is refused after a change of the key, or if it was made in another way', async () => {
    const id = await make[kind]()
    await world.owner.query(
      `update crm_bib.${kind === 'page' ? 'client_link' : 'instruction_token'} set token_hash = sha256(random()::text::bytea) where voided_at is null`,
    )
    expect(await refusal(links().take({ kind, id }))).toBe('409 link-not-shown')
    expect(await links().get({ kind, id })).toMatchObject({ link: { taking: 'link-not-shown' } })
  })

  test('is refused while no phone is there to ask', async () => {
    const id = await make[kind]()
    const phone = async (to: string | null) =>
      await world.owner.query('update crm_bib.investor set phone = $2 where id = $1', [
        investor,
        to,
      ])
    await phone(null)
    const said = await refusal(links().take({ kind, id }))
    await phone('+6281200000099')
    expect(said).toBe('409 link-without-phone')
  })

  test('is the same for sixteen requests at once, each recorded', async () => {
    const id = await make[kind]()
    const before = (await taken()).length
    const all = await Promise.all(
      Array.from({ length: 16 }, async () => await links().take({ kind, id })),
    )
    expect(new Set(all.map(({ url }) => url)).size).toBe(1)
    expect(await taken()).toHaveLength(before + 16)
  })
})

describe('a link that has ended', () => {
  test('is not given out: revoked, replaced, answered, cancelled', async () => {
    const page = await make.page()
    await world.as('ratna').clientPage.revoke({ id: page })
    expect(await refusal(links().take({ kind: 'page', id: page }))).toBe('409 link-ended')

    const id = await order()
    const first = await links().take({ kind: 'approval', id })
    const { version } = (await world.as('rina').instructions.get({ id })).instruction
    await world.as('rina').instructions.send({ id, version })
    const second = await links().take({ kind: 'approval', id })
    expect(second.url).not.toBe(first.url)
    expect(await refusal(opens.approval(tokenOf(first.url)))).toBe('410 link-void')

    await world.as('rina').instructions.cancel({ id, version: version + 1, reason: 'x' })
    expect(await refusal(links().take({ kind: 'approval', id }))).toBe('409 link-ended')
  })

  test('revoked while sixteen take it: whoever got it cannot open it', async () => {
    const id = await make.page()
    const [all] = await Promise.all([
      Promise.allSettled(
        Array.from({ length: 16 }, async () => await links().take({ kind: 'page', id })),
      ),
      world.as('ratna').clientPage.revoke({ id }),
    ])
    for (const one of all)
      if (one.status === 'fulfilled')
        expect(
          await refusal(world.as().clientPage.sendCode({ token: tokenOf(one.value.url) })),
        ).toBe('410 link-void')
  })
})

describe('SECURITY 59: whoever has taken a link', () => {
  test('cannot sign, decline or see without the code', async () => {
    const id = await order()
    const token = tokenOf((await links().take({ kind: 'approval', id })).url)
    const { documentHash, declineNeedsCode } = await world.as().approvals.view({ token })
    expect(declineNeedsCode).toBe(true)
    const answer = async (given: object) =>
      await refusal(world.as().approvals.answer({ token, decision: 'decline', ...given }))
    expect(await answer({})).toBe('422 otp-wrong')
    expect(await answer({ code: '000000' })).toBe('422 otp-wrong')
    const signed = { consent: true, documentHash, signature: await signature(), code: '000000' }
    expect(await answer({ decision: 'approve', ...signed })).toBe('422 otp-wrong')
    const { instruction } = await world.as('rina').instructions.get({ id })
    expect(instruction.status).toBe('awaiting-approval')
    await world.sent()
    await world.as().approvals.sendCode({ token })
    expect(await answer({ code: codeIn(await world.sent()) })).toBe('done')
  })

  test('cannot decline the mandate of a plan without the code', async () => {
    const id = await make.mandate()
    const token = tokenOf((await links().take({ kind: 'mandate', id })).url)
    const answer = async (given: object) =>
      await refusal(world.as().planMandates.answer({ token, decision: 'decline', ...given }))
    expect((await world.as().planMandates.view({ token })).declineNeedsCode).toBe(true)
    expect(await answer({})).toBe('422 otp-wrong')
    await world.sent()
    await world.as().planMandates.sendCode({ token })
    expect(await answer({ code: codeIn(await world.sent()) })).toBe('done')
  })

  test('a link that nobody took is declined without a code', async () => {
    await order()
    const text = (await world.sent()).at(-1)?.text ?? ''
    const token = /\/i\/approve\/([\w-]{43})/.exec(text)?.[1] ?? ''
    expect((await world.as().approvals.view({ token })).declineNeedsCode).toBe(false)
    await world.as().approvals.answer({ token, decision: 'decline' })
  })

  test('does not get the lasting link to manage a plan', async () => {
    const { id } = await world.active({ startsOn: world.time.now.toISOString().slice(0, 10) })
    expect(await refusal(links().take({ kind: 'mandate', id }))).toBe('409 link-ended')
  })

  test('does not get the link with which the client repeated an order alone', async () => {
    const id = await order()
    await world.owner.query(
      `update crm_bib.instruction_token set token_hash = sha256('follows from another token') where instruction_id = $1`,
      [id],
    )
    expect(await links().get({ kind: 'approval', id })).toMatchObject({
      link: { taking: 'link-not-shown' },
    })
  })
})

describe('the text to share', () => {
  test('is in the language of the client, in the words of the company', async () => {
    const id = await order()
    const { url, text } = await links().take({ kind: 'approval', id })
    expect(text).toContain('setujui atau tolak')
    await world.owner.query(
      `insert into crm_bib.client_preference (id, company_id, channel, language) values ($1, $2, null, 'en')`,
      [investor, company],
    )
    const english = await links().take({ kind: 'approval', id })
    expect(english.text).toBe(
      `APERDA: approve or decline the instruction for Reksa Dana Andalan Dana Kas at ${url}`,
    )
    await world.owner.query(
      `insert into crm_bib.message_template (company_id, kind, channel, language, text) values ($1, 'approval-link', 'sms', 'en', 'Dear {investorName}: {link}')`,
      [company],
    )
    expect((await links().take({ kind: 'approval', id })).text).toBe(`Dear Siti Rahmawati: ${url}`)
    await world.owner.query('delete from crm_bib.message_template')
  })
})
