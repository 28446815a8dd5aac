import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../base/api.ts'

/** Own notifications, newest first. Asked again every minute where live news do not come. */
export function useNotifications() {
  return useInfiniteQuery({
    queryKey: ['notifications'],
    queryFn: async ({ pageParam }) =>
      await api.notifications.list({ limit: 30, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 60_000,
  })
}

/** How many are unread. */
export function useUnreadCount(): number {
  return useNotifications().data?.pages[0]?.unreadCount ?? 0
}

/** Marks as read: those named, or all. */
export function useMarkRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (ids?: string[]) => await api.notifications.read(ids ? { ids } : {}),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['notifications'] }),
  })
}
