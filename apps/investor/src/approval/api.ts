import { approvals } from '@rmtools/contracts/crm/approvals'
import { client, toRequest } from '@rmtools/contracts/client'
import { fetchSend } from '@rmtools/contracts/fetch'
import type { Reply } from '@rmtools/contracts/endpoint'

export const api = client(approvals, fetchSend())

export type View = Reply<typeof approvals.view>
export type Sender = Reply<typeof approvals.sender>
export type PaymentNews = Reply<typeof approvals.payment>
export type Answer = Reply<typeof approvals.answer>

/** The address of a link's PDF. */
export const pdfPath = (token: string) => toRequest(approvals.document, { token }).url
