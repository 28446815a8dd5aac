// Whether there is a network, as far as the device knows.
import NetInfo from '@react-native-community/netinfo'
import { onlineManager } from '@tanstack/react-query'
import { createStore, useStore } from './store.ts'

// Whether our server answers is seen by the calls themselves; asking some address for it tells nothing more.
NetInfo.configure({ reachabilityShouldRun: () => false })

export const network = createStore({ isOnline: true })

/** Follows the device's network, and tells the query cache. */
export function watchNetwork(): () => void {
  return NetInfo.addEventListener(({ isConnected }) => {
    const isOnline = isConnected !== false
    if (isOnline !== network.get().isOnline) network.set({ isOnline })
    onlineManager.setOnline(isOnline)
  })
}

export const useIsOnline = (): boolean => useStore(network).isOnline
