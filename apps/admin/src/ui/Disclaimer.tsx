import { performanceDisclaimer } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'

/** Shown wherever there is a performance figure. */
export function Disclaimer() {
  const say = useSay()
  return <p className="faint caption">{say(performanceDisclaimer)}</p>
}
