// Shared by the chapters of the tour.
import { bibControl, type BibAddress } from '../bib-control.ts'
import { patiently, signIn, type Caller } from '../caller.ts'
import { DEMO_PASSWORD, users, type DemoUser } from '../seed/people.ts'
import { sdkCaller } from './sdk-caller.ts'

export type Stage = {
  readonly url: string
  readonly bib: BibAddress
  say(text: string): void
  /** Throws if the tour does not see what it expects. */
  expect(isSo: boolean, what: string): void
  /** The demo users who have signed in during this walk. */
  readonly signedIn: Map<string, Promise<Caller>>
}

/** A demo user, named by the part of the e-mail address before the @. */
export function demoPerson(name: string): DemoUser {
  const user = users.find(({ email }) => email.startsWith(`${name}@`))
  if (!user) throw new Error(`the demo has no user ${name}`)
  return user
}

/** Signs in a demo user, once per walk. */
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

/** Waits for the gateway's rate limits, e.g. codes per minute, and reports it. */
export async function waitingOutLimits<T>({ say }: Stage, work: () => Promise<T>): Promise<T> {
  return await patiently(work, (seconds) =>
    say(`rate limit for one address reached: waiting ${seconds} s`),
  )
}

/** The problem code with which a call is refused; `done` if it succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  return await call.then(
    () => 'done',
    (problem: { code?: string }) => problem.code ?? String(problem),
  )
}

const STEP = 7_368_787n
const serials = new Map<number, bigint>()

/**
 * Digits that this process has not been given before, with a random start: names, phones and
 * numbers differ within a walk and, nearly always, between walks.
 */
export function uniqueDigits(count: number): string {
  const space = 10n ** BigInt(count)
  const last = serials.get(count) ?? BigInt(Math.floor(Math.random() * 10 ** Math.min(count, 15)))
  const next = (last + STEP) % space
  serials.set(count, next)
  return String(next).padStart(count, '0')
}

/**
 * A person unique to this walk: the name ends with the digits in letters, so it differs too. The
 * last digit of the phone number may be chosen.
 */
export function newPerson(fullName: string, lastDigit = '2') {
  const digits = uniqueDigits(8)
  const first = fullName.split(' ')[0]?.toLowerCase() ?? ''
  return {
    fullName: `${fullName} ${inLetters(Number(digits))}`,
    email: `${first}${digits}@mail.example`,
    phone: `+62812${digits}${lastDigit}`,
  }
}

/** A number below 26^6 as six letters; each number has its own. */
function inLetters(number: number): string {
  const digit = (place: number) => Math.floor(number / 26 ** place) % 26
  return String.fromCodePoint(...[5, 4, 3, 2, 1, 0].map((place) => 97 + digit(place)))
}
