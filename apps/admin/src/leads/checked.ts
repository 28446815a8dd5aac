import type { Reply } from '@rmtools/contracts/endpoint'
import type { leadImports } from '@rmtools/contracts/crm/lead-imports'

export type Checked = Reply<typeof leadImports.create>
