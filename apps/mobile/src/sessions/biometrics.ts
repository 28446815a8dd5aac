import { authenticateAsync, hasHardwareAsync, isEnrolledAsync } from 'expo-local-authentication'

/** Whether this phone can recognise its owner by fingerprint or face. */
export const canAskForOwner = async (): Promise<boolean> =>
  (await hasHardwareAsync()) && (await isEnrolledAsync())

/** Asks for the fingerprint, face or passcode. */
export const askForOwner = async (reason: string): Promise<boolean> =>
  (await authenticateAsync({ promptMessage: reason })).success
