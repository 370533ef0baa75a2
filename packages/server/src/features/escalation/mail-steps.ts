import type { Zone } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { charterClock } from '../../site/wall-clock.ts'
import { dueWords } from '../acknowledgements/index.ts'
import { type Colleague, colleaguesOf } from '../clause-notices/index.ts'
import { siteAddress } from '../links/index.ts'
import { answeringMailbox } from '../mailboxes/index.ts'
import { type AnswerAs, answersByMail, type NewMail, sendMails } from '../outbox/index.ts'
import { speaking } from './messages/speak.ts'

/** A step that somebody is told of. */
export interface ToldStep {
  readonly person: string
  readonly ticket: string
  /** Id of the event that says that it was taken. */
  readonly id: string
  readonly clause: string
  readonly step: number
  /** UTC ms, and the zone of the charter. */
  readonly due: number
  readonly zone: Zone | undefined
  /** `given`: the ticket is theirs now. `waited`: a wait of a procedure lasted as long as it may. */
  readonly how: 'told' | 'given' | 'waited'
}

/** More than that in one mail nobody reads; the desk has them all. */
const MOST_LINES = 20

/** One mail to each who can sign in and was told, however many tickets it is about. Nothing that a customer wrote is in it. */
export async function mailSteps(tx: Transaction, told: readonly ToldStep[], publicUrl: string): Promise<void> {
  if (told.length === 0) return
  const from = await answeringMailbox(tx)
  if (from === undefined) return
  const mailbox = from.id
  const byPerson = Map.groupBy(told, ({ person }) => person)
  const site = publicUrl === '' ? undefined : await siteAddress(tx, publicUrl)
  const isAnswered = from.takesPlus && (await answersByMail(tx))
  const mails = (await colleaguesOf(tx, [...byPerson.keys()])).flatMap((colleague): NewMail[] => {
    const steps = byPerson.get(colleague.id) ?? []
    const [first] = steps
    if (first === undefined || colleague.email === null) return []
    const isOfOne = steps.every(({ ticket }) => ticket === first.ticket)
    const answerAs = isAnswered && isOfOne ? { answerAs: answerOf(tx, first) } : {}
    const mail = written(tx, steps, colleague, site)
    return [{ kind: 'staff', once: `${first.id}/${colleague.id}`, mailbox, ...mail, ...answerAs }]
  })
  await sendMails(tx, mails)
}

/** Whoever is told of one ticket may answer its customer at once. */
function answerOf({ heads }: Transaction, { person, ticket }: ToldStep): AnswerAs {
  return { person, ticket, number: heads.numberOf(ticket), seq: heads.of(ticket).seq }
}

function written(
  tx: Transaction,
  steps: readonly ToldStep[],
  { name, email, language: spoken }: Colleague,
  site: string | undefined,
) {
  const { language, say } = speaking([spoken])
  const numberOf = ({ ticket }: ToldStep): string => String(tx.heads.numberOf(ticket))
  const sorted = steps.toSorted((a, b) => a.due - b.due || tx.heads.numberOf(a.ticket) - tx.heads.numberOf(b.ticket))
  const shown = sorted.slice(0, MOST_LINES)
  const lines = shown.map((each) => {
    const { clause, step, due, zone, how } = each
    const number = numberOf(each)
    const at = zone === undefined ? new Date(due).toISOString() : dueWords(charterClock(zone), due, language)
    const said = say(how, { number, clause, step: String(step), due: at })
    return site === undefined ? said : `${said}\n${site}/desk/tickets/all/${number}`
  })
  const tickets = new Set(steps.map(numberOf))
  return {
    to: email ?? '',
    toName: name,
    subject: say('subject', { count: tickets.size, number: [...new Set(shown.map(numberOf))].join(', ') }),
    text: lines.join('\n\n'),
    language,
  }
}
