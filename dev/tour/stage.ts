// What the chapters of the tour share.
import { bibControl, type BibAddress } from '../bib-control.ts'
import { patiently, signIn, type Caller } from '../caller.ts'
import { DEMO_PASSWORD, users, type DemoUser } from '../seed/people.ts'
import { sdkCaller } from './sdk-caller.ts'

export type Stage = {
  readonly url: string
  readonly bib: BibAddress
  say(text: string): void
  /** Throws unless the tour sees what it should see. */
  expect(isSo: boolean, what: string): void
  /** Those of the demo who have signed in on this walk. */
  readonly signedIn: Map<string, Promise<Caller>>
}

/** Somebody of the demo by the part of the e-mail address before the @. */
export function demoPerson(name: string): DemoUser {
  const user = users.find(({ email }) => email.startsWith(`${name}@`))
  if (!user) throw new Error(`nobody is called ${name} in the demo`)
  return user
}

/** Signs in somebody of the demo, once a walk. */
export async function demoUser({ url, signedIn }: Stage, name: string): Promise<Caller> {
  const { email, phone } = demoPerson(name)
  const caller =
    signedIn.get(name) ??
    signIn(url, { login: email, phone, password: DEMO_PASSWORD }, sdkCaller(url))
  signedIn.set(name, caller)
  return await caller
}

/** The simulator's controls. */
export const controlOf = ({ bib }: Stage) => bibControl(bib)

/** A visitor without a session. */
export const visitor = ({ url }: Stage, userAgent: string) => sdkCaller(url, userAgent)

/** Waits out the rate limits of the gateway, e.g. codes per minute, and says so. */
export async function waitingOutLimits<T>({ say }: Stage, work: () => Promise<T>): Promise<T> {
  return await patiently(work, (seconds) =>
    say(`rate limit for one address reached: waiting ${seconds} s`),
  )
}

/** The code of the problem with which a call is refused; `done` when it is not. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  return await call.then(
    () => 'done',
    (problem: { code?: string }) => problem.code ?? String(problem),
  )
}

/** Digits that make names, phones and numbers of one walk differ from those of another. */
export function randomDigits(count: number): string {
  return Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('')
}

/** A person of this walk alone: the digits of the numbers as letters make the name differ too. */
export function newPerson(fullName: string) {
  const digits = randomDigits(7)
  const mark = digits.slice(0, 3).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')
  const first = fullName.split(' ')[0]?.toLowerCase() ?? ''
  return {
    fullName: `${fullName} ${mark}`,
    email: `${first}${digits}@mail.example`,
    phone: `+62812${digits}2`,
  }
}
