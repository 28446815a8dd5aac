// Reports on the RM's own book, in the query cache.
import { useQuery } from '@tanstack/react-query'
import { api } from '../base/api.ts'

export type Span = { from: string; to: string; currency: string }

export const useAum = (span: Span, isShown: boolean) =>
  useQuery({
    queryKey: ['reports', 'aum', span],
    queryFn: async () => await api.reports.aum(span),
    enabled: isShown,
  })

export const useSales = (span: Span, isShown: boolean) =>
  useQuery({
    queryKey: ['reports', 'sales', span],
    queryFn: async () => await api.reports.sales(span),
    enabled: isShown,
  })

/** Holdings and transactions of the hundred largest investors, with the total count. */
export const useInvestorLines = (span: Span) =>
  useQuery({
    queryKey: ['reports', 'investors', span],
    queryFn: async () => await api.reports.investors(span),
  })
