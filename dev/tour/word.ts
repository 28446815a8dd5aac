// The chapter of the client's own page: its link goes by WhatsApp to a client who prefers that, and
// by SMS where WhatsApp does not deliver it.
import { eventually, messageTo, type Caller } from '../caller.ts'
import type { Person, Registered } from './papers.ts'
import { demoUser, visitor, waitingOutLimits, type Stage } from './stage.ts'

export type Client = Person & { id: string }

/** Runs the chapter with an investor, and one whose number has no WhatsApp. */
export async function word(
  stage: Stage,
  rm: Caller,
  { investor, unreached }: { investor: Registered; unreached: Client },
): Promise<void> {
  const { url, say, expect } = stage
  await offerWhatsapp(stage)
  const asked = new Date()
  expect((await sendPage(rm, investor)) === 'whatsapp', 'the link goes the way that was chosen')
  const token = await messageTo(url, investor.phone, /\/i\/mine\/([\w-]{43})/, asked)
  await untilLogged(rm, investor, ['whatsapp delivered'])
  say(`${investor.fullName} prefers WhatsApp: the link to the own page is delivered there`)
  const { orders, positions } = await visit(stage, investor, token)
  say(`opened with a code, the page shows ${orders} orders and ${positions} holdings`)

  const sending = new Date()
  await sendPage(rm, unreached)
  await untilLogged(rm, unreached, ['sms sent', 'whatsapp fell-back'])
  await messageTo(url, unreached.phone, /\/i\/mine\/([\w-]{43})/, sending)
  say(`the number of ${unreached.fullName} has no WhatsApp: the same link follows by SMS at once`)
}

/** The company enters its WhatsApp number, once. */
async function offerWhatsapp(stage: Stage): Promise<void> {
  const { companies } = (await demoUser(stage, 'sari')).api
  const { version, settings } = await companies.own()
  if (settings.whatsappPhoneId) return
  const whatsappPhoneId = '106540352242922'
  await companies.updateOwn({ version, settings: { ...settings, whatsappPhoneId } })
  stage.say("Sari enters the number ID of the company's WhatsApp account")
}

/** Notes the preference and sends the link; returns the channel. */
async function sendPage(rm: Caller, { id }: Pick<Client, 'id'>): Promise<string> {
  const { version, language, takesReminders, takesStatements } = await eventually(
    'WhatsApp to be offered',
    async () => {
      const preference = await rm.api.clientMessages.preference({ id })
      return preference.hasWhatsapp && preference
    },
  )
  const wishes = { language, takesReminders, takesStatements }
  await rm.api.clientMessages.setPreference({ id, version, channel: 'whatsapp', ...wishes })
  return (await rm.api.clientPage.send({ id })).channel
}

/** Waits until the log has the link to the page by these channels, with these states. */
async function untilLogged(
  rm: Caller,
  { id }: Pick<Client, 'id'>,
  wanted: readonly string[],
): Promise<void> {
  await eventually(`${wanted.join(', ')} in the log`, async () => {
    const { items } = await rm.api.clientMessages.list({ id })
    const logged = items
      .filter(({ kind }) => kind === 'page-link')
      .map(({ channel, state }) => `${channel} ${state}`)
    return wanted.every((one) => logged.includes(one))
  })
}

async function visit(stage: Stage, { phone }: Person, token: string) {
  const browser = visitor(stage, 'Investor phone (tour)').api.clientPage
  const asked = new Date()
  await waitingOutLimits(stage, async () => await browser.sendCode({ token }))
  const code = await messageTo(stage.url, phone, /\b(\d{6})\b/, asked)
  const { visit } = await browser.open({ token, code })
  const { orders } = await browser.home({ visit })
  const { positions } = await browser.holdings({ visit })
  await browser.close({ visit })
  return { orders: orders.length, positions: positions.length }
}
