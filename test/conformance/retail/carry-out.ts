import { type Action, itemIn, orderOf, priceDifference, type Shop } from './shop.ts'

/** Changes the shop as the action would: what the policy says of the status afterwards, and balances of gift cards. */
export function carryOut(shop: Shop, customer: string, action: Action): void {
  const order = orderOf(shop, action.order)
  if (order === undefined) return
  const pay = (method: string | undefined, amount: number) => {
    const card = shop.customers.get(customer)?.get(method ?? '')
    if (card?.kind === 'gift card') card.balance -= amount
  }
  switch (action.name) {
    case 'cancel_pending_order':
      order.status = 'cancelled'
      pay(order.paidWith, -order.paid)
      return
    // What these change is asked for by no fact.
    case 'modify_pending_order_address':
    case 'modify_user_address':
    case 'get_user_details':
    case 'get_order_details':
    case 'get_product_details':
    case 'list_all_product_types':
    case 'transfer_to_human_agents':
      return
    case 'modify_pending_order_payment':
      pay(order.paidWith, -order.paid)
      pay(action.method, order.paid)
      order.paidWith = action.method ?? ''
      return
    case 'modify_pending_order_items': {
      pay(action.method, priceDifference(shop, action))
      const replaced = new Map(action.items.map((item, index) => [item, action.newItems[index] ?? item]))
      order.items = order.items.map((old) => shop.variants.get(replaced.get(old.item) ?? '') ?? old)
      order.status = 'items changed'
      return
    }
    case 'return_delivered_order_items':
      order.status = 'return requested'
      return
    case 'exchange_delivered_order_items':
      order.status = 'exchange requested'
  }
}

/** What the items of an action cost when they were bought, in cents. */
export function priceOfItems(shop: Shop, { order, items }: Action): number {
  return items.reduce((sum, item) => sum + (itemIn(shop, order, item)?.price ?? 0), 0)
}
