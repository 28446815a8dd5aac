/** A browser is unlocked by whoever unlocked the machine. */
export const canAskForOwner = async (): Promise<boolean> => false

export const askForOwner = async (_reason: string): Promise<boolean> => true
