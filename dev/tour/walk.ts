// The main workflow, end to end, over HTTP: the tour narrates it, the end-to-end test asserts it.
import { aftermath } from './aftermath.ts'
import { handover } from './handover.ts'
import { institution } from './institution.ts'
import { instruction } from './instruction.ts'
import { joining } from './joining.ts'
import { kyc } from './kyc.ts'
import { orders } from './orders.ts'
import { paying } from './paying.ts'
import { plan } from './plan.ts'
import { refusedByBib } from './refused-by-bib.ts'
import { remoteRegistration } from './remote.ts'
import type { Stage } from './stage.ts'
import { word } from './word.ts'

/**
 * Runs the whole main workflow with its possible detours. Throws at the first unexpected result.
 */
export async function walk(stage: Stage): Promise<void> {
  const rm = await joining(stage)
  const investor = await kyc(stage, rm.caller)
  await institution(stage, rm.caller)
  const unreached = await remoteRegistration(stage, rm.caller)
  const settled = await instruction(stage, rm.caller, investor)
  await orders(stage, rm.caller, investor, settled)
  await paying(stage, rm.caller, { investor, productCode: settled.productCode })
  await plan(stage, rm.caller, { investor, productCode: settled.productCode })
  await word(stage, rm.caller, { investor, unreached })
  await refusedByBib(stage, rm.caller)
  await handover(stage, rm, investor.id)
  await aftermath(stage, rm.caller, { investorId: investor.id, instructionId: settled.id })
}

/** A stage that reports its steps and stops at the first failed expectation. */
export function stageAt(url: string, bib: Stage['bib'], say: (text: string) => void): Stage {
  return {
    url,
    bib,
    say,
    signedIn: new Map(),
    expect(isSo, what) {
      if (!isSo) throw new Error(`not so: ${what}`)
    },
  }
}
