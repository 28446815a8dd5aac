// Faults that really occur (DOMAIN.md section 11), each with a switch. Some are also triggered by a
// sentinel in a name, for manual testing.
import { asKept } from './store.ts'
import Type, { type Static } from 'typebox'
import { Shape } from '@rmtools/contracts/endpoint'
import type { Store } from './store.ts'

export const faultNames = [
  'timeoutAfterSuccess',
  'errorAfterCommit',
  'tooManyRequests',
  'slow',
  'down',
  'duplicateEvents',
  'lostEvents',
  'outOfOrderEvents',
  'eventBeforeAnswer',
  'eventWrongTenant',
  'poisonMessage',
  'kycRefused',
  'sidExists',
  'bankAccountRefused',
  'codeListMismatch',
  'externalIdMerged',
  'navLate',
  'navCorrected',
  'cutOffPassed',
  'redemptionAboveUnits',
  'paymentLate',
  'paymentNever',
  'paymentShort',
  'paymentOver',
  'paymentTwice',
  'paymentOtherPayer',
  'paymentQrisOnly',
  'debitRefused',
  'debitInsufficient',
  'debitLate',
  'debitTwice',
  'productSuspended',
  'rejectedAfterPayment',
] as const
export type FaultName = (typeof faultNames)[number]

/**
 * `times`: the remaining number of times; absent: until switched off. `match`: only for subjects
 * that contain this text. `ms`: the duration, for faults that take time.
 */
export const FaultSetting = Shape({
  on: Type.Boolean(),
  times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  match: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  ms: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 * 86_400_000 })),
})
export type FaultSetting = Static<typeof FaultSetting>

/** Part of the investor's (or account holder's) name that triggers the fault. */
export const sentinels: Partial<Record<FaultName, string>> = {
  timeoutAfterSuccess: 'SIM-TIMEOUT',
  errorAfterCommit: 'SIM-500',
  tooManyRequests: 'SIM-429',
  slow: 'SIM-SLOW',
  kycRefused: 'SIM-REJECT',
  sidExists: 'SIM-SID-EXISTS',
  bankAccountRefused: 'SIM-BANK',
  codeListMismatch: 'SIM-CODES',
  externalIdMerged: 'SIM-MERGE',
  cutOffPassed: 'SIM-CUTOFF',
  redemptionAboveUnits: 'SIM-NO-UNITS',
  rejectedAfterPayment: 'SIM-REFUND',
  paymentNever: 'SIM-NO-MONEY',
  paymentShort: 'SIM-SHORT',
  paymentOver: 'SIM-OVER',
  paymentTwice: 'SIM-TWICE',
  paymentOtherPayer: 'SIM-PAYER',
  paymentQrisOnly: 'SIM-QRIS',
  debitRefused: 'SIM-DEBIT-NO',
  debitInsufficient: 'SIM-DEBIT-LOW',
  debitTwice: 'SIM-DEBIT-TWICE',
}

export type Faults = {
  /**
   * Whether the fault occurs here; uses up one of its `times`. `subject` is the text in which
   * `match` is searched.
   */
  take: (name: FaultName, subject: string) => FaultSetting | undefined
  /** Whether its switch is on for the subject; uses up nothing. */
  isOn: (name: FaultName, subject: string) => boolean
  set: (name: FaultName, setting: FaultSetting) => void
  clear: (name?: FaultName) => void
  all: () => Partial<Record<FaultName, FaultSetting>>
}

/** The switches, kept in the store. */
export function createFaults(store: Store): Faults {
  function switched(name: FaultName, subject: string): FaultSetting | undefined {
    const row = store.get<{ setting: string }>('select setting from fault where name = ?', name)
    if (!row) return undefined
    const setting = asKept<FaultSetting>(row.setting)
    return setting.on && (setting.match === undefined || subject.includes(setting.match))
      ? setting
      : undefined
  }

  function set(name: FaultName, setting: FaultSetting): void {
    store.run(
      'insert into fault values (?, ?) on conflict (name) do update set setting = excluded.setting',
      name,
      JSON.stringify(setting),
    )
  }

  function take(name: FaultName, subject: string): FaultSetting | undefined {
    const sentinel = sentinels[name]
    if (sentinel !== undefined && subject.includes(sentinel)) return { on: true }
    const setting = switched(name, subject)
    if (setting?.times !== undefined) {
      if (setting.times > 1) set(name, { ...setting, times: setting.times - 1 })
      else store.run('delete from fault where name = ?', name)
    }
    return setting
  }

  return {
    take,
    isOn: (name, subject) => switched(name, subject) !== undefined,
    set,
    clear: (name) =>
      void (name === undefined
        ? store.run('delete from fault')
        : store.run('delete from fault where name = ?', name)),
    all: () =>
      Object.fromEntries(
        store
          .all<{ name: string; setting: string }>('select name, setting from fault order by name')
          .map((row) => [row.name, JSON.parse(row.setting)]),
      ),
  }
}
