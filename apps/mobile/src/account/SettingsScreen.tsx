import { useEffect, useState } from 'react'
import { formatPhone } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { api } from '../base/api.ts'
import { prefer, preferences, say, useSay } from '../base/preferences.ts'
import { useStore } from '../base/store.ts'
import { PushSettings } from '../notifications/PushSettings.tsx'
import { canAskForOwner } from '../sessions/biometrics'
import { Segments } from '../ui/Chip.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import { ContactSheet } from './ContactSheet.tsx'
import { PasswordSheet } from './PasswordSheet.tsx'
import { useMe } from './remote.ts'
import { SignOutButton } from './SignOutButton.tsx'

/** Language, appearance, notifications and sign-in details. */
export function SettingsScreen() {
  const words = useSay()
  const { data: me } = useMe()
  const chosen = useStore(preferences)
  const [sheet, setSheet] = useState<'password' | 'email' | 'phone'>()
  const setLanguage = (language: 'id' | 'en') => {
    void prefer({ language })
    // The server's messages switch language as soon as the server is reachable.
    api.account.changeSetting({ setting: 'language', language }).catch(() => undefined)
  }
  return (
    <Screen title={words(nouns.settings)} backTo="/more">
      <Section title={words(languageWord)}>
        <Segments
          label={words(languageWord)}
          value={chosen.language}
          onChange={setLanguage}
          options={[
            { value: 'id', text: 'Indonesia' },
            { value: 'en', text: 'English' },
          ]}
        />
      </Section>
      <Section title={words(look)}>
        <Segments
          label={words(look)}
          value={chosen.scheme}
          onChange={(scheme) => void prefer({ scheme })}
          options={[
            { value: 'system', text: words(system) },
            { value: 'light', text: words(light) },
            { value: 'dark', text: words(dark) },
          ]}
        />
      </Section>
      <PushSettings />
      <Section title={words(security)}>
        <Card>
          <Biometrics isOn={chosen.isLocked} />
          <ListRow title={words(password)} icon="lock" onPress={() => setSheet('password')} />
          <ListRow
            title="E-mail"
            detail={me?.email ?? undefined}
            icon="mail"
            onPress={() => setSheet('email')}
          />
          <ListRow
            title={words(phone)}
            detail={me?.phone ? formatPhone(me.phone) : undefined}
            icon="phone"
            onPress={() => setSheet('phone')}
            isLast
          />
        </Card>
      </Section>
      <SignOutButton />
      {sheet === 'password' ? <PasswordSheet onClose={() => setSheet(undefined)} /> : null}
      {sheet === 'email' || sheet === 'phone' ? (
        <ContactSheet setting={sheet} onClose={() => setSheet(undefined)} />
      ) : null}
    </Screen>
  )
}

function Biometrics({ isOn }: { isOn: boolean }) {
  const words = useSay()
  const [canUse, setCanUse] = useState(false)
  useEffect(() => void canAskForOwner().then(setCanUse), [])
  if (!canUse) return null
  return (
    <Toggle
      title={words(biometrics)}
      detail={words(biometricsText)}
      icon="fingerprint"
      isOn={isOn}
      onChange={(isLocked) => void prefer({ isLocked })}
    />
  )
}

const languageWord = say('Bahasa', 'Language')
const look = say('Tampilan', 'Appearance')
const system = say('Ikuti perangkat', 'Follow the device')
const light = say('Terang', 'Light')
const dark = say('Gelap', 'Dark')
const security = say('Keamanan', 'Security')
const password = say('Ganti kata sandi', 'Change the password')
const phone = say('Nomor telepon', 'Phone number')
const biometrics = say('Buka dengan sidik jari atau wajah', 'Unlock with fingerprint or face')
const biometricsText = say(
  'Diminta saat aplikasi dibuka dan setelah semenit ditinggalkan.',
  'Asked when the app opens, and after a minute away.',
)
