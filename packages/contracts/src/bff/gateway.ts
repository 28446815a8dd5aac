// The gateway's own operations.
import Type from 'typebox'
import { endpoint, Nullable, Shape } from '../endpoint.ts'

export const gateway = {
  csrfToken: endpoint({
    method: 'GET',
    path: '/auth/csrf-token',
    summary: 'A token for public writes; send it back as X-CSRF-Token together with its cookie',
    access: 'public',
    reply: Shape({ csrfToken: Type.String(), expiresInSeconds: Type.Integer() }),
  }),
  appVersion: endpoint({
    method: 'GET',
    path: '/app-version',
    summary: 'The least version of the phone’s app that is served, and where the newest one is',
    description: 'Answered to apps of every version.',
    access: 'public',
    reply: Shape({
      least: Nullable(Type.String({ description: 'null: every version is served' })),
      updateUrl: Nullable(Type.String()),
    }),
  }),
}
