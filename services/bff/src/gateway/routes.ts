import { gateway } from '@rmtools/contracts/bff/gateway'
import { implement } from '@rmtools/kit/service'
import { CSRF_SECONDS, type Csrf } from './csrf.ts'

type Ports = { csrf: Csrf; app: { least: string | null; updateUrl: string | null } }

export const gatewayRoutes = ({ csrf, app }: Ports) =>
  implement('gateway', gateway, {
    csrfToken: async (_, { reply }) => {
      const { token, cookie } = csrf.issue()
      reply.cookie(cookie)
      return { csrfToken: token, expiresInSeconds: CSRF_SECONDS }
    },
    appVersion: async () => app,
  })
