import { performanceDisclaimer } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'

/** Stands wherever a performance figure does. */
export function Disclaimer() {
  const say = useSay()
  return <p className="faint caption">{say(performanceDisclaimer)}</p>
}
