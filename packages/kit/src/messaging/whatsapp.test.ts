import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startWhatsapp, type WhatsappServer } from '../testing/whatsapp.ts'
import { SettingRefused, Undeliverable, type Messenger, type Whatsapp } from './messaging.ts'
import { readConfig } from '../process/config.ts'
import { messageSettings, messengerOf, whatsappSettings } from './messengers.ts'

const SENDER = '106540352242922'
const TOKEN = 'token-of-the-system-user'
let server: WhatsappServer
let messenger: Messenger
const REPORTS = { WHATSAPP_APP_SECRET: 'x', WHATSAPP_VERIFY_TOKEN: 'y' }
const configOf = (env: Record<string, string>) =>
  readConfig({ ...messageSettings, ...whatsappSettings }, { ...REPORTS, ...env })

beforeEach(async () => {
  server = await startWhatsapp({ token: TOKEN, appSecret: 'x', senders: [SENDER] })
  messenger = messengerOf(configOf({ WHATSAPP_URL: server.url, WHATSAPP_TOKEN: TOKEN }))
})
afterEach(async () => {
  await messenger[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const message: Whatsapp = {
  id: '0199f7a0-0000-7000-8000-000000000001',
  channel: 'whatsapp',
  to: '+6281200000077',
  text: 'Yth. Siti',
  sender: SENDER,
  template: {
    name: 'rmtools_refund_paid_0a1b2c',
    language: 'id',
    parameters: ['Siti\nRahmawati', 'Rp  5.000'],
    isCode: false,
  },
}
const code: Whatsapp = {
  ...message,
  template: { name: 'rmtools_approval_code', language: 'en', parameters: ['482913'], isCode: true },
}
const failure = async (sent: Promise<unknown>) => await sent.catch((error: unknown) => error)

describe('a WhatsApp message', () => {
  test('is a template with its parameters in order and our id', async () => {
    const { providerId } = await messenger.send(message)
    expect(server.kept).toEqual([
      {
        id: providerId,
        sender: SENDER,
        to: message.to,
        data: message.id,
        template: 'rmtools_refund_paid_0a1b2c',
        language: 'id',
        // A line break, or many spaces, would be refused.
        parameters: ['Siti Rahmawati', 'Rp 5.000'],
        button: undefined,
      },
    ])
  })

  test('a code stands in the button too', async () => {
    await messenger.send(code)
    expect(server.kept).toMatchObject([{ parameters: ['482913'], button: '482913' }])
  })
})

describe('a refusal', () => {
  test.each([
    [400, 131026],
    [400, 131047],
    [404, 132001],
    [400, 132000],
    [400, 100],
  ])('%i %i is never delivered by WhatsApp', async (status, number) => {
    server.faults.refusals.push({ status, code: number })
    const error = await failure(messenger.send(message))
    expect(error).toBeInstanceOf(Undeliverable)
    expect(error).toMatchObject({ code: String(number) })
  })

  test.each([
    [429, 130429],
    [400, 131056],
    [400, 80007],
    [500, 131000],
    [503, null],
    [502, 131026],
  ])('%i %s is worth another try', async (status, number) => {
    server.faults.refusals.push({ status, code: number })
    const error = await failure(messenger.send(message))
    expect(error).toBeInstanceOf(Error)
    expect([error instanceof Undeliverable, error instanceof SettingRefused]).toEqual([
      false,
      false,
    ])
    expect((await messenger.send(message)).providerId).toMatch(/^wamid/)
  })

  test.each([
    [401, 190, 'WHATSAPP_TOKEN'],
    [403, 10, 'WHATSAPP_TOKEN'],
    [400, 33, 'WhatsApp number ID'],
    [400, 131042, 'account'],
    [404, null, 'WHATSAPP_VERSION'],
  ])('%i %s names what the operator has to check', async (status, number, setting) => {
    server.faults.refusals.push({ status, code: number })
    const error = await failure(messenger.send(message))
    expect(error).toBeInstanceOf(SettingRefused)
    expect(String(error)).toContain(setting)
    expect(String(error)).not.toContain(TOKEN)
  })

  test('a wrong token and an unknown number are refused so', async () => {
    await using other = messengerOf(configOf({ WHATSAPP_URL: server.url, WHATSAPP_TOKEN: 'old' }))
    expect(String(await failure(other.send(message)))).toMatch(/401 190 .*WHATSAPP_TOKEN/)
    expect(String(await failure(messenger.send({ ...message, sender: '99999' })))).toMatch(/400 33/)
  })
})

test.each(['WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'])(
  'is not set up without %s: every message would be sent by SMS too',
  (name) => {
    expect(() => messengerOf(configOf({ WHATSAPP_TOKEN: TOKEN, [name]: '' }))).toThrow(
      'WHATSAPP_TOKEN needs WHATSAPP_APP_SECRET and WHATSAPP_VERIFY_TOKEN',
    )
  },
)

test('without a token the development inbox shows it, and in production the setting is named', async () => {
  const config = { ...configOf({}), production: true }
  await using none = messengerOf(config)
  expect(await failure(none.send(message))).toMatchObject({
    name: 'SettingRefused',
    message: 'no way to send whatsapp is set up: WHATSAPP_TOKEN',
  })
})

test(
  'a server that does not answer is given up after some seconds',
  { timeout: 15_000 },
  async () => {
    server.faults.isFrozen = true
    const error = await failure(messenger.send(message))
    expect(error).toMatchObject({ code: 'UND_ERR_HEADERS_TIMEOUT' })
  },
)
