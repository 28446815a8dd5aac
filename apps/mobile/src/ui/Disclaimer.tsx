import { performanceDisclaimer } from '@rmtools/look/words'
import { useSay } from '../base/preferences.ts'
import { Text } from './Text.tsx'

/** Stands wherever a performance figure does. */
export function Disclaimer() {
  const words = useSay()
  return (
    <Text kind="caption" tone="faint">
      {words(performanceDisclaimer)}
    </Text>
  )
}
