// The links to orders and to mandates of plans, for the RM who takes them.
import type { LinkSource } from '../client-links/rules.ts'
import type { CrmPorts } from '../ports.ts'
import { approvalLinks } from './approval/taking.ts'
import { mandateLinks } from './plans/mandate/taking.ts'

export const orderLinks = (
  ports: Pick<CrmPorts, 'clock'>,
): Readonly<Record<'approval' | 'mandate', LinkSource>> => ({
  approval: approvalLinks(ports),
  mandate: mandateLinks(ports),
})
