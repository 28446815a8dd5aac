// All operations of bff's own, by noun.
import { dashboard } from './bff/dashboard.ts'
import { gateway } from './bff/gateway.ts'
import { live } from './bff/live.ts'
import { portfolios } from './bff/portfolios.ts'
import { products } from './bff/products.ts'
import { reports } from './bff/reports.ts'
import { today } from './bff/today.ts'

export const bffContracts = { gateway, products, portfolios, reports, dashboard, today, live }
