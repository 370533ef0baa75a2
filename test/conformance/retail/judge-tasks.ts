import type { CompiledCharter } from '@avow/core'
import { type Answer, askGate } from './ask-gate.ts'
import { carryOut, priceOfItems } from './carry-out.ts'
import { factsOfAction } from './facts-of-action.ts'
import { MUTATIONS, type Mutation, type Permitted } from './neighbours.ts'
import { againstPolicy } from './policy-by-hand.ts'
import { type ActionName, copyOf, found, orderOf, type Shop, type Task } from './shop.ts'

/** One action put to the gate, with what the policy read by hand says of it. */
export interface Judgement {
  /** `train 12, action 2` */
  readonly where: string
  readonly name: ActionName
  /** The exclusions that it is against; none where the policy permits it. */
  readonly against: ReadonlySet<string>
  readonly answer: Answer
}

export interface NeighbourJudgement extends Judgement {
  readonly mutation: Mutation
}

export interface Judgements {
  readonly actions: readonly Judgement[]
  readonly neighbours: readonly NeighbourJudgement[]
}

/**
 * Replays the actions of each task, in their order, on a copy of the shop: each is put to the gate, then all neighbours of
 * those that the policy permits. Only what the policy permits changes the copy.
 */
export function judgeTasks(charter: CompiledCharter, shop: Shop, tasks: readonly Task[]): Judgements {
  const actions: Judgement[] = []
  const neighbours: NeighbourJudgement[] = []
  for (const { name: task, customer, actions: called } of tasks) {
    const orders = called.flatMap(({ order }) => order ?? [])
    const owners = orders.map((order) => found(shop.orders, order).customer)
    const copy = copyOf(shop, [customer, ...owners], orders)
    // A task says who writes and that they agree: identified and confirmed are what the clerk would have noted.
    const asker = { customer, identified: true, confirmed: true }
    called.forEach((action, index) => {
      const where = `${task}, action ${index + 1}`
      const permitted = { shop: copy, asker, action }
      const judged = judge(charter, where, permitted)
      actions.push(judged)
      if (judged.against.size > 0) return
      for (const mutation of MUTATIONS) {
        const neighbour = mutation.of(permitted)
        if (neighbour !== undefined) neighbours.push({ mutation, ...judge(charter, where, neighbour) })
      }
      carryOut(copy, customer, action)
    })
  }
  return { actions, neighbours }
}

function judge(
  charter: CompiledCharter,
  where: string,
  { shop, asker, action, more }: Permitted & { readonly more?: true },
): Judgement {
  const against = new Set(againstPolicy(shop, asker, action))
  const facts = factsOfAction(shop, asker, action)
  if (more !== true) return { where, name: action.name, against, answer: askGate(charter, action.name, facts) }
  // "the total will be refunded": not a cent more.
  against.add('beyond-limit')
  const paid =
    action.name === 'return_delivered_order_items'
      ? priceOfItems(shop, action)
      : (orderOf(shop, action.order)?.paid ?? 0)
  const amount = { minor: paid + 1, currency: 'USD' }
  return { where, name: action.name, against, answer: askGate(charter, action.name, facts, amount) }
}

/** By what the gate refused: the exclusions that its row names, or the code where the row allows less. */
export function namedBy(answer: Answer): readonly string[] {
  if (answer.allowed) return []
  return answer.tell.length > 0 ? answer.tell : [answer.code]
}
