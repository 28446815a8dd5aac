// What reports are called, on the screen and where they are shared.
import { say } from '../base/preferences.ts'

export type What = 'aum' | 'sales'

export const bookWords = {
  aum: say('Dana kelolaan', 'Assets under management'),
  sales: say('Penjualan', 'Sales'),
} as const
