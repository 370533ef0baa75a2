import { type Ladder, sayInstant, walkLadder } from '@avow/core'
import type { Command } from '../command.ts'
import { EXIT, UsageFailure } from '../failure.ts'
import { instantOption } from '../input/instant-option.ts'
import { compileFor, loadCharter } from '../input/load-charter.ts'
import { peopleOf } from '../input/people-of.ts'
import { type Paint, paintFor } from '../io.ts'
import { actsText } from '../output/escalation-step-text.ts'
import { zonesOf } from '../output/finding-lines.ts'
import { jsonText } from '../output/json-text.ts'
import { type LadderTrouble, troublesOf } from '../output/ladder-troubles.ts'
import { valueText } from '../output/ticket-text.ts'

export const ladder: Command = {
  operands: ['CHARTER'],
  summary: 'walk each escalation to its end, and name the steps that reach nobody',
  says: [
    'Walks escalations on a ticket that a customer opens and on which nobody does anything: each step with its instant, what',
    'it does, and the positions that the ticket goes through. It ends with 1 where a step is to be mended: it closes a',
    'circle, comes later than its calendar knows, is the last and reaches nobody, or goes to a position that nobody holds.',
  ].join('\n'),
  options: {
    clause: { kind: 'text', value: 'ID', says: 'the escalation to walk; each one where left out' },
    at: { kind: 'text', value: 'INSTANT', says: 'when the ticket comes in; now where left out' },
    people: { kind: 'text', value: 'FILE', says: 'who holds which position' },
    json: { kind: 'flag', says: 'the ladders for programs' },
  },
  async run(call, io) {
    const [path = ''] = call.operands
    const source = await loadCharter(path, io)
    const { document } = source
    const ids = document.escalation.map(({ id }) => id)
    const only = call.text('clause')
    if (only !== undefined && !ids.includes(only))
      throw new UsageFailure(`the charter has no escalation ${only}; it has: ${ids.join(', ') || 'none'}`)
    const at = instantOption(call) ?? io.now()
    const holders = await peopleOf(document, call.text('people'), io)
    const charter = compileFor(source, at)
    const walked = (only === undefined ? ids : [only]).map((clause) => {
      const found = walkLadder(charter, { clause, at })
      return { clause, found, troubles: typeof found === 'string' ? [] : troublesOf(found, holders) }
    })
    if (call.has('json')) await io.stdout.write(jsonText(walked.map(asJson)))
    else {
      const paint = paintFor(io.stdout, io.env)
      const behind = document.law?.disputeBody?.by.values().next().value
      const when = `On a ticket that comes in on ${sayInstant(charter.zone, at)} (${charter.zone.name}):`
      const lines = walked.flatMap(({ clause, found, troubles }) => [
        '',
        ...(typeof found === 'string'
          ? [`${paint('bold', clause)}  ${WHY_NOT[found]}`]
          : ladderLines(charter, found, troubles, paint)),
      ])
      const end = behind === undefined ? [] : ['', `Behind the last step: ${behind}`]
      await io.stdout.write(
        ids.length === 0 ? 'The charter has no escalation.\n' : `${[when, ...lines, ...end].join('\n')}\n`,
      )
    }
    return walked.every(({ troubles }) => troubles.length === 0) ? EXIT.fine : EXIT.findings
  },
}

const WHY_NOT = {
  'no-clause': 'is no escalation of the charter',
  'not-begun': 'does not begin on a ticket that comes in then',
  'past-horizon': 'cannot be walked: the calendars know nothing of that time',
} as const

function ladderLines(
  charter: ReturnType<typeof compileFor>,
  { clause, facts, commitment, rungs, chain }: Ladder,
  troubles: readonly LadderTrouble[],
  paint: Paint,
): readonly string[] {
  const { zone: ownZone } = charter
  const known = Object.entries(facts).filter(([, value]) => value !== null)
  const ticket = known.map(([fact, value]) => `${fact} ${valueText(value)}`).join(', ')
  const due = commitment?.due == null ? '' : `: ${commitment.promise} is due ${sayInstant(ownZone, commitment.due)}`
  const zones = zonesOf(charter)
  const steps = rungs.map((rung) => {
    const zone = zones.get(rung.zone) ?? ownZone
    const when = rung.due === null ? 'never' : sayInstant(zone, rung.due)
    const elsewhere = zone.name === ownZone.name ? '' : ` (${zone.name})`
    const { tell, give_to: giveTo, raise_priority: raisePriority } = rung.act
    const closed = rung.due === null || rung.isOpen ? '' : '; all calendars are closed then'
    return `  step ${rung.step}  ${when}${elsewhere}  ${rung.time}: ${actsText({ tell, giveTo, raisePriority })}${closed}`
  })
  const goesBack = troubles.some(({ code }) => code === 'goes-back')
  const way =
    chain.length === 0
      ? '  the ticket is given to nobody else'
      : `  the ticket goes to ${chain.join(', then ')}${goesBack ? '' : ', and comes back to nobody'}`
  return [
    `${paint('bold', clause)}  ${ticket === '' ? 'any ticket' : ticket}${due}`,
    ...steps,
    way,
    ...troubles.map(({ says }) => `  ${paint('red', says)}`),
  ]
}

function asJson({
  clause,
  found,
  troubles,
}: {
  readonly clause: string
  readonly found: ReturnType<typeof walkLadder>
  readonly troubles: readonly LadderTrouble[]
}): unknown {
  if (typeof found === 'string') return { clause, why_not: found }
  const { at, facts, commitment, rungs, chain } = found
  return {
    clause,
    at: new Date(at).toISOString(),
    facts,
    commitment: commitment && { ...commitment, due: instantText(commitment.due) },
    rungs: rungs.map(({ step, time, due, zone, isOpen, act }) => ({
      ...{ step, time, due: instantText(due), zone, open: isOpen, act },
    })),
    chain,
    troubles: troubles.map(({ code, step, position }) => ({ code, step, position })),
  }
}

function instantText(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
