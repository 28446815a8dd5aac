import { Undo2 } from 'lucide-react'
import { coloursOf } from '@rmtools/look/colours'
import { toneColour, type State as LookState } from '@rmtools/look/states'
import { useSay } from '../base/language.ts'
import { useScheme } from '../base/scheme.ts'
import styles from './State.module.css'

/** A dot and a word; "returned" is an arrow back, "closed" a hollow dot. */
export function State({ state }: { state: LookState | undefined }) {
  const say = useSay()
  const { scheme, brand } = useScheme()
  if (!state) return null
  const colour = toneColour(state.tone, coloursOf(scheme, brand))
  return (
    <span className={styles['state']}>
      {state.tone === 'returned' ? (
        <Undo2 size={12} color={colour} aria-hidden />
      ) : (
        <i
          aria-hidden
          style={
            state.tone === 'closed' ? { border: `1.5px solid ${colour}` } : { background: colour }
          }
        />
      )}
      {say(state.word)}
    </span>
  )
}
