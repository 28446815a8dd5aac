// Not by expo-linking, which in a browser replaces this page.
import { Linking, StyleSheet, View } from 'react-native'
import { radius, space } from '@rmtools/look/scale'
import { say, useSay } from '../base/preferences.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import type { SeenLead } from './rules.ts'

export type ContactKind = 'call' | 'message'

type Props = {
  lead: Pick<SeenLead, 'fullName' | 'phone' | 'email'>
  onContacted: (kind: ContactKind) => void
  onNote: () => void
}

/** Call, WhatsApp or e-mail with one tap; on return the app asks for a note. */
export function ContactBar({ lead, onContacted, onNote }: Props) {
  const words = useSay()
  const { fullName, phone, email } = lead
  const reach = (kind: ContactKind, url: string) => {
    // Before the other app opens, so that the question is there on return, even if the system has
    // ended our app meanwhile.
    onContacted(kind)
    void Linking.openURL(url).catch(() => undefined)
  }
  return (
    <View style={styles.bar}>
      <Contact
        icon="phone"
        text={words(call)}
        label={words(callLabel, { name: fullName })}
        onPress={() => reach('call', `tel:${phone}`)}
      />
      <Contact
        icon="message"
        text="WhatsApp"
        label={words(chatLabel, { name: fullName })}
        onPress={() => reach('message', `https://wa.me/${phone.replace(/\D/g, '')}`)}
      />
      {email ? (
        <Contact
          icon="mail"
          text="E-mail"
          label={words(mailLabel, { name: fullName })}
          onPress={() => reach('message', `mailto:${email}`)}
        />
      ) : null}
      <Contact icon="note" text={words(note)} label={words(noteLabel)} onPress={onNote} />
    </View>
  )
}

function Contact({
  icon,
  text,
  label,
  onPress,
}: {
  icon: IconName
  text: string
  label: string
  onPress: () => void
}) {
  const colours = useColours()
  return (
    <Tap
      onPress={onPress}
      label={label}
      isFelt
      style={[styles.contact, { backgroundColor: colours.brandSoft }]}
    >
      <View style={styles.inside}>
        <Icon name={icon} size={22} colour={colours.brand} />
        <Text
          kind="caption"
          numberOfLines={1}
          maxFontSizeMultiplier={1.3}
          style={{ color: colours.brand }}
        >
          {text}
        </Text>
      </View>
    </Tap>
  )
}

const call = say('Telepon', 'Call')
const note = say('Catatan', 'Note')
const callLabel = say('Telepon {name}', 'Call {name}')
const chatLabel = say('WhatsApp ke {name}', 'WhatsApp to {name}')
const mailLabel = say('E-mail ke {name}', 'E-mail to {name}')
const noteLabel = say('Tulis catatan', 'Write a note')

const styles = StyleSheet.create({
  bar: { flexDirection: 'row', gap: space(2) },
  contact: { flex: 1, borderRadius: radius.app, minHeight: 64 },
  inside: { alignItems: 'center', gap: 4 },
})
