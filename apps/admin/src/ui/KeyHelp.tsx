// The screen's keyboard shortcuts, shown by `?`.
import { Modal, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { say as pair, type Bilingual } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { usePreference } from '../base/preferences.ts'
import { keysNow, turnKeys, useKeys, type Key } from './keys.ts'
import styles from './KeyHelp.module.css'

const help: Bilingual = { id: 'Pintasan papan ketik', en: 'Keyboard shortcuts' }
const anywhere = [{ key: '⌘K', word: pair('Cari dan pindah layar', 'Search and navigate') }]
const shownAs: Readonly<Record<string, string>> = { Escape: 'Esc' }

/** Groups keys with the same meaning on one line. */
function grouped(keys: readonly Pick<Key, 'key' | 'word'>[]): [Bilingual, string[]][] {
  const lines = new Map<string, [Bilingual, string[]]>()
  for (const { key, word } of keys) {
    const line = lines.get(word.en) ?? [word, []]
    line[1].push(shownAs[key] ?? key.toUpperCase())
    lines.set(word.en, line)
  }
  return [...lines.values()]
}

export function KeyHelp() {
  const say = useSay()
  const [shown, setShown] = useState<readonly Pick<Key, 'key' | 'word'>[] | null>(null)
  const [{ isOff }, keep] = usePreference('keys', ({ isOff }) => ({ isOff: isOff === true }))
  useEffect(() => turnKeys(isOff), [isOff])
  useKeys([{ key: '?', word: help, run: () => setShown(keysNow()) }])
  return (
    <Modal
      open={shown !== null}
      title={say(help)}
      footer={null}
      onCancel={() => setShown(null)}
      width={440}
      destroyOnHidden
    >
      <dl className={styles['keys']}>
        {grouped([...(shown ?? []), ...anywhere]).map(([word, keys]) => (
          <div key={word.en}>
            <dt>{say(word)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className={styles['switch']}>
        <Switch size="small" checked={!isOff} onChange={(isOn) => keep({ isOff: !isOn })} />
        {say({ id: 'Pintasan satu huruf aktif', en: 'Single-letter shortcuts are on' })}
      </label>
    </Modal>
  )
}
