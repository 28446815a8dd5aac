import { formatInstant } from '@rmtools/look/format'
import { api } from '../base/api.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { LinkPart } from '../links/LinkPart.tsx'
import { SendSheet } from '../links/SendSheet.tsx'
import { toast } from '../ui/Toast.tsx'

type Props = { id: string; name: string | undefined; onClose: () => void }

/** Sends a client the link to their own page, or hands over the one that works. */
export function PageLinkSheet({ id, name, onClose }: Props) {
  const words = useSay()
  const language = useLanguage()
  const of = { kind: 'page', id } as const
  return (
    <SendSheet
      of={of}
      investorId={id}
      said={{ title: words(title), text: words(text), act: words(go) }}
      send={async (channel, attempt) => await api.clientPage.send({ id, channel }, attempt)}
      onSent={({ link }) => toast(words(sent, { until: formatInstant(link.expiresAt, language) }))}
      onClose={onClose}
    >
      <LinkPart of={of} name={name ?? words(thisClient)} />
    </SendSheet>
  )
}

const title = say('Halaman klien', "Client's page")
const text = say(
  'Klien melihat pesanan, pembayaran, portofolio, dan dokumennya sendiri. Setiap kali dibuka, halaman meminta kode yang dikirim ke ponsel klien.',
  'Clients see their own orders, payments, portfolio and documents. Each time it is opened, the page asks for a code that is sent to the client’s phone.',
)
const thisClient = say('klien ini', 'this client')
const go = say('Kirim halaman kepada klien', 'Send the client their page')
const sent = say(
  'Tautan dikirim, berlaku sampai {until}',
  'The link was sent and works until {until}',
)
