// Push on phones: FCM on Android, APNs on iOS. The token goes to the server, which sends by its own account.
import { hrefOf } from '../base/paths.ts'
import * as Notifications from 'expo-notifications'
import { router } from 'expo-router'
import { useEffect } from 'react'
import { api } from '../base/api.ts'

Notifications.setNotificationHandler({
  handleNotification: async () => ({
    shouldShowBanner: true,
    shouldShowList: true,
    shouldPlaySound: false,
    shouldSetBadge: false,
  }),
})

export const canPush = true

/** Asks for leave, and tells the server where to push. False: not allowed on this phone. */
export async function turnPushOn(): Promise<boolean> {
  await Notifications.setNotificationChannelAsync('news', {
    name: 'RMTools',
    importance: Notifications.AndroidImportance.DEFAULT,
  })
  const { granted } = await Notifications.requestPermissionsAsync()
  if (!granted) return false
  const { data } = await Notifications.getDevicePushTokenAsync()
  await api.notifications.subscribe({ pushToken: String(data) })
  return true
}

/** Pushes to this phone no more. */
export async function turnPushOff(): Promise<void> {
  await api.notifications.unsubscribe()
}

/** Tells the server the token of this phone, where it pushes already: tokens change, also while the app is closed. */
async function renew(): Promise<void> {
  if (!(await Notifications.getPermissionsAsync()).granted) return
  const { items } = await api.devices.list()
  if (!items.find(({ isCurrent }) => isCurrent)?.hasPush) return
  const { data } = await Notifications.getDevicePushTokenAsync()
  await api.notifications.subscribe({ pushToken: String(data) })
}

/** Keeps the phone's token known from start to start. Without a network the next start does it. */
export function usePushToken(): void {
  useEffect(() => {
    const tell = () => void renew().catch(() => undefined)
    tell()
    const subscription = Notifications.addPushTokenListener(tell)
    return () => subscription.remove()
  }, [])
}

/** Opens what a pushed notification speaks of. */
export function usePushLinks(): void {
  useEffect(() => {
    const open = (response: Notifications.NotificationResponse | null) => {
      const link = response?.notification.request.content.data?.['link']
      if (typeof link === 'string' && link.startsWith('/')) router.push(hrefOf(link))
    }
    open(Notifications.getLastNotificationResponse())
    const subscription = Notifications.addNotificationResponseReceivedListener(open)
    return () => subscription.remove()
  }, [])
}
