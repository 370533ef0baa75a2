import { createHash } from 'node:crypto'
import type { MailTrace } from '@avow/contract'
import { type MailRow, type SenderProof, traceOf } from '../../channels/email/index.ts'
import type { MailOutcome, Transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { raiseAttention } from '../attention/index.ts'
import { type NewAttachment, readAtHand, replyToTicket } from '../tickets/index.ts'
import type { SignedAddress } from './find-signed-address.ts'
import { mayAnswer } from './may-answer.ts'
import { type StaffMember, staffMember } from './staff-member.ts'
import { type Refused, tellRefused } from './tell-refused.ts'
import { type Unsendable, type WordsToSend, wordsToSend } from './words-to-send.ts'

/** A mail that was sent to a signed address. */
export interface StaffMail {
  readonly row: Pick<MailRow, 'id'>
  /** The one address that its From names; undefined where it names another number of them, or what is none. */
  readonly from: string | undefined
  readonly sender: SenderProof
  /** A machine wrote it, and by what is known of it no person would have. */
  readonly machine: 'bounce' | 'automatic' | undefined
  /** It has some sign of a machine. */
  readonly isAutomatic: boolean
  /** Without what is known to be quotation or signature. */
  readonly fresh: string
  readonly attachments: readonly NewAttachment[]
}

export interface StaffOutcome {
  readonly outcome: MailOutcome
  readonly reason: string
  readonly ticket: string | null
  readonly event: string | null
  readonly trace: MailTrace | null
}

const DAY = 86_400_000

/**
 * What becomes of a mail that was sent to a signed address: the answer of its holder, by the same gate as in the desk, or it
 * is held for somebody to look at and its holder is told; never a message of the customer. A machine's is suppressed, and one
 * that says what its holder said before.
 */
export async function settleStaffMail(
  tx: Transaction,
  desk: Pick<Desk, 'publicUrl' | 'store'>,
  mail: StaffMail,
  signed: readonly SignedAddress[] | 'forged',
): Promise<StaffOutcome> {
  if (mail.machine !== undefined) return suppressed(mail.machine)
  const [address, ...others] = signed === 'forged' ? [] : signed
  if (address === undefined) return hold(tx, mail, { code: 'staff-unverified' })
  await tx.heads.lock([address.ticket])
  const member = await staffMember(tx, address.person)
  const refuse = (refused: Refused) => hold(tx, mail, refused, { address, member })
  if (others.length > 0) return refuse({ code: 'staff-unsendable', why: 'ambiguous' })
  if (mail.sender !== 'verified' || mail.from === undefined) return refuse({ code: 'staff-unverified' })
  if (member === undefined) return refuse({ code: 'staff-not-allowed' })
  if (mail.from.toLowerCase() !== member.email) return refuse({ code: 'staff-unverified' })
  if (tx.now >= (address.day + 1) * DAY) return refuse({ code: 'staff-expired' })
  const ticket = await readAtHand(tx, address.ticket)
  if (!(await mayAnswer(tx, member, ticket))) return refuse({ code: 'staff-not-allowed' })
  if (mail.isAutomatic) return refuse({ code: 'staff-unsendable', why: 'automatic' })
  const words = wordsToSend(mail.fresh, mail.attachments)
  if ('unsendable' in words) return refuse({ code: 'staff-unsendable', why: words.unsendable })

  const event = answerId(address, words)
  if (await isTaken(tx, event)) return suppressed('duplicate')
  const author = { person: member.id, machine: '' }
  try {
    const reply = { text: words.text, files: words.files, seen: address.seq, anyway: false, event }
    await replyToTicket(tx, ticket, author, reply, desk)
  } catch (error) {
    const why = error instanceof Refusal ? REFUSED.get(error.code) : undefined
    if (why === undefined) throw error
    return refuse({ code: 'staff-unsendable', why })
  }
  const trace = traceOf('staff-answer', { ticket: ticket.number })
  return { outcome: 'appended', reason: 'staff-answer', ticket: ticket.id, event, trace }
}

/** What the gate refuses before it has written anything. */
const REFUSED: ReadonlyMap<string, Unsendable> = new Map([
  ['ticket-moved', 'moved'],
  ['no-address', 'no-address'],
])

function suppressed(reason: string): StaffOutcome {
  return { outcome: 'suppressed', reason, ticket: null, event: null, trace: null }
}

/**
 * The same words with the same files to the same address are one answer: whoever sends a signed mail again can change its Message-ID and its
 * bytes where the signature does not cover them, but not these.
 */
function answerId({ person, ticket, seq, day }: SignedAddress, { text, files }: WordsToSend): string {
  const marks = files.map(({ blob }) => blob.sha256.toString('hex')).sort()
  const said = JSON.stringify([person, ticket, seq, day, text, ...marks])
  return `staff-answer-${createHash('sha256').update(said).digest('hex').slice(0, 32)}`
}

async function isTaken({ db, workspace }: Transaction, event: string): Promise<boolean> {
  const found = await db
    .selectFrom('event')
    .select('seq')
    .where('workspace_id', '=', workspace)
    .where('id', '=', event)
    .executeTakeFirst()
  return found !== undefined
}

/** For somebody to look at; the holder of the address is told, whoever wrote. */
async function hold(
  tx: Transaction,
  { row }: StaffMail,
  refused: Refused,
  to?: { readonly address: SignedAddress; readonly member: StaffMember | undefined },
): Promise<StaffOutcome> {
  const { code } = refused
  await raiseAttention(tx, {
    once: `mail-quarantined ${row.id}`,
    code: 'staff-mail-held',
    data: { mail: row.id, reason: code, detail: 'why' in refused ? refused.why : '' },
    ...(to === undefined ? {} : { ticket: to.address.ticket }),
  })
  if (to?.member !== undefined) await tellRefused(tx, to.member, to.address.number, refused)
  const trace = traceOf(code, { ticket: to?.address.number ?? null })
  return { outcome: 'quarantined', reason: code, ticket: null, event: null, trace }
}
