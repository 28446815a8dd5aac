import { router } from 'expo-router'
import { problemText } from '@rmtools/look/problems'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Banner } from '../ui/States.tsx'
import { useWaiting } from './use-outbox.ts'

/** The changes to a record that the server refused, with the way to correct them. */
export function RefusedBanner({ record }: { record: string }) {
  const words = useSay()
  const language = useLanguage()
  const refusal = useWaiting(record).find((entry) => entry.refusal)?.refusal
  if (!refusal) return null
  return (
    <Banner
      icon="warning"
      tone="danger"
      title={words(title)}
      text={problemText(refusal.code, language)}
    >
      <Button title={words(open)} kind="plain" isSmall onPress={() => router.push(paths.tray)} />
    </Banner>
  )
}

const title = say('Perubahan ini tidak diterima', 'A change was rejected')
const open = say('Buka kotak keluar', 'Open the outbox')
