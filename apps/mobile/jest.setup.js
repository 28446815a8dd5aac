// Native modules that cannot run in a test: haptics and the clipboard do nothing, and the secure
// store is kept in memory.
jest.mock('expo-haptics', () => ({
  selectionAsync: jest.fn(async () => undefined),
  notificationAsync: jest.fn(async () => undefined),
  NotificationFeedbackType: { Success: 'success', Error: 'error' },
}))

jest.mock('expo-clipboard', () => ({ setStringAsync: jest.fn(async () => true) }))

// The app's first language, whatever the locale of the machine.
jest.mock('expo-localization', () => ({ getLocales: () => [{ languageCode: 'id' }] }))

jest.mock(
  'react-native-safe-area-context',
  () => require('react-native-safe-area-context/jest/mock').default,
)
