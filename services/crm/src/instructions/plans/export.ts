// Recurring plans as a file, with what they have bought and what failed.
import type { Plan, plans } from '@rmtools/contracts/crm/plans'
import type { Input } from '@rmtools/contracts/endpoint'
import { batchesOf } from '@rmtools/kit/batches'
import type { Db } from '@rmtools/kit/db'
import { pageByTime } from '@rmtools/kit/paging'
import type { Actor } from '@rmtools/kit/scope'
import type { ReplyControls } from '@rmtools/kit/service'
import {
  date,
  instant,
  money,
  count,
  text,
  word,
  type Columns,
  type TableFormat,
} from '@rmtools/kit/tables'
import { formatDate, formatMoney } from '@rmtools/look/format'
import { planEndText, planWayWords, planWords } from '@rmtools/look/plan-words'
import { planStates } from '@rmtools/look/states'
import { nouns, roles, say } from '@rmtools/look/words'
import { exportFile } from '../../exports/export-file.ts'
import { marketHolidays } from '../queries.ts'
import { plansOf } from './queries.ts'
import { planShown } from './rules.ts'

const planColumns: Columns<Plan> = [
  instant(say('Dibuat', 'Created'), ({ createdAt }) => createdAt),
  text(nouns.investor, ({ investorName }) => investorName),
  text(roles.rm, ({ rmName }) => rmName),
  word(say('Status', 'Status'), ({ status }) => planStates[status].word),
  text(say('Alasan', 'Reason'), ({ statusReason }) => statusReason),
  text(nouns.products, ({ lines, currency }, language) =>
    lines
      .map(
        ({ productName, amount }) => `${productName}: ${formatMoney(amount, currency, language)}`,
      )
      .join('; '),
  ),
  money(planWords.perRun, ({ amount }) => amount),
  count(planWords.day, ({ day }) => day),
  date(planWords.startsOn, ({ startsOn }) => startsOn),
  text(planWords.ends, (plan, language) =>
    planEndText(plan, language, {
      date: (day) => formatDate(day, language),
      money: (amount) => formatMoney(amount, plan.currency, language),
    }),
  ),
  date(planWords.nextRun, ({ nextRunOn }) => nextRunOn),
  word(planWords.way, ({ way }) => planWayWords[way]),
  text(planWords.account, ({ bankAccount }) => bankAccount),
  count(say('Bulan terbeli', 'Months bought'), ({ runsDone }) => runsDone),
  money(planWords.bought, ({ amountDone }) => amountDone),
  count(say('Pembelian dilewati', 'Runs skipped'), ({ runsSkipped }) => runsSkipped),
  count(say('Pembelian dicoba lagi', 'Runs tried again'), ({ runsRetrying }) => runsRetrying),
  instant(planWords.signedAt, ({ signedAt }) => signedAt),
  text(say('ID', 'ID'), ({ id }) => id),
]

type Exporting = { db: Db; actor: Actor; reply: ReplyControls }

/** The plans of a filter as a file; those of an RM are the own ones. */
export async function plansFile(
  format: TableFormat,
  filter: Input<typeof plans.export>,
  asking: Exporting,
): Promise<AsyncIterable<Uint8Array>> {
  const { db, actor } = asking
  const owner = actor.ownOnly ? actor.userId : null
  const holidays = await marketHolidays(db)
  const rows = batchesOf(async (limit, cursor) => {
    const found = await plansOf(db, { ...filter, limit, ...(cursor ? { cursor } : {}) }, owner)
    const shown = found.map((plan) => planShown(plan, holidays))
    return pageByTime(shown, limit, ({ createdAt }) => createdAt)
  })
  return await exportFile(format, { entity: 'plan', filter, columns: planColumns, rows }, asking)
}
