import { Button, Checkbox } from 'antd'
import { Check, Minus } from 'lucide-react'
import { useSay } from '../base/language.ts'
import { grouped, permissionWord } from './permission-words.ts'
import { roleWords as words } from './role-words.ts'
import styles from './People.module.css'

type Props = {
  /** All permissions that can be granted. */
  permissions: readonly string[]
  given: readonly string[]
  /** If absent, they are read-only. */
  onChange?: (given: string[]) => void
}

/** The permissions of a role in words, grouped by resource. */
export function PermissionMatrix({ permissions, given, onChange }: Props) {
  const say = useSay()
  const set = (some: readonly string[], isGiven: boolean) => {
    const rest = given.filter((permission) => !some.includes(permission))
    onChange?.(isGiven ? [...rest, ...some] : rest)
  }
  return (
    <div className={styles['matrix']}>
      {grouped(permissions).map(({ key, group, permissions: own }) => {
        const hasAll = own.every((permission) => given.includes(permission))
        return (
          <fieldset key={key}>
            <legend>
              {say(group.word)}
              {onChange && own.length > 1 && (
                <Button
                  type="link"
                  size="small"
                  onClick={() => set(own, !hasAll)}
                  aria-label={`${say(group.word)}: ${say(hasAll ? words.none : words.all)}`}
                >
                  {say(hasAll ? words.none : words.all)}
                </Button>
              )}
            </legend>
            {own.map((permission) => {
              const isGiven = given.includes(permission)
              const word = say(permissionWord(permission))
              return onChange ? (
                <Checkbox
                  key={permission}
                  checked={isGiven}
                  onChange={(event) => set([permission], event.target.checked)}
                >
                  {word}
                </Checkbox>
              ) : (
                <Shown key={permission} word={word} isGiven={isGiven} />
              )
            })}
          </fieldset>
        )
      })}
    </div>
  )
}

function Shown({ word, isGiven }: { word: string; isGiven: boolean }) {
  const say = useSay()
  const Mark = isGiven ? Check : Minus
  return (
    <span className={styles['shown']} data-given={isGiven}>
      <Mark size={14} aria-label={say(isGiven ? words.yes : words.no)} role="img" />
      {word}
    </span>
  )
}
