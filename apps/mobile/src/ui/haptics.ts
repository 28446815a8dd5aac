import * as Haptics from 'expo-haptics'

export type Haptic = 'tick' | 'done' | 'refused'

/** Gives haptic feedback. Phones without it, or with it switched off, do nothing. */
export function haptic(kind: Haptic): void {
  const felt = {
    tick: async () => await Haptics.selectionAsync(),
    done: async () => await Haptics.notificationAsync(Haptics.NotificationFeedbackType.Success),
    refused: async () => await Haptics.notificationAsync(Haptics.NotificationFeedbackType.Error),
  }
  felt[kind]().catch(() => undefined)
}
