// A reviewer's reason for a part of the case; after resubmission, with the earlier value and
// whether it was changed.
import { CircleEqual, PencilLine, Undo2 } from 'lucide-react'
import { isBlank } from '@rmtools/contracts/crm/kyc-values'
import { useSay } from '../../base/language.ts'
import { pointerLabel } from './labels.ts'
import { KycValue } from './KycValue.tsx'
import { ShownCaseContext, useShownCase, type ShownReturn } from './shown-case.ts'
import { words } from './words.ts'
import styles from './kyc.module.css'

export function Returned({ pointer }: { pointer: string }) {
  const say = useSay()
  const { returned } = useShownCase()
  return returned
    .filter((one) => one.pointer === pointer)
    .map((one) => (
      <div key={one.reason} className={styles['returned']}>
        <p className={styles['asked']}>
          <Undo2 size={14} aria-hidden />
          {say(words.returned, { reason: one.reason })}
        </p>
        {one.isChanged === true && <Before {...one} />}
        {one.isChanged === false && (
          <p className={styles['asked']}>
            <CircleEqual size={14} aria-hidden />
            {say(words.unchanged)}
          </p>
        )}
      </div>
    ))
}

/** The earlier value; the field itself shows the current one. */
function Before({ pointer, was }: ShownReturn) {
  const say = useSay()
  const shown = useShownCase()
  const hasWords = !pointer.startsWith('/documents/') && pointer !== '/consents'
  return (
    <div className={styles['before']}>
      <PencilLine size={14} aria-hidden />
      {hasWords ? (
        <>
          <span>{say(words.changedFrom)}</span>
          {/* Earlier values cannot be revealed: only the current value is stored behind a mask. */}
          <ShownCaseContext value={{ ...shown, isPast: true }}>
            {isBlank(was) ? (
              <span>{say(words.wasEmpty)}</span>
            ) : (
              <div>
                <KycValue
                  name={pointer.split('/')[2] ?? ''}
                  value={was}
                  pointer={pointer}
                  label={say(pointerLabel(pointer))}
                />
              </div>
            )}
          </ShownCaseContext>
        </>
      ) : (
        <span>{say(words.changed)}</span>
      )}
    </div>
  )
}
