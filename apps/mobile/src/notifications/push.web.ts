// In a browser the live stream delivers notifications while the app is open; there is no push.

export const canPush = false

export async function turnPushOn(): Promise<boolean> {
  return false
}

export async function turnPushOff(): Promise<void> {}

export function usePushLinks(): void {}

export function usePushToken(): void {}
