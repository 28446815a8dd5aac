// The tour calls the product through the SDK, as the program of another team would. That the SDK's types are those of the contracts is what
// the compiler checks here.
import { createRmTools } from '@rmtools/sdk'
import type { Caller } from '../caller.ts'

/** A caller without a session. `userAgent` shows in the audit trail. */
export function sdkCaller(url: string, userAgent = 'rmtools-tour'): Caller {
  // The tour tells of every wait itself.
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
