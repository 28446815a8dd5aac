// The one client of the public API: every operation of the contracts, with the user's session.
import { authContracts } from '@rmtools/contracts/auth'
import { bffContracts } from '@rmtools/contracts/bff'
import { clients } from '@rmtools/contracts/client'
import { crmContracts } from '@rmtools/contracts/crm'
import { fetchSend } from '@rmtools/contracts/fetch'
import { appHeaders, watchingAge } from './app-age.ts'
import { givenCsrf, serverUrl } from './server'

/** Filled in by the session, which imports this file and calls the API itself. */
export const credentials: {
  accessToken: string | undefined
  renew: () => Promise<boolean>
  stepUp: () => Promise<boolean>
} = {
  accessToken: undefined,
  renew: async () => false,
  stepUp: async () => false,
}

export const send = watchingAge(
  fetchSend({
    baseUrl: serverUrl,
    csrf: givenCsrf,
    headers: appHeaders,
    session: {
      accessToken: () => credentials.accessToken,
      renew: async () => await credentials.renew(),
      stepUp: async () => await credentials.stepUp(),
    },
  }),
)

export const api = clients({ ...authContracts, ...crmContracts, ...bffContracts }, send)
