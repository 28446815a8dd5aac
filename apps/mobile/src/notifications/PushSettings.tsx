import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PushPreferences } from '@rmtools/contracts/auth/account'
import { pushGroups } from '@rmtools/contracts/auth/notification-kinds'
import { nouns } from '@rmtools/look/words'
import { api } from '../base/api.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { useDevices, useMe } from '../account/remote.ts'
import { Card } from '../ui/ListRow.tsx'
import { Section } from '../ui/Section.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import { canPush, turnPushOff, turnPushOn } from './push'

/** Which notifications are pushed, and whether this phone receives them. */
export function PushSettings() {
  const words = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const { data: me } = useMe()
  const { data: devices } = useDevices()
  const hasPush = devices?.items.find(({ isCurrent }) => isCurrent)?.hasPush ?? false
  const onError = (error: unknown) => toast(textOf(error, language))
  const here = useMutation({
    mutationFn: async (isOn: boolean) => {
      if (!isOn) return await turnPushOff()
      if (!(await turnPushOn())) toast(words(notAllowed))
    },
    onError,
    onSettled: () => void client.invalidateQueries({ queryKey: ['devices'] }),
  })
  const choose = useMutation({
    mutationFn: async (push: PushPreferences) =>
      await api.account.changeSetting({ setting: 'push', push }),
    onMutate: (push) =>
      client.setQueryData(['me'], (now: typeof me) => now && { ...now, pushPreferences: push }),
    onError: (error) => {
      onError(error)
      void client.invalidateQueries({ queryKey: ['me'] })
    },
  })
  if (!me) return null
  return (
    <Section title={words(nouns.notifications)}>
      <Card>
        {canPush ? (
          <Toggle
            title={words(thisPhone)}
            icon="bell"
            isOn={here.isPending ? (here.variables ?? false) : hasPush}
            onChange={(isOn) => here.mutate(isOn)}
          />
        ) : null}
        {pushGroups.map((kind) => (
          <Toggle
            key={kind}
            title={words(kindWords[kind])}
            isOn={me.pushPreferences[kind]}
            onChange={(isOn) => choose.mutate({ ...me.pushPreferences, [kind]: isOn })}
          />
        ))}
      </Card>
      <Text kind="caption" tone="second">
        {words(canPush ? text : onlyPhones)}
      </Text>
    </Section>
  )
}

const kindWords = {
  leads: say('Tindak lanjut dan prospek', 'Follow-ups and leads'),
  investors: say('KYC investor', "Investors' KYC"),
  instructions: say('Instruksi', 'Instructions'),
  security: say('Keamanan akun', 'Account security'),
} as const
const thisPhone = say('Notifikasi di ponsel ini', 'Notifications on this phone')
const text = say(
  'Semuanya tetap dapat dibaca di kotak notifikasi.',
  'All of them stay in the inbox.',
)
const onlyPhones = say(
  'Berlaku untuk ponsel yang memasang aplikasi. Di peramban, notifikasi muncul di kotak notifikasi.',
  'For phones with the app. In a browser notifications appear in the inbox.',
)
const notAllowed = say(
  'Izinkan notifikasi di pengaturan ponsel.',
  'Allow notifications in the settings of the phone.',
)
