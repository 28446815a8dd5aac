// All operations of the product as typed calls with the user's session.
import { authContracts } from '@rmtools/contracts/auth'
import { bffContracts } from '@rmtools/contracts/bff'
import { clients } from '@rmtools/contracts/client'
import { crmContracts } from '@rmtools/contracts/crm'
import { fetchSend } from '@rmtools/contracts/fetch'
import { accessToken, renewBy, renewSession } from './session.ts'
import { stepUp } from './step-up.ts'

const csrf = document.querySelector<HTMLMetaElement>('meta[name=csrf-token]')?.content

export const send = fetchSend({
  cache: 'no-cache',
  session: { accessToken, renew: renewSession, stepUp },
  ...(csrf?.includes('.') ? { csrf } : {}),
})
export const api = clients({ ...authContracts, ...crmContracts, ...bffContracts }, send)
export type Api = typeof api
renewBy(async () => await api.sessions.refresh({}))

type Named = Readonly<
  Record<string, Readonly<Record<string, (input: unknown, options?: object) => Promise<unknown>>>>
>
/** A noun of the contracts, and one of its operations. */
export type Noun = keyof Api
export type Operation<N extends Noun> = keyof Api[N] & string
type CallOf<N extends Noun, O extends Operation<N>> = Api[N][O] extends (
  input: infer I,
  options?: infer _,
) => Promise<infer R>
  ? { input: I; reply: R }
  : never
export type InputOf<N extends Noun, O extends Operation<N>> = CallOf<N, O>['input']
export type ReplyOf<N extends Noun, O extends Operation<N>> = CallOf<N, O>['reply']

/** The argument of an operation: none if it needs none. */
export type GivenTo<N extends Noun, O extends Operation<N>> =
  undefined extends InputOf<N, O> ? [input?: InputOf<N, O>] : [input: InputOf<N, O>]

/** Calls an operation by its names. */
export async function call<N extends Noun, O extends Operation<N>>(
  [noun, operation]: readonly [N, O],
  input: GivenTo<N, O>[0],
  options?: { idempotencyKey?: string },
): Promise<ReplyOf<N, O>> {
  const run = (api as unknown as Named)[noun]?.[operation]
  if (!run) throw new Error(`${String(noun)}.${operation} is not an operation`)
  return (await run(input, options)) as ReplyOf<N, O>
}
