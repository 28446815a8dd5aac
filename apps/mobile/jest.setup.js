// Native parts that have no place in a test: haptics do nothing, the secure store is memory.
jest.mock('expo-haptics', () => ({
  selectionAsync: jest.fn(async () => undefined),
  notificationAsync: jest.fn(async () => undefined),
  NotificationFeedbackType: { Success: 'success', Error: 'error' },
}))

// The app's first language, whatever the machine speaks.
jest.mock('expo-localization', () => ({ getLocales: () => [{ languageCode: 'id' }] }))

jest.mock(
  'react-native-safe-area-context',
  () => require('react-native-safe-area-context/jest/mock').default,
)
