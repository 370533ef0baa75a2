/** Random cases as core reads them. */
import { type CompiledCharter, compileDraft, readCharter, readEvent, type TicketEvent } from '@avow/core'
import { compiledZones } from './compiled-zones.ts'
import type { RandomCase } from './generate.ts'

/** The charter of a case; undefined where core refuses it for a reason that is no matter of judging. */
export function compiled(charter: RandomCase['charter']): CompiledCharter | undefined {
  const { document, data, findings } = readCharter(JSON.stringify(charter))
  // Cuts that have no one order on every date (C4) are refused: no case for a judge.
  if (findings.some(({ code }) => code === 'cuts-out-of-order')) return undefined
  if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'))
  return compileDraft({ document, data }, compiledZones())
}

/** The lines of a case as events. */
export function eventsOf(lines: RandomCase['events']): readonly TicketEvent[] {
  return lines.map((line) => {
    const { event, problems } = readEvent(JSON.parse(JSON.stringify(line)))
    if (event === undefined || problems.length > 0) throw new Error(JSON.stringify([line, problems]))
    return event
  })
}
