import { useSay } from '../base/language.ts'
import { Section } from '../ui/Page.tsx'
import { ChangeActs } from './ChangeActs.tsx'
import { ChangeDetails } from './ChangeDetails.tsx'
import type { WaitingChange } from './changes.ts'
import { kindWords, words } from './words.ts'
import styles from './second-person.module.css'

/** Pending changes on the screen of their subject; empty if there are none. */
export function WaitingHere({ changes }: { changes: readonly WaitingChange[] }) {
  const say = useSay()
  if (changes.length === 0) return null
  return (
    <section aria-label={say(words.title)}>
      <Section title={say(words.title)}>
        {changes.map((change) => (
          <div key={change.id} className={styles['waiting']}>
            <h3>{say(kindWords[change.kind])}</h3>
            <ChangeDetails change={change} />
            <ChangeActs change={change} />
          </div>
        ))}
      </Section>
    </section>
  )
}
