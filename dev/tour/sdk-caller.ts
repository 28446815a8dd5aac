// The tour calls the product through the SDK, like another team's program. The compiler thereby
// checks that the SDK's types are those of the contracts.
import { createRmTools } from '@rmtools/sdk'
import type { Caller } from '../caller.ts'

/** A caller without a session. `userAgent` shows in the audit trail. */
export function sdkCaller(url: string, userAgent = 'rmtools-tour'): Caller {
  // The tour reports every wait itself.
  const rm = createRmTools({ baseUrl: url, userAgent, retries: 0 })
  return {
    api: rm,
    // The SDK adopts the tokens of every sign-in automatically.
    use: () => undefined,
    get accessToken() {
      return rm.session?.accessToken
    },
  }
}
