import { keysOf } from '@rmtools/contracts/keys'
import { Checkbox } from 'antd'
import { PushPreferences as Shape } from '@rmtools/contracts/auth/account'
import { useSay } from '../base/language.ts'
import { useMe } from '../base/me.ts'
import { useAct } from '../base/queries.ts'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { words } from './words.ts'
import styles from './Notifications.module.css'

const names = keysOf(Shape.properties)

/** The push preferences: saved at once. */
export function PushPreferences() {
  const say = useSay()
  const me = useMe()
  const { run, isPending, problem } = useAct('account', 'changeSetting')
  return (
    <Section title={say(words.preferences)}>
      <p className="faint">{say(words.preferencesHint)}</p>
      <Refusal problem={problem} />
      {!me && <Waiting rows={3} />}
      {me && (
        <div className={styles['choices']}>
          {names.map((name) => (
            <Checkbox
              key={name}
              checked={me.pushPreferences[name]}
              disabled={isPending}
              onChange={(event) =>
                void run({
                  setting: 'push',
                  push: { ...me.pushPreferences, [name]: event.target.checked },
                })
              }
            >
              {say(words[name])}
            </Checkbox>
          ))}
        </div>
      )}
    </Section>
  )
}
