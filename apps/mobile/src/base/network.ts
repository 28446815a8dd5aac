// Whether the device has a network connection.
import NetInfo from '@react-native-community/netinfo'
import { onlineManager } from '@tanstack/react-query'
import { Platform } from 'react-native'
import { createStore, useStore } from './store.ts'

// Our own calls show whether our server answers; probing another address would add nothing.
NetInfo.configure({ reachabilityShouldRun: () => false })

export const network = createStore({ isOnline: true })

/** Follows the device's connection and informs the query cache. */
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

/**
 * Where a browser reports connection types, NetInfo listens only for a change of type, and not
 * every browser fires that event when the connection returns.
 */
function watchBrowser(): () => void {
  if (Platform.OS !== 'web') return () => undefined
  const look = () => void NetInfo.refresh()
  for (const event of BROWSER_EVENTS) window.addEventListener(event, look)
  return () => {
    for (const event of BROWSER_EVENTS) window.removeEventListener(event, look)
  }
}

export const useIsOnline = (): boolean => useStore(network).isOnline
