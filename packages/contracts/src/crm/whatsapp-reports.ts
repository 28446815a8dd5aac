// The webhook to which WhatsApp reports what became of messages
// (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview).
import Type from 'typebox'
import { endpoint, OneOf, Shape } from '../endpoint.ts'
import { forbidden } from '../problem.ts'

const path = '/crm/whatsapp/reports'

export const whatsappReports = {
  verify: endpoint({
    method: 'GET',
    path,
    summary: 'Prove to WhatsApp that this address is ours',
    description: 'Answers the challenge if the token is the one that was entered in the app.',
    access: 'public',
    query: Shape({
      'hub.mode': OneOf(['subscribe']),
      'hub.verify_token': Type.String({ maxLength: 200 }),
      'hub.challenge': Type.String({ pattern: '^[A-Za-z0-9_-]{1,200}$', examples: ['1158201444'] }),
    }),
    produces: 'text/plain',
    problems: [forbidden],
  }),
  push: endpoint({
    method: 'POST',
    path,
    summary: 'Receive the states of WhatsApp messages',
    description:
      'Signed by the app’s secret over the raw body. Repeated, late and unknown states change nothing.',
    access: 'push',
    throttle: { points: 6000, seconds: 60, by: 'address' },
    body: Type.Object({}, { additionalProperties: true, maxProperties: 50 }),
    reply: Shape({ read: Type.Integer({ description: 'States of messages that were read' }) }),
  }),
}
