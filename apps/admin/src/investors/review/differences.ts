// What changed in a case while it was open, by the pointers of its parts.
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { kycFieldNames } from '@rmtools/contracts/crm/kyc'

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * The parts that differ between the version read and the current one, except the status of the
 * case.
 */
export function differences(seen: InvestorDetail, now: InvestorDetail): string[] {
  const { kind } = seen
  const [before, after] = [seen, now].map(
    (investor) => new Map<string, unknown>(Object.entries(investor[kind] ?? {})),
  )
  const fields = kycFieldNames[kind]
    .filter((name) => !isSame(before?.get(name), after?.get(name)))
    .map((name) => `/${kind}/${name}`)
  const idsOf = ({ documents }: InvestorDetail, type: string) =>
    documents.filter((document) => document.type === type).map(({ id, storedAt }) => [id, storedAt])
  const types = [...new Set([...seen.documents, ...now.documents].map(({ type }) => type))]
  const papers = types
    .filter((type) => !isSame(idsOf(seen, type), idsOf(now, type)))
    .map((type) => `/documents/${type}`)
  const beside = (['bankAccounts', 'riskProfile', 'consents'] as const)
    .filter((part) => !isSame(seen[part], now[part]))
    .map((part) => `/${part}`)
  return [...fields, ...papers, ...beside]
}
