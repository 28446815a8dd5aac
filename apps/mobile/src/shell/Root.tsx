// Everything around the screens: opens the device's store, then shows what the session allows.
import './polyfills'
import { QueryClientProvider } from '@tanstack/react-query'
import { Stack } from 'expo-router'
import { hideAsync, preventAutoHideAsync } from 'expo-splash-screen'
import { StatusBar } from 'expo-status-bar'
import { useEffect, useState } from 'react'
import { GestureHandlerRootView } from 'react-native-gesture-handler'
import { SafeAreaProvider } from 'react-native-safe-area-context'
import { Toasts } from '../ui/Toast.tsx'
import { ThemeProvider } from '../ui/ThemeProvider.tsx'
import { useColours, useTheme } from '../ui/theme.ts'
import { openSession, session } from '../sessions/session.ts'
import { LockGate } from '../sessions/LockGate.tsx'
import { Crash } from './Crash.tsx'
import { watchCrashes } from '../base/crashes.ts'
import { tooOld } from '../base/app-age.ts'
import { watchNetwork } from '../base/network.ts'
import { keepShell } from './offline-shell'
import { openPreferences } from '../base/preferences.ts'
import { useStore } from '../base/store.ts'
import { UpdateScreen } from './UpdateScreen.tsx'
import { Workspace } from './Workspace.tsx'
import { signInClient } from './sign-in-client.ts'

void preventAutoHideAsync()
watchCrashes()
keepShell()

export { Crash as ErrorBoundary }

/** The root of the app. */
export function Root() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const open = async () => {
      await openPreferences()
      await openSession()
      setOpen(true)
      await hideAsync()
    }
    void open()
    return watchNetwork()
  }, [])
  return (
    <GestureHandlerRootView style={{ flex: 1 }}>
      <SafeAreaProvider>
        <ThemeProvider>
          {isOpen ? <Screens /> : null}
          <Toasts />
        </ThemeProvider>
      </SafeAreaProvider>
    </GestureHandlerRootView>
  )
}

function Screens() {
  const state = useStore(session)
  const { scheme } = useTheme()
  const isTooOld = useStore(tooOld)
  return (
    <>
      <StatusBar style={scheme === 'dark' ? 'light' : 'dark'} />
      {isTooOld ? <UpdateScreen /> : <Floors state={state} />}
    </>
  )
}

function Floors({ state }: { state: ReturnType<typeof session.get> }) {
  if (state.status !== 'signed-in')
    return (
      <QueryClientProvider client={signInClient}>
        <Routes isSignedIn={false} />
      </QueryClientProvider>
    )
  return (
    <LockGate>
      <Workspace key={`${state.who.userId} ${state.who.companyId}`} who={state.who}>
        <Routes isSignedIn />
      </Workspace>
    </LockGate>
  )
}

function Routes({ isSignedIn }: { isSignedIn: boolean }) {
  const { background } = useColours()
  return (
    <Stack screenOptions={{ headerShown: false, contentStyle: { backgroundColor: background } }}>
      <Stack.Protected guard={isSignedIn}>
        <Stack.Screen name="(main)" />
      </Stack.Protected>
      <Stack.Protected guard={!isSignedIn}>
        <Stack.Screen name="(entry)" />
      </Stack.Protected>
      <Stack.Screen name="set-password" />
    </Stack>
  )
}
