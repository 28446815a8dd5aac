import { door } from '@rmtools/contracts/bff/door'
import { implement } from '@rmtools/kit/service'
import { CSRF_SECONDS, type Csrf } from './csrf.ts'

export const doorRoutes = ({ csrf }: { csrf: Csrf }) =>
  implement('door', door, {
    csrfToken: async (_, { reply }) => {
      const { token, cookie } = csrf.issue()
      reply.cookie(cookie)
      return { csrfToken: token, expiresInSeconds: CSRF_SECONDS }
    },
  })
