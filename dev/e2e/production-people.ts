// People of an installation in production: their mail, their SMS and their first sign-in.
import { expect } from 'vitest'
import { createCaller, eventually, type Caller } from '../caller.ts'
import { PUBLIC_URL, type Production } from './production.ts'

/** The newest matching e-mail to a recipient, starting at index `from`. */
async function mailTo(
  production: Production,
  to: string,
  pattern: RegExp,
  from: number,
): Promise<string> {
  return await eventually(`an e-mail to ${to}`, async () => {
    // Long lines are split into parts (RFC 2045, 6.7).
    const texts = production.mails
      .slice(from)
      .map((mail) => ({ ...mail, text: mail.text.replaceAll('=\r\n', '').replaceAll('=3D', '=') }))
    const found = texts.find((mail) => mail.to.includes(to) && pattern.test(mail.text))
    return found && pattern.exec(found.text)?.[1]
  })
}

/** The code in the newest SMS to a recipient, starting at index `from`. */
export async function smsTo(production: Production, phone: string, from: number): Promise<string> {
  return await eventually(`an SMS to ${phone}`, async () => {
    const texts = production.broker.kept
      .slice(from)
      .map(({ value }) => JSON.parse(value) as { to: string; text: string })
    return /\b(\d{6})\b/.exec(texts.findLast(({ to }) => to === phone)?.text ?? '')?.[1]
  })
}

/**
 * Sets the password with the link from the invitation, and signs in with the code for a new device.
 */
export async function comeIn(
  production: Production,
  email: string,
  password: string,
): Promise<Caller> {
  const caller = createCaller(production.url, 'Mozilla/5.0')
  const token = await mailTo(
    production,
    email,
    new RegExp(`${PUBLIC_URL}/set-password#([\\w-]+)`),
    0,
  )
  await caller.api.passwords.confirmReset({ token, newPassword: password })
  const device = { id: crypto.randomUUID(), name: 'Browser', platform: 'web' as const }
  const from = production.mails.length
  const challenge = await caller.api.sessions.login({
    login: email,
    password,
    client: 'web',
    device,
  })
  expect([challenge.status, challenge.channel, challenge.accessToken]).toEqual([
    'challenge',
    'email',
    undefined,
  ])
  const code = await mailTo(production, email, /\b(\d{6})\b/, from)
  caller.use(
    await caller.api.codes.verify({
      challengeId: challenge.challengeId ?? '',
      code,
      purpose: 'login',
      deviceId: device.id,
    }),
  )
  return caller
}
