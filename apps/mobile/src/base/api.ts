// The one client of the public API, with the user's session. It names only the nouns that the app
// uses: the office's contracts would be loaded before the first screen for nothing.
import { account } from '@rmtools/contracts/auth/account'
import { codes } from '@rmtools/contracts/auth/codes'
import { companies } from '@rmtools/contracts/auth/companies'
import { devices } from '@rmtools/contracts/auth/devices'
import { membershipOffers } from '@rmtools/contracts/auth/membership-offers'
import { notifications } from '@rmtools/contracts/auth/notifications'
import { passwords } from '@rmtools/contracts/auth/passwords'
import { preferences } from '@rmtools/contracts/auth/preferences'
import { registration } from '@rmtools/contracts/auth/registration'
import { sessions } from '@rmtools/contracts/auth/sessions'
import { gateway } from '@rmtools/contracts/bff/gateway'
import { portfolios } from '@rmtools/contracts/bff/portfolios'
import { products } from '@rmtools/contracts/bff/products'
import { reports } from '@rmtools/contracts/bff/reports'
import { today } from '@rmtools/contracts/bff/today'
import { clients } from '@rmtools/contracts/client'
import { bankAccounts } from '@rmtools/contracts/crm/bank-accounts'
import { clientLinks } from '@rmtools/contracts/crm/client-links'
import { clientPage } from '@rmtools/contracts/crm/client-page'
import { clientMessages } from '@rmtools/contracts/crm/client-messages'
import { consents } from '@rmtools/contracts/crm/consents'
import { documents } from '@rmtools/contracts/crm/documents'
import { instructions } from '@rmtools/contracts/crm/instructions'
import { plans } from '@rmtools/contracts/crm/plans'
import { investors } from '@rmtools/contracts/crm/investors'
import { leadActivities } from '@rmtools/contracts/crm/lead-activities'
import { leads } from '@rmtools/contracts/crm/leads'
import { reference } from '@rmtools/contracts/crm/reference'
import { remoteRegistration } from '@rmtools/contracts/crm/remote-registration'
import { riskProfiles } from '@rmtools/contracts/crm/risk-profiles'
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

const auth = {
  account,
  codes,
  companies,
  devices,
  membershipOffers,
  notifications,
  passwords,
  preferences,
  registration,
  sessions,
}
const crm = {
  bankAccounts,
  clientLinks,
  clientMessages,
  consents,
  documents,
  instructions,
  plans,
  investors,
  leadActivities,
  leads,
  reference,
  clientPage,
  remoteRegistration,
  riskProfiles,
}
const bff = { gateway, portfolios, products, reports, today }

export const api = clients({ ...auth, ...crm, ...bff }, send)
