import type { account } from '@rmtools/contracts/auth/account'
import type { Input } from '@rmtools/contracts/endpoint'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import type { OutsideContext } from '@rmtools/kit/service'

export type Change = Input<typeof account.changeSetting>
export type ChangeContext = OutsideContext<typeof account.changeSetting>

/** Throws if a call names any other setting: each call changes one. */
export function requireJustThat(input: Change): void {
  for (const name of ['password', 'email', 'phone', 'language', 'push'] as const)
    if ((input[name] !== undefined) !== (name === input.setting))
      throw new Problem(invalidInput, {
        errors: [{ pointer: `/${name}`, code: name === input.setting ? 'required' : 'unknown' }],
      })
}
