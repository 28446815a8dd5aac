import { Stack } from 'expo-router'
import { useColours } from '../ui/theme.ts'

/** Screens one upon the other; each draws its own header. */
export function PlainStack() {
  const { background } = useColours()
  return <Stack screenOptions={{ headerShown: false, contentStyle: { backgroundColor: background } }} />
}

/** The signed-in part: the tabs, and what opens over them. */
export function MainStack() {
  const { background } = useColours()
  return (
    <Stack screenOptions={{ headerShown: false, contentStyle: { backgroundColor: background } }} initialRouteName="(tabs)">
      <Stack.Screen name="(tabs)" />
    </Stack>
  )
}
