import * as Linking from 'expo-linking'
import { useEffect, useState } from 'react'
import { Platform, ScrollView } from 'react-native'
import { isOlder, isVersion } from '@rmtools/contracts/versions'
import { space } from '@rmtools/look/scale'
import { api } from '../base/api.ts'
import { appVersion, tooOld } from '../base/app-age.ts'
import { say, useSay } from '../base/preferences.ts'
import { useAct } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'

type Wanted = Awaited<ReturnType<typeof api.gateway.appVersion>>

/** Shown when the server no longer serves this version: how to update, and that nothing is lost. */
export function UpdateScreen() {
  const words = useSay()
  const { background } = useColours()
  const [wanted, setWanted] = useState<Wanted>()
  const asking = useAct(async () => setWanted(await ask()))
  // If the request fails, the screen shows what it already knows.
  useEffect(() => void ask().then(setWanted, () => undefined), [])
  return (
    <ScrollView
      style={{ flex: 1, backgroundColor: background }}
      contentContainerStyle={{ flexGrow: 1, justifyContent: 'center', paddingVertical: space(8) }}
    >
      <EmptyState icon="download" title={words(title)} text={words(text)}>
        <UpdateButton url={wanted?.updateUrl ?? undefined} />
        <Button
          title={words(again)}
          kind="plain"
          icon="refresh"
          onPress={() => asking.run()}
          isBusy={asking.isBusy}
        />
        <Text kind="caption" tone="second" isCentred>
          {words(versions, { version: appVersion, least: wanted?.least ?? '–' })}
        </Text>
      </EmptyState>
    </ScrollView>
  )
}

function UpdateButton({ url }: { url: string | undefined }) {
  const words = useSay()
  if (Platform.OS === 'web')
    return <Button title={words(reload)} icon="refresh" onPress={() => window.location.reload()} />
  if (url === undefined)
    return (
      <Text tone="second" isCentred>
        {words(askSomebody)}
      </Text>
    )
  const open = () => void Linking.openURL(url).catch(() => undefined)
  return <Button title={words(update)} icon="download" onPress={open} />
}

/** The version that the server requires; the screen disappears when it serves this one again. */
async function ask(): Promise<Wanted> {
  const wanted = await api.gateway.appVersion()
  tooOld.set(isStillTooOld(wanted))
  return wanted
}

function isStillTooOld({ least }: Wanted): boolean {
  return least !== null && isVersion(appVersion) && isOlder(appVersion, least)
}

const title = say('Perlu versi baru', 'A new version is needed')
const text = say(
  'Versi aplikasi ini tidak dilayani lagi. Semua yang belum terkirim tersimpan di perangkat dan dikirim setelah Anda memperbarui aplikasi.',
  'This version of the app is no longer served. Everything that has not been sent is kept on the device and is sent once you have updated the app.',
)
const update = say('Perbarui aplikasi', 'Update the app')
const reload = say('Muat versi baru', 'Load the new version')
const askSomebody = say(
  'Tanyakan kepada administrator perusahaan di mana versi baru tersedia.',
  'Ask your company administrator where to get the new version.',
)
const again = say('Periksa lagi', 'Check again')
const versions = say(
  'Versi Anda {version}, minimal {least}',
  'Your version {version}, at least {least}',
)
