import type { ReplyOf } from '../../base/api.ts'

export type Portfolio = ReplyOf<'portfolios', 'get'>
