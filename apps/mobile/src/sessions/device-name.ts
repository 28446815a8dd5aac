import * as Device from 'expo-device'

/** The phone's own name, as shown in the list of devices. */
export const deviceName = (): string =>
  (Device.deviceName ?? [Device.manufacturer, Device.modelName].filter(Boolean).join(' ')) ||
  'Telepon'
