import type { Database } from '@rmtools/kit/db'
import { together } from '@rmtools/kit/job-registry'
import { clientMessageJobs } from './client-messages/delivering.ts'
import { recordingJobs } from './instructions/approval/records/recording.ts'
import { linkReminderJobs } from './instructions/approval/reminding.ts'
import { cancellingJobs } from './instructions/cancelling.ts'
import { paymentJobs } from './instructions/payments/sync.ts'
import { instructionJobs } from './instructions/sync.ts'
import { investorJobs } from './investors/bib/sync.ts'
import { registrationReminderJobs } from './investors/remote-registration/reminding.ts'
import { riskReminderJobs } from './investors/risk-profiles/reminding.ts'
import { leadJobs } from './leads/reminders.ts'
import { licenceJobs } from './licences/reminders.ts'
import { orphanJobs } from './orphans/check.ts'
import { reconciliationJobs } from './reconciliations/run.ts'
import { statementJobs } from './statements/due.ts'
import type { CrmHandlers } from './jobs.ts'
import type { CrmPorts } from './ports.ts'

/** The handlers of all jobs, which the features provide. */
export function handlersOf(ports: CrmPorts, database: Database) {
  return together(
    investorJobs(ports, database),
    instructionJobs(ports, database),
    cancellingJobs(ports, database),
    paymentJobs(ports, database),
    leadJobs(database),
    licenceJobs(ports, database),
    linkReminderJobs(ports, database),
    recordingJobs(ports, database),
    registrationReminderJobs(ports, database),
    riskReminderJobs(ports, database),
    reconciliationJobs(ports, database),
    statementJobs(ports, database),
    orphanJobs(ports, database),
    clientMessageJobs(ports, database),
    ownJobs(ports),
  )
}

const ownJobs = ({ auth }: CrmPorts): CrmHandlers<'notify'> => ({
  notify: async (notification) => void (await auth.internal.notify(notification)),
})
