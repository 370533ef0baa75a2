import type { FactValue } from '@avow/core'
import { priceOfItems } from './carry-out.ts'
import { type Action, type ActionName, orderOf, priceDifference, type Shop } from './shop.ts'

export type Facts = Readonly<Record<string, FactValue>>

/** Who asks, and what a clerk noted before asking the gate. */
export interface Asker {
  readonly customer: string
  readonly identified: boolean
  readonly confirmed: boolean
}

/** The word of the charter's fact `request`. */
const REQUESTS: Readonly<Record<ActionName, string>> = {
  cancel_pending_order: 'cancel',
  modify_pending_order_address: 'change address',
  modify_pending_order_payment: 'change payment',
  modify_pending_order_items: 'change items',
  return_delivered_order_items: 'return',
  exchange_delivered_order_items: 'exchange',
  modify_user_address: 'change profile',
  get_user_details: 'information',
  get_order_details: 'information',
  get_product_details: 'information',
  list_all_product_types: 'information',
  transfer_to_human_agents: 'something else',
}

/**
 * What the shop's database knows of an action, as facts of `charters/retail-desk.yaml`: looked up, counted, subtracted.
 * Nothing is decided here, and nothing is left out because it would be refused.
 */
export function factsOfAction(shop: Shop, { customer, identified, confirmed }: Asker, action: Action): Facts {
  const order = orderOf(shop, action.order)
  const owner = order?.customer ?? action.profile
  return {
    request: REQUESTS[action.name],
    identified,
    confirmed,
    own: owner === undefined ? null : owner === customer,
    'order-status': order?.status ?? null,
    reason: action.reason ?? null,
    paid: usd(action.name === 'return_delivered_order_items' ? priceOfItems(shop, action) : (order?.paid ?? 0)),
    ...factsOfMethod(shop, customer, action),
    ...factsOfItems(shop, action),
  }
}

function factsOfMethod(shop: Shop, customer: string, action: Action): Facts {
  if (action.method === undefined) return {}
  const { method } = action
  const order = orderOf(shop, action.order)
  const own = shop.customers.get(customer)?.get(method)
  const anybodys = own ?? [...shop.customers.values()].map((methods) => methods.get(method)).find(Boolean)
  const toPay = action.name === 'modify_pending_order_payment' ? (order?.paid ?? 0) : priceDifference(shop, action)
  const lacking = anybodys?.kind === 'gift card' ? Math.max(0, toPay - anybodys.balance) : 0
  return {
    'pay-with': anybodys?.kind ?? null,
    'own-method': own !== undefined,
    'first-method': order?.paidWith === method,
    'short-by': usd(lacking),
  }
}

function factsOfItems(shop: Shop, action: Action): Facts {
  const { items, newItems } = action
  if (items.length === 0) return {}
  const pairs = newItems.map((item, index) => [items[index] ?? '', item] as const)
  const count = (isOne: (old: string, fresh: string) => boolean) =>
    pairs.filter(([old, item]) => isOne(old, item)).length
  const productOf = (item: string) => shop.variants.get(item)?.product
  return {
    'foreign-items': foreignItems(shop, action).length,
    'other-product': count((old, fresh) => productOf(old) !== productOf(fresh)),
    'same-item': count((old, fresh) => old === fresh),
    'not-in-stock': count((_, fresh) => shop.variants.get(fresh)?.available !== true),
  }
}

/** Those that are not in the order, or are named more often than they are in it. */
function foreignItems(shop: Shop, { order, items }: Action): readonly string[] {
  const left = (orderOf(shop, order)?.items ?? []).map(({ item }) => item)
  return items.filter((item) => {
    const index = left.indexOf(item)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

function usd(minor: number) {
  return { minor, currency: 'USD' }
}
