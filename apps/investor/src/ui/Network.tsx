import { useSyncExternalStore } from 'react'
import { both, useSpeech } from '../base/language.tsx'
import { Notice } from './Notice.tsx'

const words = both(
  'Tidak ada jaringan. Isian Anda tetap ada di halaman ini; lanjutkan setelah tersambung.',
  'You are offline. Your answers stay on this page; continue once you are connected.',
)

function follow(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** A notice while the device is offline. */
export function Network() {
  const { say } = useSpeech()
  const isOnline = useSyncExternalStore(follow, () => navigator.onLine)
  return (
    <div className="live" role="status">
      {!isOnline && <Notice tone="warning">{say(words)}</Notice>}
    </div>
  )
}
