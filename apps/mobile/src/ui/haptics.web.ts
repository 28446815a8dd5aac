import type { Haptic } from './haptics.ts'

const milliseconds: Record<Haptic, number | number[]> = { tick: 8, done: 14, refused: [12, 60, 12] }

/** Vibrates in browsers that can. */
export function haptic(kind: Haptic): void {
  // Browsers refuse, and log a warning, before the first touch.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(milliseconds[kind])
}
