import { type CompiledCharter, type Decision, decide, decisionJson, type TicketEvent } from '@avow/core'
import type { Command } from '../command.ts'
import { EXIT, UsageFailure } from '../failure.ts'
import { instantOption } from '../input/instant-option.ts'
import { compileFor, loadCharter } from '../input/load-charter.ts'
import { loadTicket } from '../input/load-ticket.ts'
import { vocabularyOf } from '../input/vocabulary.ts'
import { paintFor } from '../io.ts'
import { jsonText } from '../output/json-text.ts'
import { type Grant, noteOn } from '../output/note.ts'

export const explain: Command = {
  operands: ['CHARTER'],
  summary: 'say what a charter promises one ticket, and why, step by step',
  says: [
    'Shows the decision on one ticket: each promise kept, broken or running, with the reckoning that anyone can repeat;',
    'the steps that are due, what may be granted, and which facts are missing.',
    'The history is JSON lines, or a table of another system with --map; .gz too, - for standard input.',
  ].join('\n'),
  options: {
    ticket: { kind: 'text', value: 'FILE', says: 'the history of the ticket' },
    id: { kind: 'text', value: 'TICKET', says: 'which ticket, where the file has several' },
    map: { kind: 'text', value: 'MAP', says: 'the mapping, where the file is a table' },
    at: {
      kind: 'text',
      value: 'INSTANT',
      says: 'decide as of then; as of the last instant in the file where left out',
    },
    all: { kind: 'flag', says: 'show every commitment in full, and every line of a long reckoning' },
    json: { kind: 'flag', says: 'the decision for programs' },
  },
  async run(call, io) {
    const [path = ''] = call.operands
    const file = call.text('ticket')
    if (file === undefined) throw new UsageFailure('--ticket FILE is missing: the history of the ticket')
    const at = instantOption(call)
    const source = await loadCharter(path, io)
    const vocabulary = vocabularyOf([source.document])
    const history = await loadTicket({ path: file, mapPath: call.text('map'), id: call.text('id'), at, vocabulary }, io)
    const { now } = history
    const from = history.events.reduce((earliest, event) => Math.min(earliest, event.at), now)
    const charter = compileFor(source, now, from)
    const decision = decide(charter, history.events, now)
    for (const problem of history.problems) await io.stderr.write(`${problem}\n`)
    if (call.has('json')) await io.stdout.write(jsonText(decisionJson(decision)))
    else {
      const paint = paintFor(io.stdout, io.env)
      const grants = grantsOn(charter, history.events, decision)
      await io.stdout.write(noteOn(charter, decision, { paint, all: call.has('all'), events: history.events, grants }))
    }
    return EXIT.fine
  },
}

/** What each position with authority may grant on the ticket, as the decision on it for such a person says. */
function grantsOn(charter: CompiledCharter, events: readonly TicketEvent[], decision: Decision): readonly Grant[] {
  if (decision.remedies.length === 0) return []
  const positions = [...new Set(charter.document.authority.map(({ position }) => position))]
  return positions.map((position) => {
    const actor = { who: '', positions: [position] }
    return { position, remedies: decide(charter, events, decision.at, { actor }).remedies }
  })
}
