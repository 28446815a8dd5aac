import { gateway } from '@rmtools/contracts/bff/gateway'
import { implement } from '@rmtools/kit/service'
import { CSRF_SECONDS, type Csrf } from './csrf.ts'

export const gatewayRoutes = ({ csrf }: { csrf: Csrf }) =>
  implement('gateway', gateway, {
    csrfToken: async (_, { reply }) => {
      const { token, cookie } = csrf.issue()
      reply.cookie(cookie)
      return { csrfToken: token, expiresInSeconds: CSRF_SECONDS }
    },
  })
