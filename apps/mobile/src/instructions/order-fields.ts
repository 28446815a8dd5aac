import type { SeenCase } from '../investors/rules.ts'
import type { Checked, Market, OrderForm } from './order.ts'

export type OrderFieldsProps = {
  seen: SeenCase
  form: OrderForm
  set: (change: Partial<OrderForm>) => void
  market: Market
  checked: Checked
}
