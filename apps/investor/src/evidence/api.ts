import { client } from '@rmtools/contracts/client'
import { evidence, type EvidenceCheck } from '@rmtools/contracts/crm/evidence'
import { fetchSend } from '@rmtools/contracts/fetch'

export const api = client({ check: evidence.check }, fetchSend())
export type { EvidenceCheck }
