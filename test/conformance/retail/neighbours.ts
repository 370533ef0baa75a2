import { carryOut } from './carry-out.ts'
import type { Asker } from './facts-of-action.ts'
import { type Action, type ActionName, copyOf, found, type Order, priceDifference, type Shop } from './shop.ts'

/** An action that the policy permits, with the shop as it is before it. */
export interface Permitted {
  readonly shop: Shop
  readonly asker: Asker
  readonly action: Action
}

/** A change by which a permitted action becomes one that the policy forbids. */
export interface Mutation {
  readonly name: string
  /** The exclusion that has to be named, or the code of what is too much. */
  readonly refusedBy: string
  /** The neighbour; undefined where the action has none of this kind. */
  readonly of: (permitted: Permitted) => (Permitted & { readonly more?: true }) | undefined
}

/** Whoever asks to be handed over is; and what is only told needs no yes. */
const NEEDS_NO_NAME = /^transfer/
const NEEDS_NO_YES = /^(transfer|get|list)/
const isPending = (name: ActionName) => name.includes('pending')
const isDelivered = (name: ActionName) => name.includes('delivered')
const isSwap = ({ newItems }: Action) => newItems.length > 0

/** Everything that is tried, in the order of the policy. */
export const MUTATIONS: readonly Mutation[] = [
  { name: 'customer not identified', refusedBy: 'X1', of: asking({ identified: false }, NEEDS_NO_NAME) },
  { name: 'another customer’s order', refusedBy: 'X2', of: byAnother },
  { name: 'details not confirmed', refusedBy: 'X6', of: asking({ confirmed: false }, NEEDS_NO_YES) },
  { name: 'delivered instead of pending', refusedBy: 'X3', of: withStatus(isPending, 'delivered') },
  { name: 'processed instead of pending', refusedBy: 'X3', of: withStatus(isPending, 'processed') },
  { name: 'cancelled instead of pending', refusedBy: 'X3', of: withStatus(isPending, 'cancelled') },
  { name: 'pending instead of delivered', refusedBy: 'X14', of: withStatus(isDelivered, 'pending') },
  { name: 'processed instead of delivered', refusedBy: 'X14', of: withStatus(isDelivered, 'processed') },
  { name: 'cancelled instead of delivered', refusedBy: 'X14', of: withStatus(isDelivered, 'cancelled') },
  { name: 'after a change of items', refusedBy: 'X4', of: withStatus(isPending, 'items changed') },
  { name: 'a second change of items', refusedBy: 'X4', of: again('modify_pending_order_items') },
  { name: 'a second return', refusedBy: 'X15', of: again('return_delivered_order_items') },
  { name: 'a second exchange', refusedBy: 'X15', of: again('exchange_delivered_order_items') },
  { name: 'an order cancelled twice', refusedBy: 'X3', of: again('cancel_pending_order') },
  { name: 'another reason of the charter’s list', refusedBy: 'X5', of: withReason('cheaper elsewhere') },
  { name: 'a reason that no list has', refusedBy: 'X5', of: withReason('the neighbour has one too') },
  { name: 'somebody else’s payment method', refusedBy: 'X7', of: withForeignMethod },
  { name: 'the payment method that it has', refusedBy: 'X8', of: withFirstMethod },
  { name: 'a gift card that is too small', refusedBy: 'X9', of: withEmptyCard },
  { name: 'refund to another method than the first', refusedBy: 'X16', of: refundElsewhere },
  { name: 'an item that is not in the order', refusedBy: 'X10', of: withForeignItem },
  { name: 'another product type', refusedBy: 'X11', of: withOtherProduct },
  { name: 'the same item again', refusedBy: 'X12', of: withSameItem },
  { name: 'an item that is not available', refusedBy: 'X13', of: withoutStock },
  { name: 'a cent more than was paid', refusedBy: 'beyond-limit', of: withMore },
]

function asking(change: Partial<Asker>, except: RegExp): Mutation['of'] {
  return ({ shop, asker, action }) =>
    except.test(action.name) ? undefined : { shop, action, asker: { ...asker, ...change } }
}

function byAnother({ shop, asker, action }: Permitted): Permitted | undefined {
  if (action.order === undefined && action.profile === undefined) return undefined
  return { shop, action, asker: { ...asker, customer: otherThan(shop, asker.customer) } }
}

function withStatus(isFor: (name: ActionName) => boolean, status: string): Mutation['of'] {
  return (permitted) => {
    if (!isFor(permitted.action.name)) return undefined
    const shop = copyFor(permitted)
    orderTo(shop, permitted.action).status = status
    return { ...permitted, shop }
  }
}

function again(name: ActionName): Mutation['of'] {
  return (permitted) => {
    if (permitted.action.name !== name) return undefined
    const shop = copyFor(permitted)
    carryOut(shop, permitted.asker.customer, permitted.action)
    return { ...permitted, shop }
  }
}

function withReason(reason: string): Mutation['of'] {
  return (permitted) =>
    permitted.action.name === 'cancel_pending_order' ? withAction(permitted, { reason }) : undefined
}

/** One of the same kind as far as there is one. */
function withForeignMethod(permitted: Permitted): Permitted | undefined {
  const { shop, asker, action } = permitted
  if (action.method === undefined) return undefined
  const own = shop.customers.get(asker.customer)?.get(action.method)
  for (const [customer, methods] of shop.customers) {
    if (customer === asker.customer) continue
    for (const [method, { kind }] of methods) if (kind === own?.kind) return withAction(permitted, { method })
  }
  return undefined
}

function withFirstMethod(permitted: Permitted): Permitted | undefined {
  const { shop, action } = permitted
  if (action.name !== 'modify_pending_order_payment') return undefined
  return withAction(permitted, { method: orderTo(shop, action).paidWith })
}

/** With a gift card of the customer's own that lacks one cent. */
function withEmptyCard(permitted: Permitted): Permitted | undefined {
  const { action, asker } = permitted
  const isNewPayment = action.name === 'modify_pending_order_payment'
  if (!isSwap(action) && !isNewPayment) return undefined
  const shop = copyFor(permitted)
  const owed = isNewPayment ? orderTo(shop, action).paid : priceDifference(shop, action)
  if (owed <= 0) return undefined
  found(shop.customers, asker.customer).set('gift_card_of_test', { kind: 'gift card', balance: owed - 1 })
  return withAction({ ...permitted, shop }, { method: 'gift_card_of_test' })
}

/** To a credit card of the customer's own with which the order was not paid. */
function refundElsewhere(permitted: Permitted): Permitted | undefined {
  const { action, asker } = permitted
  if (action.name !== 'return_delivered_order_items') return undefined
  const shop = copyFor(permitted)
  found(shop.customers, asker.customer).set('credit_card_of_test', { kind: 'credit card', balance: 0 })
  return withAction({ ...permitted, shop }, { method: 'credit_card_of_test' })
}

/** Another variant of the same product in place of the first item. */
function withForeignItem(permitted: Permitted): Permitted | undefined {
  const { shop, action } = permitted
  const [first, ...others] = action.items
  if (first === undefined) return undefined
  const { product } = found(shop.variants, first)
  const inOrder = orderTo(shop, action).items
  for (const variant of shop.variants.values())
    if (variant.product === product && !inOrder.some(({ item }) => item === variant.item))
      return withAction(permitted, { items: [variant.item, ...others] })
  return undefined
}

function withOtherProduct(permitted: Permitted): Permitted | undefined {
  const { shop, action } = permitted
  const [first, ...others] = action.newItems
  if (first === undefined) return undefined
  const { product } = found(shop.variants, first)
  for (const variant of shop.variants.values())
    if (variant.product !== product && variant.available)
      return withAction(permitted, { newItems: [variant.item, ...others] })
  return undefined
}

function withSameItem(permitted: Permitted): Permitted | undefined {
  const { items, newItems } = permitted.action
  const [first] = items
  if (first === undefined || newItems.length === 0) return undefined
  return withAction(permitted, { newItems: [first, ...newItems.slice(1)] })
}

function withoutStock(permitted: Permitted): Permitted | undefined {
  const [first] = permitted.action.newItems
  if (first === undefined) return undefined
  const shop = copyFor(permitted)
  shop.variants.set(first, { ...found(shop.variants, first), available: false })
  return { ...permitted, shop }
}

function withMore(permitted: Permitted): (Permitted & { more: true }) | undefined {
  const { name } = permitted.action
  const isRefund = name === 'cancel_pending_order' || name === 'return_delivered_order_items'
  return isRefund ? { ...permitted, more: true } : undefined
}

function withAction(permitted: Permitted, change: Partial<Action>): Permitted {
  return { ...permitted, action: { ...permitted.action, ...change } }
}

function copyFor({ shop, asker, action }: Permitted): Shop {
  return copyOf(shop, [asker.customer], action.order === undefined ? [] : [action.order])
}

function orderTo(shop: Shop, { order }: Action): Order {
  return found(shop.orders, order ?? '')
}

function otherThan(shop: Shop, customer: string): string {
  for (const other of shop.customers.keys()) if (other !== customer) return other
  return ''
}
