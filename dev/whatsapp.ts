// Stands for WhatsApp on this machine: reports of each message in the inbox that it was delivered,
// as Meta does.
import type { Whatsapp } from '@rmtools/kit/messaging'
import { signatureOf, statusBody } from '@rmtools/kit/testing-whatsapp'

/** How numbers end that have no WhatsApp. */
export const WITHOUT_WHATSAPP = '9'

/** The environment of the gateway, whose own address the inbox and the webhook share. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Reports what became of a message. Lost if nobody listens: an SMS follows then. */
export async function reportDelivery(
  { id, sender, to }: Whatsapp,
  { INBOX_URL, WHATSAPP_APP_SECRET }: Environment,
): Promise<void> {
  if (INBOX_URL === undefined || WHATSAPP_APP_SECRET === undefined) return
  const status = to.endsWith(WITHOUT_WHATSAPP) ? 'failed' : 'delivered'
  const body = JSON.stringify(statusBody({ id: `wamid.${id}`, sender, to, data: id }, status))
  const reply = await fetch(new URL('/crm/whatsapp/reports', INBOX_URL), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': signatureOf(body, WHATSAPP_APP_SECRET),
    },
    body,
  })
  await reply.arrayBuffer()
}
