// A banner while the browser is offline.
import { useSyncExternalStore } from 'react'
import { useSay } from '../base/language.ts'
import styles from './Shell.module.css'

const subscribe = (listener: () => void) => {
  for (const event of ['online', 'offline']) addEventListener(event, listener)
  return () => {
    for (const event of ['online', 'offline']) removeEventListener(event, listener)
  }
}

export function Connection() {
  const say = useSay()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <span className={styles['connection']} role="status">
      {isOnline
        ? ''
        : say({
            id: 'Tanpa jaringan: yang tampil mungkin tidak terbaru',
            en: 'Offline: what is shown may be out of date',
          })}
    </span>
  )
}
