/** How long the first answer takes, and what the ticket goes through until then. */
import type { Conversation } from './conversation.ts'
import type { Channel, DemoCustomer } from './demo-data.ts'
import { after } from './desk-hours.ts'
import { NOTES } from './notes.ts'
import { agentFor, DUTY_MANAGER, STAFF, TEAM_LEAD } from './staff.ts'

/** Minutes of opening time within which P1 of the demo's charter promises a first answer. */
export function promisedMinutes(channel: Channel, { tier }: DemoCustomer): number {
  if (channel === 'chat') return 2
  if (channel === 'phone' || channel === 'counter') return 3
  if (channel === 'letter') return 480
  return channel === 'email' && tier === 'gold' ? 60 : 240
}

/** The due time that a machine tells; undefined on channels that acknowledge nothing. */
export function acknowledgedDue({ opening, hours }: Conversation): number | undefined {
  const { channel, customer, createdAt } = opening
  if (channel !== 'email' && channel !== 'form') return undefined
  return after(hours.office, createdAt, promisedMinutes(channel, customer))
}

/** Assigns the ticket and gives the first answer; the cursor stands there. Some lie unassigned, some bounce. */
export function answerFirst(c: Conversation, text: string, wished: { readonly inTime?: boolean } = {}): void {
  const { chance, opening } = c
  const target = promisedMinutes(opening.channel, opening.customer)
  const isSlow = wished.inTime !== true && chance.happens((c.isSpoken ? 0.03 : 0.038) * opening.rush)
  if (isSlow) {
    const wait = target * Math.min(5, 1.06 + chance.waiting(0.75))
    if (c.isSpoken) waitInLine(c, wait)
    else waitTooLong(c, target, wait)
  } else {
    const wait = target * Math.min(0.94, 0.03 + chance.waiting(0.24 * Math.min(1.6, opening.rush)))
    waitInLine(c, wait)
  }
  if (!c.isSpoken && opening.channel !== 'form') c.learnFacts()
  c.answer(text, { sorry: isSlow && !c.isSpoken })
  if (c.isSpoken) {
    c.wait(1)
    c.learnFacts()
  }
}

function waitInLine(c: Conversation, wait: number): void {
  const share = c.isSpoken ? 0.1 : c.chance.between(0.1, 0.6)
  goTo(c, wait * share)
  c.assign(c.agent)
  goTo(c, wait)
}

function waitTooLong(c: Conversation, target: number, wait: number): void {
  const { chance, opening } = c
  const how = chance.weighted<'unassigned' | 'bounced' | 'surge'>([
    ['unassigned', 4],
    ['bounced', 3],
    ['surge', opening.rush > 1.5 ? 9 : 0],
  ])
  // The duty manager gets it two hours after the due time: what others do with it comes before.
  const theirs = Math.min(wait, target + 110)
  if (how === 'unassigned') leaveUnassigned(c, theirs)
  else if (how === 'bounced') bounce(c, theirs)
  else {
    goTo(c, theirs * chance.between(0.3, 0.6))
    c.assign(c.agent)
    if (chance.happens(0.5)) c.note(chance.one(NOTES.surge))
  }
  if (wait > target + 130) handToDutyManager(c, target)
  goTo(c, wait)
}

/** Nobody has it until late; then the team lead finds somebody. */
export function leaveUnassigned(c: Conversation, wait: number): void {
  goTo(c, wait * c.chance.between(0.82, 0.96))
  c.assign(c.agent, c.agent.team, 'agent', TEAM_LEAD)
  if (c.chance.happens(0.7)) c.note(c.chance.one(NOTES.unassigned), TEAM_LEAD)
}

/** It goes to the wrong team, and from one hand to another. */
export function bounce(c: Conversation, wait: number): void {
  const { chance, opening } = c
  const right = c.agent
  goTo(c, wait * chance.between(0.08, 0.2))
  const courier = STAFF.find(({ team }) => team === 'delivery')
  if (opening.reason === 'late') c.assign(undefined, 'accounts', 'agent', TEAM_LEAD)
  else c.assign(courier, 'delivery', 'agent', TEAM_LEAD)
  goTo(c, wait * chance.between(0.4, 0.55))
  c.note(chance.one(NOTES.bounced))
  c.assign(agentFor(opening.matter.language, opening.reason, chance), 'care')
  goTo(c, wait * chance.between(0.7, 0.9))
  c.assign(right)
}

function handToDutyManager(c: Conversation, target: number): void {
  const { language } = c.opening.matter
  const right = c.agent
  goTo(c, target + 120)
  c.assign(DUTY_MANAGER, 'care', 'system')
  if (DUTY_MANAGER.languages.includes(language)) {
    c.wait(1)
    c.note(c.chance.one(NOTES.escalated))
    return
  }
  c.work(4)
  c.assign(
    right.languages.includes(language) ? right : agentFor(language, c.opening.reason, c.chance),
    'care',
    'agent',
    DUTY_MANAGER,
  )
}

function goTo(c: Conversation, minutes: number): void {
  c.at = after(c.calendar, c.opening.createdAt, minutes)
}
