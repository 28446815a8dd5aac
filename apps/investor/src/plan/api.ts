import { planMandates } from '@rmtools/contracts/crm/plan-mandates'
import { client, toRequest } from '@rmtools/contracts/client'
import { fetchSend } from '@rmtools/contracts/fetch'
import type { Reply } from '@rmtools/contracts/endpoint'

export const api = client(planMandates, fetchSend())

export type View = Reply<typeof planMandates.view>
export type Sender = Reply<typeof planMandates.sender>
export type Answer = Reply<typeof planMandates.answer>
export type Managed = Reply<typeof planMandates.managed>

/** The address of a mandate's PDF. */
export const pdfPath = (token: string) => toRequest(planMandates.document, { token }).url
