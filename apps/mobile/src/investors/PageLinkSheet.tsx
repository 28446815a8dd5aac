import { formatInstant } from '@rmtools/look/format'
import { api } from '../base/api.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { shownOnScreen, useAct, type Attempt } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'

/** Sends a client the link to their own page. */
export function PageLinkSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useSay()
  const language = useLanguage()
  const send = useAct(
    async (_: void, attempt: Attempt) => await api.clientPage.send({ id }, attempt),
    {
      onDone: ({ sentTo, link }) => {
        toast(words(sent, { to: sentTo, until: formatInstant(link.expiresAt, language) }))
        onClose()
      },
      onRefused: shownOnScreen,
    },
  )
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={
        <Button
          title={words(go)}
          icon="share"
          onPress={() => send.run()}
          isBusy={send.isBusy}
          isWide
        />
      }
    >
      <Text tone="second">{words(text)}</Text>
      {send.error ? (
        <Banner icon="warning" tone="danger" title={textOf(send.error, language)} />
      ) : null}
    </Sheet>
  )
}

const title = say('Halaman klien', "Client's page")
const text = say(
  'Klien melihat pesanan, pembayaran, portofolio, dan dokumennya sendiri. Setiap kali dibuka, halaman meminta kode yang dikirim ke ponsel klien.',
  'Clients see their own orders, payments, portfolio and documents. Each time it is opened, the page asks for a code that is sent to the client’s phone.',
)
const go = say('Kirim halaman kepada klien', 'Send the client their page')
const sent = say(
  'Tautan dikirim ke {to}, berlaku sampai {until}',
  'The link was sent to {to} and works until {until}',
)
