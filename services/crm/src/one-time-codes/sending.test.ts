// A code is counted and named by the channel that it goes by.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Caused } from '@rmtools/kit/message-limits'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import {
  createMessagesWorld,
  PHONE,
  type MessagesWorld,
} from '../client-messages/testing/messages-world.ts'
import { company } from '../testing/crm-world.ts'
import { sendCode } from './sending.ts'

let world: MessagesWorld
beforeAll(async () => {
  world = await createMessagesWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.reset())

const link = {
  id: crypto.randomUUID(),
  codeHash: null,
  codePhone: null,
  codeSentAt: null,
  codeExpiresAt: null,
  codeTries: 0,
  codesSent: 0,
  codesCountedSince: null,
}

async function send(investorId: string) {
  const admitted: Caused[] = []
  const sent = await world.database.transaction(
    companyScope(company),
    jobOrigin,
    async (tx) =>
      await sendCode(
        tx,
        link,
        { kind: 'page-code', investorId, phone: PHONE, companyName: 'Mandala', settings: {} },
        {
          ports: {
            clock: { now: () => world.time.now },
            otpSecret: 'secret-of-tests',
            gate: {
              async admit(_, caused) {
                admitted.push(caused)
                return { isLast: false }
              },
            },
          },
          keep: async () => undefined,
        },
      ),
  )
  return { sent, admitted }
}

test.each([
  [null, 'sms'],
  ['email', 'sms'],
  ['whatsapp', 'whatsapp'],
] as const)(
  'a code for a client who prefers %s is counted, and told, as sent by %s',
  async (preferred, channel) => {
    await world.useWhatsapp()
    const investorId = await world.client()
    await world.prefer(investorId, preferred)
    const { sent, admitted } = await send(investorId)
    expect(sent).toMatchObject({ channel, phone: expect.stringMatching(/77$/) })
    expect(admitted).toMatchObject([{ what: 'page-code', channel, destination: PHONE }])
  },
)
