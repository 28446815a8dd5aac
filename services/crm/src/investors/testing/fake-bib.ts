import type { Bib } from '@rmtools/bib/client'
import {
  internal,
  type InvestorRecord,
  type InvestorSubmission,
  type InvestorUpdate,
} from '@rmtools/bib/internal'
import type { CallOptions } from '@rmtools/contracts/client'
import type { Problem } from '@rmtools/contracts/problem'
import { inputReader } from '@rmtools/kit/validate'

/** A fake Bib: it accepts valid data, can be down or refuse, and records what it receives. */
export class FakeBib {
  readonly sent: {
    key: string | undefined
    tenant: string
    content: Partial<InvestorSubmission> & InvestorUpdate
  }[] = []
  /** Thrown by the next calls, as by the real client. */
  refusal: Problem | undefined
  reply: Partial<InvestorRecord> = {}

  bib(): Bib {
    const check = {
      create: inputReader(internal.createInvestor),
      update: inputReader(internal.updateInvestor),
    }
    const take = async (
      tenant: string,
      operation: keyof typeof check,
      given: object,
      options: CallOptions | undefined,
    ) => {
      if (this.refusal) throw this.refusal
      const { externalId, ...content } = given as { externalId?: string } & InvestorSubmission
      check[operation]({
        params: externalId ? { externalId } : {},
        query: {},
        body: Buffer.from(JSON.stringify(content)),
      })
      this.sent.push({ key: options?.idempotencyKey, tenant, content })
      const blank = {
        previousExternalId: null,
        sid: null,
        ifua: null,
        linked: false,
        reasons: [],
        bankAccounts: [],
        sequence: 0,
        updatedAt: new Date().toISOString(),
      }
      return {
        ...blank,
        sourceId: content.sourceId,
        rmId: content.rmId,
        status: 'QUEUED',
        externalId: null,
        ...this.reply,
      } as InvestorRecord
    }
    const forTenant = (tenant: string) => ({
      internal: {
        createInvestor: async (input: object, options?: CallOptions) =>
          await take(tenant, 'create', input, options),
        updateInvestor: async (input: object, options?: CallOptions) =>
          await take(tenant, 'update', input, options),
        findInvestors: async () => ({ items: [] }),
      },
    })
    return { forTenant } as unknown as Bib
  }
}
