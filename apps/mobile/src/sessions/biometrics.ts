import { authenticateAsync, hasHardwareAsync, isEnrolledAsync } from 'expo-local-authentication'

/** Whether this phone can tell its owner by finger or face. */
export const canAskForOwner = async (): Promise<boolean> =>
  (await hasHardwareAsync()) && (await isEnrolledAsync())

/** Asks for finger, face or the code of the phone. */
export const askForOwner = async (reason: string): Promise<boolean> =>
  (await authenticateAsync({ promptMessage: reason })).success
