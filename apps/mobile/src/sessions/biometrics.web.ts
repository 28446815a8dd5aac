/** In a browser the lock of the computer has to suffice. */
export const canAskForOwner = async (): Promise<boolean> => false

export const askForOwner = async (_reason: string): Promise<boolean> => true
