// What the chapters of the tour share.
import { createCaller, signIn, type Caller } from '../caller.ts'
import { DEMO_PASSWORD, users } from '../seed/people.ts'

export type Stage = {
  readonly url: string
  readonly bib: { url: string; apiKey: string }
  say(text: string): void
  /** Throws unless the tour sees what it should see. */
  expect(isSo: boolean, what: string): void
}

/** Signs in somebody of the demo by the part of the e-mail address before the @. */
export async function demoUser(stage: Stage, name: string): Promise<Caller> {
  const user = users.find(({ email }) => email.startsWith(`${name}@`))
  if (!user) throw new Error(`nobody is called ${name} in the demo`)
  return await signIn(stage.url, { login: user.email, phone: user.phone, password: DEMO_PASSWORD })
}

/** Moves the simulator's clock. */
export async function moveBibClock({ bib }: Stage, move: { advanceDays: number } | { advanceHours: number }): Promise<void> {
  const reply = await fetch(`${bib.url}/_control/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bib.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(move),
  })
  if (!reply.ok) throw new Error(`the simulator did not move its clock: ${reply.status} ${await reply.text()}`)
}

/** A visitor without a session. */
export const visitor = ({ url }: Stage, userAgent: string) => createCaller(url, userAgent)

/** Digits that make names, phones and numbers of one walk differ from those of another. */
export function randomDigits(count: number): string {
  return Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('')
}
