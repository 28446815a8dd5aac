import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../base/api.ts'

/**
 * The user's notifications, newest first. Refetched every minute where the live stream is not
 * available.
 */
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

/** The number of unread notifications. */
export function useUnreadCount(): number {
  return useNotifications().data?.pages[0]?.unreadCount ?? 0
}

/** Marks notifications as read: the given ones, or all. */
export function useMarkRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (ids?: string[]) => await api.notifications.read(ids ? { ids } : {}),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['notifications'] }),
  })
}
