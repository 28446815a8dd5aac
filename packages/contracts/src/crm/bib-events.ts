// The endpoint to which Pub/Sub pushes Bib's events (https://cloud.google.com/pubsub/docs/push).
import Type from 'typebox'
import { endpoint } from '../endpoint.ts'

export const bibEvents = {
  push: endpoint({
    method: 'POST',
    path: '/crm/bib/events',
    summary: 'Receive an event from Bib',
    description:
      'A repeated or older event is answered 204 and changes nothing. An event that cannot be understood is set aside.',
    access: 'push',
    body: Type.Object({}, { additionalProperties: true, maxProperties: 50 }),
  }),
}
