// The names of reports, on the screen and in shared files.
import { say } from '../base/preferences.ts'

export type What = 'aum' | 'sales'

export const bookWords = {
  aum: say('Dana kelolaan', 'Assets under management'),
  sales: say('Penjualan', 'Sales'),
} as const
