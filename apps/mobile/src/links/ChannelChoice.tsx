import { clientChannelWords } from '@rmtools/look/client-message-words'
import { useIsOnline } from '../base/network.ts'
import { say, useSay } from '../base/preferences.ts'
import { Segments } from '../ui/Chip.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import type { Channel } from './remote.ts'

type Props = { channel: Channel; title?: string | undefined }

/** By which channel a link goes out, with the masked address; for this message only. */
export function ChannelChoice({ channel: { ways, way, choose }, title }: Props) {
  const words = useSay()
  const isOnline = useIsOnline()
  // Without a network it cannot be known by which channels the link could go when it is sent.
  if (!ways || !isOnline) return null
  if (ways.length === 0)
    return <Banner icon="warning" tone="warning" title={words(nowhere)} text={words(add)} />
  return (
    <>
      <Text kind="label" isStrong>
        {title ?? words(by)}
      </Text>
      {way && ways.length > 1 ? (
        <Segments
          label={words(by)}
          value={way.channel}
          onChange={choose}
          options={ways.map(({ channel }) => ({
            value: channel,
            text: words(clientChannelWords[channel]),
          }))}
        />
      ) : null}
      {way ? (
        <Text>
          {ways.length > 1 ? way.to : `${words(clientChannelWords[way.channel])} · ${way.to}`}
        </Text>
      ) : null}
    </>
  )
}

const by = say('Tautan dikirim lewat', 'The link is sent by')
const nowhere = say(
  'Klien ini belum dapat dikirimi tautan',
  'No link can be sent to this client yet',
)
const add = say(
  'Nomor ponsel dan e-mail belum ada. Isi salah satunya dahulu.',
  'There is no phone number and no e-mail address. Add one of them first.',
)
