import { clientPage } from '@rmtools/contracts/crm/client-page'
import { client } from '@rmtools/contracts/client'
import { fetchSend } from '@rmtools/contracts/fetch'
import type { Reply } from '@rmtools/contracts/endpoint'

export const api = client(clientPage, fetchSend())

export type Sender = Reply<typeof clientPage.sender>
export type Home = Reply<typeof clientPage.home>
export type Holdings = Reply<typeof clientPage.holdings>
export type Statement = Home['statements'][number]
export type Order = Home['orders'][number]
