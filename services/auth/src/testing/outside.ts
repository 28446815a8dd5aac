// What auth has around it in tests: an inbox, crm's ears, a log, and a clock.
import type { ProjectedCompany, ProjectedUser } from '@rmtools/contracts/crm/projection'
import { startWorker } from '@rmtools/kit/jobs'
import { createLog } from '@rmtools/kit/log'
import { AddressGone, noReceipt, type Message } from '@rmtools/kit/messaging'
import { testClock } from '@rmtools/kit/testing-clock'
import { AUTH_JOBS_SCHEMA, createAuth } from '../app.ts'

export type Config = Parameters<typeof createAuth>[0]

/** Starts auth and its worker, and records what they send. */
export async function outsideOf(config: Config) {
  const messages: Message[] = []
  const told: { users: ProjectedUser[]; companies: ProjectedCompany[] } = {
    users: [],
    companies: [],
  }
  const logged: string[] = []
  const log = createLog('auth', 'debug', { write: (line: string) => void logged.push(line) })
  const clock = testClock()
  const gone = new Set<string>()
  const send = async (message: Message) => {
    if (gone.has(message.to)) throw new AddressGone('nobody there')
    messages.push(message)
    return noReceipt
  }
  const messenger = { send, async [Symbol.asyncDispose]() {} }
  const crm = {
    putUser: async (user: ProjectedUser) => void told.users.push(user),
    putCompany: async (company: ProjectedCompany) => void told.companies.push(company),
  }
  const auth = await createAuth(config, { clock, log, messenger, crm })
  const worker = await startWorker({
    url: config.JOBS_DATABASE_URL,
    schema: AUTH_JOBS_SCHEMA,
    handlers: auth.handlers,
    log,
  })
  return { messages, gone, told, logged, clock, auth, worker }
}
