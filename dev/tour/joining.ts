// Chapter one: an RM registers, verifies the phone, is approved, and signs in on a new device.
import { messageTo, type Caller } from '../caller.ts'
import { demoUser, uniqueDigits, visitor, type Stage } from './stage.ts'

export type NewRm = { caller: Caller; userId: string; fullName: string }

/** Runs the chapter; returns the signed-in RM. */
export async function joining(stage: Stage): Promise<NewRm> {
  const { url, say, expect } = stage
  const digits = uniqueDigits(7)
  const person = {
    fullName: `Tirta Nugraha ${digits}`,
    email: `tirta${digits}@nusantara.example`,
    phone: `+62813${digits}1`,
    password: `kopi pagi hangat ${uniqueDigits(6)}`,
  }
  const phone = visitor(stage, 'RMTools app (tour)')
  const deviceId = crypto.randomUUID()

  const { items } = await phone.api.registration.companies()
  const company = items.find(({ name }) => name === 'Nusantara Investama')
  expect(company !== undefined, 'the company can be applied to')
  say(`${person.fullName} registers with ${company?.name}`)
  const asked = new Date()
  const applied = await phone.api.registration.register({
    ...person,
    companyId: company?.id ?? '',
    licenceNumber: `WAPERD-${digits}`,
    channel: 'sms',
    deviceId,
  })
  const code = await messageTo(url, person.phone, /\b(\d{6})\b/, asked)
  say(`a code arrived by SMS and verifies the phone`)
  const proved = await phone.api.codes.verify({
    challengeId: applied.challengeId ?? '',
    code,
    purpose: 'register',
    deviceId,
  })
  expect(proved.status === 'pending', 'the registration waits for approval and no token was given')

  const early = await phone.api.sessions
    .login({
      login: person.email,
      password: person.password,
      client: 'mobile',
      device: { id: deviceId, name: 'Phone', platform: 'android' },
    })
    .then(
      () => 'signed in',
      (problem: { code: string }) => problem.code,
    )
  expect(early === 'account-pending', 'nobody signs in before the approval')

  const sari = await demoUser(stage, 'sari')
  const waiting = await sari.api.users.list({ status: 'pending', search: digits })
  const candidate = waiting.items[0]
  expect(candidate !== undefined, 'the application is in the list of the administration')
  const userId = candidate?.id ?? ''
  await sari.api.users.update({
    id: userId,
    version: candidate?.version ?? 1,
    changes: {
      licenceExpiresOn: new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10),
    },
  })
  const checked = await sari.api.users.get({ id: userId })
  await sari.api.users.approveOrReject({
    id: userId,
    decision: 'approve',
    version: checked.version,
  })
  say('Sari of the administration checks the licence and approves')

  const device = { id: crypto.randomUUID(), name: 'New phone', platform: 'android' as const }
  const signing = new Date()
  const challenge = await phone.api.sessions.login({
    login: person.email,
    password: person.password,
    client: 'mobile',
    device,
  })
  expect(challenge.status === 'challenge', 'a new device gets a challenge, not a token')
  const to = challenge.channel === 'email' ? person.email : person.phone
  const secondFactor = await messageTo(url, to, /\b(\d{6})\b/, signing)
  phone.use(
    await phone.api.codes.verify({
      challengeId: challenge.challengeId ?? '',
      code: secondFactor,
      purpose: 'login',
      deviceId: device.id,
    }),
  )
  const me = await phone.api.account.me()
  say(
    `${me.fullName} is signed in as ${me.role} on a new device, with a code by ${challenge.channel}`,
  )
  return { caller: phone, userId, fullName: person.fullName }
}
