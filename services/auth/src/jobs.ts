// Auth's jobs.
import { Nullable } from '@rmtools/contracts/endpoint'
import { Id, Text } from '@rmtools/contracts/fields'
import { job, Optional, Payload, type Handlers } from '@rmtools/kit/job-registry'
import { Email, Push, Sms } from '@rmtools/kit/messaging'

export const authJobs = {
  mailSend: job({ name: 'mail.send', payload: Email }),
  smsSend: job({ name: 'sms.send', payload: Sms }),
  // A late push adds nothing to the list of notifications.
  pushSend: job({ name: 'push.send', payload: Push, maxAttempts: 5 }),
  passwordsReset: job({
    name: 'passwords.reset',
    payload: Payload({ login: Text(300), ip: Optional(Nullable(Text(100))) }),
  }),
  projectionUser: job({
    name: 'projection.user',
    payload: Payload({ userId: Id }),
    key: ({ userId }) => `user:${userId}`,
  }),
  projectionCompany: job({
    name: 'projection.company',
    payload: Payload({ companyId: Id }),
    key: ({ companyId }) => `company:${companyId}`,
  }),
  housekeeping: job({ name: 'housekeeping', payload: Payload({}), schedule: '7 * * * *' }),
  platformAccess: job({ name: 'platform-access', payload: Payload({}), schedule: '* * * * *' }),
}

/** The handlers of some of the jobs, which a feature provides. */
export type AuthHandlers<K extends keyof typeof authJobs> = Handlers<Pick<typeof authJobs, K>>
