import { clientMessages, type ClientPreference } from '@rmtools/contracts/crm/client-messages'
import { notFound, Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import { existing } from '@rmtools/kit/existing'
import { pageByTime } from '@rmtools/kit/paging'
import { implement } from '@rmtools/kit/service'
import type { CrmPorts } from '../../ports.ts'
import { sendToClient } from '../send-to-client.ts'
import {
  isInvestorVisible,
  lockMessage,
  messagesTo,
  noteResent,
  preferenceOf,
  putPreference,
} from './queries.ts'

export const clientMessageRoutes = ({ channels }: Pick<CrmPorts, 'channels'>) => {
  const shown = (preference: ClientPreference): ClientPreference => ({
    ...preference,
    hasWhatsapp: preference.hasWhatsapp && channels.includes('whatsapp'),
  })
  return implement('clientMessages', clientMessages, {
    list: async ({ id, limit = 20, cursor }, { db }) => {
      await requireVisible(db, id)
      return pageByTime(
        await messagesTo(db, id, { limit, cursor }),
        limit,
        ({ createdAt }) => createdAt,
      )
    },

    resend: async ({ id: investorId, messageId }, { db }) => {
      await requireVisible(db, investorId)
      const { kind, instructionId, canResend, values } = existing(
        await lockMessage(db, { id: messageId, investorId }),
      )
      if (values === null || !canResend) throw new Problem(wrongState)
      const id = crypto.randomUUID()
      const sent = await sendToClient(db, {
        id,
        kind,
        investorId,
        ...(instructionId === null ? {} : { instructionId }),
        values: (language) => values[language],
      })
      // Without an address, or for a client who declined such messages, nothing was sent.
      if (!sent) throw new Problem(wrongState)
      await noteResent(db, messageId, id)
      return sent
    },

    preference: async ({ id }, { db }) => shown(existing(await preferenceOf(db, id))),

    setPreference: async ({ id, ...stated }, { db }): Promise<ClientPreference> => {
      const { version } = existing(await preferenceOf(db, id))
      if (version !== stated.version || !(await putPreference(db, id, stated)))
        throw new Problem(staleVersion)
      return shown(existing(await preferenceOf(db, id)))
    },
  })
}

/** An RM sees the messages to the own investors only. */
async function requireVisible(db: Db, investorId: string): Promise<void> {
  if (!(await isInvestorVisible(db, investorId))) throw new Problem(notFound)
}
