import * as Device from 'expo-device'

/** What the phone calls itself: shown in the list of devices. */
export const deviceName = (): string =>
  (Device.deviceName ?? [Device.manufacturer, Device.modelName].filter(Boolean).join(' ')) ||
  'Telepon'
