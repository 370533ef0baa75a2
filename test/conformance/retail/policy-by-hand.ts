import type { Asker } from './facts-of-action.ts'
import { type Action, found, type Order, orderOf, type Shop } from './shop.ts'

/**
 * The policy once more, sentence by sentence and without the charter: the opposite witness. Answers the exclusions of
 * `charters/retail-desk.yaml` whose sentences the action is against; none where the policy permits it.
 */
export function againstPolicy(shop: Shop, asker: Asker, action: Action): ReadonlySet<string> {
  const against = new Set<string>()
  const forbid: Forbid = (exclusion, isSo) => {
    if (isSo) against.add(exclusion)
  }
  // "transfer the user to a human agent if and only if the request cannot be handled": whoever it is.
  if (action.name === 'transfer_to_human_agents') return against

  const order = orderOf(shop, action.order)
  // "you have to authenticate the user identity"; "must deny any requests for tasks related to any other user"
  forbid('X1', !asker.identified)
  forbid('X2', (order?.customer ?? action.profile ?? asker.customer) !== asker.customer)
  if (/^(get|list)_/.test(action.name)) return against
  // "obtain explicit user confirmation (yes) to proceed"
  forbid('X6', !asker.confirmed)
  if (order === undefined) return against

  if (/pending/.test(action.name)) {
    // "will not be able to modify or cancel the order anymore"
    forbid('X4', order.status === 'items changed')
    // "can only be cancelled / modified if its status is 'pending'"
    forbid('X3', order.status !== 'pending')
  } else {
    // "can only be called once"; "can only be returned / exchanged if its status is 'delivered'"
    forbid('X15', /requested/.test(order.status))
    forbid('X14', order.status !== 'delivered')
  }
  // "the reason (either 'no longer needed' or 'ordered by mistake')"
  const reasons = ['no longer needed', 'ordered by mistake']
  forbid('X5', action.name === 'cancel_pending_order' && !reasons.includes(action.reason ?? ''))
  againstItems(shop, order, action, forbid)
  if (action.method !== undefined) againstMethod(shop, order, { asker, action, method: action.method }, forbid)
  return against
}

type Forbid = (exclusion: string, isSo: boolean) => void

/** "to an available new item of the same product but of different product option" */
function againstItems(shop: Shop, order: Order, { items, newItems }: Action, forbid: Forbid): void {
  const times = (all: readonly string[], one: string) => all.filter((each) => each === one).length
  const inOrder = order.items.map(({ item }) => item)
  forbid(
    'X10',
    items.some((item) => times(items, item) > times(inOrder, item)),
  )
  newItems.forEach((id, index) => {
    const fresh = shop.variants.get(id)
    forbid('X11', fresh?.product !== shop.variants.get(items[index] ?? '')?.product)
    forbid('X12', id === items[index])
    forbid('X13', fresh?.available !== true)
  })
}

interface Paying {
  readonly asker: Asker
  readonly action: Action
  readonly method: string
}

function againstMethod(shop: Shop, order: Order, { asker, action, method: id }: Paying, forbid: Forbid): void {
  const method = found(shop.customers, asker.customer).get(id)
  const isFirst = id === order.paidWith
  // "The refund must either go to the original payment method, or an existing gift card"
  if (action.name === 'return_delivered_order_items') {
    forbid('X7', method === undefined && !isFirst)
    forbid('X16', method?.kind !== 'gift card' && !isFirst)
    return
  }
  forbid('X7', method === undefined)
  const isNewPayment = action.name === 'modify_pending_order_payment'
  // "a single payment method different from the original payment method"
  forbid('X8', isNewPayment && isFirst)
  // "it must have enough balance to cover the total amount / the price difference"
  const prices = (ids: readonly string[]) => ids.reduce((sum, item) => sum + (shop.variants.get(item)?.price ?? 0), 0)
  const worth = action.items.reduce((sum, item) => sum + (order.items.find((old) => old.item === item)?.price ?? 0), 0)
  const owed = isNewPayment ? order.paid : prices(action.newItems) - worth
  forbid('X9', method?.kind === 'gift card' && method.balance < owed)
}
