// Tells the investor and the RM what becomes of a plan.
import type { KindsOf } from '@rmtools/contracts/auth/notification-kinds'
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import type { MessageKind, Placeholder } from '@rmtools/contracts/crm/message-kinds'
import { planAmount, type PlanReason } from '@rmtools/contracts/crm/plan-rules'
import type { Transaction } from '@rmtools/kit/db'
import { hashToken, randomToken } from '@rmtools/kit/secrets'
import { planFundsText, planReasonText } from '@rmtools/look/plan-words'
import { formatDate } from '@rmtools/look/format'
import { sendToClient } from '../../client-messages/send-to-client.ts'
import { amountText, type Language } from '../../message-templates/rules.ts'
import { notify } from '../../notifications/notify.ts'
import type { CrmPorts } from '../../ports.ts'
import { insertLink } from '../approval/queries.ts'
import type { MandateRow } from './mandate/queries.ts'

type Bilingual = Readonly<Record<Language, string>>
type Figures = (language: Language) => Partial<Record<Placeholder, string>>
type Ports = Pick<CrmPorts, 'clock' | 'publicUrl'>

// A link that a person keeps; each message brings a new one.
const LASTING_DAYS = 400
const DAY_MS = 86_400_000

/** The address with which the investor sees, pauses and revokes the plan. */
async function lastingLink(tx: Transaction, mandate: MandateRow, ports: Ports): Promise<string> {
  const token = randomToken()
  await insertLink(tx, {
    mandateId: mandate.id,
    tokenHash: hashToken(token),
    expiresAt: new Date(ports.clock.now().getTime() + LASTING_DAYS * DAY_MS).toISOString(),
    isLasting: true,
  })
  return `${ports.publicUrl}/i/my-plan/${token}`
}

type Told = {
  id?: string
  kind: MessageKind
  figures?: Figures
  link?: string
  via?: ClientChannel | undefined
}

/**
 * A message to the investor about a plan, with the link to manage it unless another one is given.
 */
export async function tellInvestorOfPlan(
  tx: Transaction,
  mandate: MandateRow,
  {
    id = crypto.randomUUID(),
    kind,
    figures = () => ({}),
    link,
    via,
    ports,
  }: Told & { ports: Ports },
): Promise<void> {
  const address = link ?? (await lastingLink(tx, mandate, ports))
  await sendToClient(tx, {
    id,
    kind,
    investorId: mandate.investorId,
    ...(via ? { via } : {}),
    values: planValues(mandate, address, figures),
  })
}

/** What a message about a plan says. */
export const planValues =
  (
    { investorName, companyName, rmName, terms }: MandateRow,
    link: string,
    figures: Figures = () => ({}),
  ) =>
  (language: Language) => ({
    investorName,
    companyName,
    rmName: rmName ?? companyName,
    productName: planFundsText(terms.lines, language),
    amount: amountText('IDR', planAmount(terms), language),
    date: '',
    reason: '',
    link,
    ...figures(language),
  })

/** Tells the investor of a change, by its words. */
export async function tellInvestorOfChange(
  tx: Transaction,
  mandate: MandateRow,
  { words, ports }: { words: Bilingual; ports: Ports },
): Promise<void> {
  const figures: Figures = (language) => ({ reason: words[language] })
  await tellInvestorOfPlan(tx, mandate, { kind: 'plan-changed', figures, ports })
}

type RunNews = {
  run: { productName: string; amount: string }
  reason: PlanReason | null
  date: string | null
  ports: Ports
}

/** Tells the investor of one purchase: its debit, another try, or that there is none. */
export async function tellInvestorOfRun(
  tx: Transaction,
  mandate: MandateRow,
  kind: 'plan-debit' | 'plan-retry' | 'plan-skipped',
  { run, reason, date, ports }: RunNews,
): Promise<void> {
  const figures: Figures = (language) => ({
    productName: run.productName,
    amount: amountText('IDR', run.amount, language),
    reason: planReasonText(reason, language) ?? '',
    date: date === null ? '' : formatDate(date, language),
  })
  await tellInvestorOfPlan(tx, mandate, { kind, figures, ports })
}

type About = Pick<MandateRow, 'planId' | 'rmId' | 'investorName' | 'terms'>

/** Notifies the RM of a plan. */
export async function tellRmOfPlan(
  tx: Transaction,
  { planId, rmId, investorName, terms }: About,
  kind: KindsOf<'plan'>,
  about: { productName?: string; reason?: PlanReason | null } = {},
): Promise<void> {
  const productName = about.productName ?? planFundsText(terms.lines, 'id')
  const reason = about.reason ? { reason: about.reason } : {}
  await notify(tx, {
    userId: rmId,
    kind,
    params: { investorName, productName, ...reason },
    link: notificationLink(kind, planId),
  })
}
