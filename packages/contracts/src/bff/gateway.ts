// The operations that the gateway answers itself.
import Type from 'typebox'
import { endpoint, Shape } from '../endpoint.ts'

export const gateway = {
  csrfToken: endpoint({
    method: 'GET',
    path: '/auth/csrf-token',
    summary: 'A token for public writes; send it back as X-CSRF-Token together with its cookie',
    access: 'public',
    reply: Shape({ csrfToken: Type.String(), expiresInSeconds: Type.Integer() }),
  }),
}
