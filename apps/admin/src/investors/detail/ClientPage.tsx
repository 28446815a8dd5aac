// The client's own page: whether its link works, sending it, revoking it.
import { useQuery } from '@tanstack/react-query'
import { App, Button, Flex } from 'antd'
import { useState } from 'react'
import { clientPage } from '@rmtools/contracts/crm/client-page'
import { messageWords } from '@rmtools/look/client-message-words'
import { say as both } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { useMay } from '../../base/me.ts'
import { ask, useAct } from '../../base/queries.ts'
import { LinkSent } from '../../links/LinkSent.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Refusal, Waiting } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { At } from '../../ui/values.tsx'

const words = {
  title: both('Halaman klien', "Client's page"),
  hint: both(
    'Klien melihat pesanan, pembayaran, portofolio, dan dokumennya sendiri, dengan kode ke ponselnya setiap kali.',
    'Clients see their own orders, payments, portfolio and documents, with a code to their phone each time.',
  ),
  works: both('Tautan berlaku sampai', 'The link works until'),
  none: both('Tidak ada tautan yang berlaku.', 'No link works.'),
  visited: both('Terakhir dibuka', 'Last opened'),
  never: both('belum pernah', 'never'),
  send: both('Kirim halaman kepada klien', 'Send the client their page'),
  sent: both('Tautan dikirim ke {to}.', 'The link was sent to {to}.'),
  revoke: both('Cabut tautan', 'Revoke the link'),
  revokeTitle: both('Cabut tautan halaman klien?', "Revoke the link to the client's page?"),
  revokeHint: both(
    'Tautan yang lama berhenti berlaku saat itu juga, dan kunjungan yang sedang berlangsung berakhir. Tautan baru dapat dikirim kapan saja.',
    'The old link stops working at once, and an open visit ends. A new link can be sent at any time.',
  ),
}

export function ClientPage({ id }: { id: string }) {
  const say = useSay()
  const { message } = App.useApp()
  const [maySend, mayRevoke] = [useMay(clientPage.send), useMay(clientPage.revoke)]
  const [isRevoking, setRevoking] = useState(false)
  const { data, error, refetch } = useQuery(ask('clientPage', 'status', { id }))
  const send = useAct('clientPage', 'send', {
    touches: ['clientLinks', 'clientMessages'],
    onDone: ({ sentTo }) => void message.success(say(words.sent, { to: sentTo })),
  })
  const revoke = useAct('clientPage', 'revoke', { onDone: () => setRevoking(false) })
  const link = data?.link
  return (
    <Section title={say(words.title)}>
      <Refusal problem={error ?? send.problem} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={2} />}
      {data && (
        <>
          <p className="faint">{say(words.hint)}</p>
          {link ? (
            <KeyValues
              items={[
                [say(words.works), <At key="until" at={link.expiresAt} />],
                [say(messageWords.linkSent), <LinkSent key="sent" kind="page" id={id} />],
                [
                  say(words.visited),
                  link.lastVisitAt === null ? (
                    say(words.never)
                  ) : (
                    <At key="visited" at={link.lastVisitAt} />
                  ),
                ],
              ]}
            />
          ) : (
            <p>{say(words.none)}</p>
          )}
          <Flex wrap gap="small">
            {maySend && (
              <Button loading={send.isPending} onClick={() => void send.run({ id })}>
                {say(words.send)}
              </Button>
            )}
            {mayRevoke && link && (
              <Button danger onClick={() => setRevoking(true)}>
                {say(words.revoke)}
              </Button>
            )}
          </Flex>
        </>
      )}
      {isRevoking && (
        <ConfirmDialog
          title={say(words.revokeTitle)}
          act={say(words.revoke)}
          isDangerous
          problem={revoke.problem}
          isPending={revoke.isPending}
          onAct={() => void revoke.run({ id })}
          onClose={() => setRevoking(false)}
        >
          <p>{say(words.revokeHint)}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}
