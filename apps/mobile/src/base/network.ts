// Whether there is a network, as far as the device knows.
import NetInfo from '@react-native-community/netinfo'
import { onlineManager } from '@tanstack/react-query'
import { Platform } from 'react-native'
import { createStore, useStore } from './store.ts'

// Whether our server answers is seen by the calls themselves; asking some address for it tells nothing more.
NetInfo.configure({ reachabilityShouldRun: () => false })

export const network = createStore({ isOnline: true })

/** Follows the device's network, and tells the query cache. */
export function watchNetwork(): () => void {
  const leave = NetInfo.addEventListener(({ isConnected }) => {
    const isOnline = isConnected !== false
    if (isOnline !== network.get().isOnline) network.set({ isOnline })
    onlineManager.setOnline(isOnline)
  })
  const leaveBrowser = watchBrowser()
  return () => {
    leave()
    leaveBrowser()
  }
}

const BROWSER_EVENTS = ['online', 'offline'] as const

/** Where a browser knows kinds of connections, NetInfo hears only that the kind changes, which not every browser tells when it comes back. */
function watchBrowser(): () => void {
  if (Platform.OS !== 'web') return () => undefined
  const look = () => void NetInfo.refresh()
  for (const event of BROWSER_EVENTS) window.addEventListener(event, look)
  return () => {
    for (const event of BROWSER_EVENTS) window.removeEventListener(event, look)
  }
}

export const useIsOnline = (): boolean => useStore(network).isOnline
