// The signature by which Meta proves that a webhook's body comes from it: HMAC-SHA256 with the app's
// secret over the bytes as they were sent
// (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint).
import { createHmac } from 'node:crypto'
import { Problem, unauthenticated } from '@rmtools/contracts/problem'
import { equalSecret } from '../security/secrets.ts'

const SIGNATURE = /^sha256=([0-9a-f]{64})$/

/** Throws 401 unless a body was signed with the app's secret; without a secret nothing is. */
export function verifyWhatsapp(
  signature: string | undefined,
  body: Uint8Array | null,
  appSecret: string | null,
): void {
  const [, given] = SIGNATURE.exec(signature ?? '') ?? []
  if (given === undefined || appSecret === null) throw new Problem(unauthenticated)
  const expected = createHmac('sha256', appSecret)
    .update(body ?? new Uint8Array())
    .digest('hex')
  if (!equalSecret(given, expected)) throw new Problem(unauthenticated)
}
