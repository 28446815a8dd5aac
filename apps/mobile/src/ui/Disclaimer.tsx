import { performanceDisclaimer } from '@rmtools/look/words'
import { useSay } from '../base/preferences.ts'
import { Text } from './Text.tsx'

/** Shown wherever there is a performance figure. */
export function Disclaimer() {
  const words = useSay()
  return (
    <Text kind="caption" tone="faint">
      {words(performanceDisclaimer)}
    </Text>
  )
}
