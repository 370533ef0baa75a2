import type { DeliveryState } from '@avow/contract'

/** How the state of a mail of ours is shown where it needs somebody's eye; undefined where it is as it should be. */
export function deliveryClass(state: DeliveryState): 'state broken' | 'state risk' | undefined {
  switch (state) {
    case 'refused':
    case 'given-up':
    case 'bounced':
      return 'state broken'
    case 'deferred':
    case 'held':
      return 'state risk'
    default:
      return undefined
  }
}
