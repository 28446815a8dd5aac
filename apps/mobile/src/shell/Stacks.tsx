import { Stack } from 'expo-router'
import { useColours } from '../ui/theme.ts'

/** The pages before sign-in. */
export function EntryStack() {
  const { background } = useColours()
  return (
    <Stack
      screenOptions={{ headerShown: false, contentStyle: { backgroundColor: background } }}
      initialRouteName="sign-in"
    >
      <Stack.Screen name="sign-in" />
      <Stack.Screen name="register" />
      <Stack.Screen name="reset" />
    </Stack>
  )
}

/** The signed-in part: the tabs, and the screens that open over them. */
export function MainStack() {
  const { background } = useColours()
  return (
    <Stack
      screenOptions={{ headerShown: false, contentStyle: { backgroundColor: background } }}
      initialRouteName="(tabs)"
    >
      <Stack.Screen name="(tabs)" />
    </Stack>
  )
}
