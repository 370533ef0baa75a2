import { canonicalJson } from '../../charter/index.ts'
import { ACTOR, type EventDetail, KIND, STATE } from '../columns.ts'
import type { TicketEvent } from '../event.ts'
import { kindOf, rankOf } from '../order.ts'

const STATES: ReadonlyMap<string | undefined, number> = new Map([
  ['new', STATE.new],
  ['open', STATE.open],
  ['waiting-for-customer', STATE.waiting],
  ['on-hold', STATE.onHold],
  ['solved', STATE.solved],
  ['closed', STATE.closed],
])

/** What all events of one wording share: everything but ticket, instants, `seq`, `id`, `key`, facts and who acted. */
export interface EventShape {
  readonly index: number
  readonly type: string
  readonly kind: number
  readonly rank: number
  /** For `ticket.created`: customer where it is by or for a customer (SPEC E12). */
  readonly actor: number
  /** Its facts are kept in rows of facts. */
  readonly carriesFacts: boolean
  /** Canonical JSON of what is shared. */
  readonly text: string
  /** The other ticket of a merge: who survives (`ticket.merged`) or who was absorbed (`ticket.absorbed`). */
  readonly merge: string
  /** `message.moved`: id of the message that belongs elsewhere. */
  readonly moved: string
  readonly about: About
}

/** A detail without its key, and where it stands with each key. */
interface About {
  readonly detail: EventDetail
  /** Index without a key. */
  readonly index: number
  /** Index by the key's index. */
  readonly byKey: Map<number, number>
}

/** The shapes of a history's events and their details, each kept once. */
export class EventShapes {
  readonly list: EventShape[] = []
  readonly details: EventDetail[] = []
  private readonly declared: ReadonlyMap<string, number>
  private readonly byText = new Map<string, EventShape>()
  private readonly abouts = new Map<string, About>()

  /** `declared`: kinds by type. */
  constructor(declared: ReadonlyMap<string, number>) {
    this.declared = declared
  }

  /** The shape of an event; undefined where its type is unknown. */
  of(event: TicketEvent): EventShape | undefined {
    const kind = this.declared.get(event.type) ?? kindOf(event.type)
    if (kind === undefined) return undefined
    const carriesFacts = kind === KIND.created || kind === KIND.factsChanged
    const { ticket, at, seq, recorded, id, key, who, facts, ...rest } = event
    const text = canonicalJson(carriesFacts || facts === undefined ? rest : { ...rest, facts })
    const known = this.byText.get(text)
    if (known !== undefined) return known
    const forCustomer = kind === KIND.created && event.by === 'agent' && event.for === 'customer'
    const shape: EventShape = {
      index: this.list.length,
      type: event.type,
      kind,
      rank: rankOf(kind),
      actor: ACTOR[forCustomer ? 'customer' : event.by],
      carriesFacts,
      text,
      merge: (kind === KIND.merged ? event.into : kind === KIND.absorbed ? event.from : undefined) ?? '',
      moved: (event.type === 'message.moved' ? event.message : undefined) ?? '',
      about: this.aboutOf(detailOf(event)),
    }
    this.list.push(shape)
    this.byText.set(text, shape)
    return shape
  }

  /** Index of a shape's detail with a key, which `name` gives by its index. */
  withKey({ about }: EventShape, key: number, name: (key: number) => string): number {
    let index = about.byKey.get(key)
    if (index === undefined) {
      index = this.details.push({ ...about.detail, key: name(key) }) - 1
      about.byKey.set(key, index)
    }
    return index
  }

  private aboutOf(detail: EventDetail): About {
    const text = JSON.stringify(detail)
    let about = this.abouts.get(text)
    if (about === undefined) {
      about = { detail, index: this.details.push(detail) - 1, byKey: new Map() }
      this.abouts.set(text, about)
    }
    return about
  }
}

function detailOf(event: TicketEvent): EventDetail {
  return {
    state: (event.type === 'status.changed' ? STATES.get(event.to) : undefined) ?? STATE.unknown,
    reason: event.reason ?? '',
    waitsForThird: Boolean(event.third_party) || Boolean(event.reason),
    automatic: event.automatic === true,
    key: '',
    tells: event.tells ?? [],
    withdraws: event.withdraws ?? [],
    undo: event.undo === true,
    person: event.type === 'ticket.assigned' ? (event.to ?? '') : '',
    team: event.team ?? '',
  }
}
