import { useQuery } from '@tanstack/react-query'
import { api } from '../base/api.ts'

/** The RM's day, as assembled by the server. */
export const useToday = () =>
  useQuery({
    queryKey: ['today'],
    queryFn: async () => await api.today.get(),
    refetchInterval: 5 * 60_000,
  })
