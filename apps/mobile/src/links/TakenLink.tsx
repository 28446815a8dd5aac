// Not by expo-linking, which in a browser replaces this page.
import { useState } from 'react'
import { Linking, StyleSheet, View } from 'react-native'
import type { clientLinks } from '@rmtools/contracts/crm/client-links'
import type { Reply } from '@rmtools/contracts/endpoint'
import type { Bilingual } from '@rmtools/look/words'
import { radius, space } from '@rmtools/look/scale'
import { say, useSay } from '../base/preferences.ts'
import { copyText, shareText } from '../files/share'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'

type Props = { taken: Reply<typeof clientLinks.take>; name: string; onClose: () => void }

/** The link in the RM's hand, with its text: to copy, to share, or straight to WhatsApp. */
export function TakenLink({ taken: { url, text, whatsapp }, name, onClose }: Props) {
  const words = useSay()
  const colours = useColours()
  // Said in the sheet, which would cover a toast.
  const [outcome, setOutcome] = useState<Bilingual>()
  const copy = async () => setOutcome((await copyText(url)) ? copied : notCopied)
  const share = async () => setOutcome((await shareText(text)) === 'copied' ? copied : undefined)
  const chat = () => void Linking.openURL(whatsapp).catch(() => setOutcome(noWhatsapp))
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={<Button title={words(byWhatsapp)} icon="message" onPress={chat} isWide />}
    >
      <Text tone="second">{words(only, { name })}</Text>
      <View style={[styles.text, { backgroundColor: colours.raised }]}>
        <Text selectable>{text}</Text>
      </View>
      <View style={styles.buttons}>
        <Button
          title={words(copyLink)}
          kind="quiet"
          isSmall
          icon="document"
          onPress={() => void copy()}
        />
        <Button
          title={words(shareIt)}
          kind="quiet"
          isSmall
          icon="share"
          onPress={() => void share()}
        />
      </View>
      {outcome ? (
        <Banner
          icon={outcome === copied ? 'check' : 'info'}
          tone={outcome === copied ? 'success' : 'warning'}
          title={words(outcome)}
        />
      ) : null}
      <Text kind="caption" tone="second">
        {words(recorded)}
      </Text>
    </Sheet>
  )
}

const title = say('Bagikan tautan', 'Share the link')
const only = say(
  'Hanya untuk {name}. Tautan saja tidak cukup: klien memasukkan kode yang dikirim ke ponselnya.',
  'For {name} only. The link alone is not enough: the client enters a code that is sent to their phone.',
)
const recorded = say(
  'Bahwa Anda mengambil tautan ini tercatat di jejak audit.',
  'The audit trail records that you took this link.',
)
const byWhatsapp = say('Buka WhatsApp klien', "Open the client's WhatsApp")
const copyLink = say('Salin tautan', 'Copy the link')
const shareIt = say('Bagikan', 'Share')
const copied = say('Tersalin', 'Copied')
const notCopied = say(
  'Penyalinan tidak diizinkan di sini. Tekan lama teksnya, lalu salin.',
  'Copying is not allowed here. Press and hold the text, then copy it.',
)
const noWhatsapp = say(
  'WhatsApp tidak dapat dibuka di sini. Bagikan atau salin tautannya.',
  'WhatsApp cannot be opened here. Share or copy the link.',
)

const styles = StyleSheet.create({
  buttons: { flexDirection: 'row', flexWrap: 'wrap', gap: space(2) },
  text: { borderRadius: radius.app, padding: space(3) },
})
