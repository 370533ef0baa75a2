/** A decision as a good clerk's note: the verdict first, then the reckoning. */
import {
  type CompiledCharter,
  type Decision,
  formatMoney,
  type RemedyAllowed,
  type StepDue,
  sayInstant,
  sayPassedOver,
  type TicketEvent,
} from '@avow/core'
import { MasterWords } from '../charter-words/master-words.ts'
import type { Paint } from '../io.ts'
import { type CommitmentNote, commitmentHead, commitmentLines, commitmentName } from './commitment-note.ts'
import { actsText } from './escalation-step-text.ts'

export interface NoteOptions {
  readonly paint: Paint
  /** Show every commitment in full, and every line of a long reckoning. */
  readonly all: boolean
  /** The ticket's events. */
  readonly events: readonly TicketEvent[]
  /** What a person of each position may grant on this ticket, in the order of the charter. */
  readonly grants: readonly Grant[]
}

/** The remedies of a decision as one position may grant them. */
export interface Grant {
  readonly position: string
  readonly remedies: readonly RemedyAllowed[]
}

/** The note on one ticket. */
export function noteOn(charter: CompiledCharter, decision: Decision, options: NoteOptions): string {
  const { paint, all, events } = options
  const { id, version, hash } = decision.charter
  const edition = version === null ? `draft ${hash.slice(0, 8)}` : `version ${version}`
  const lines = [
    paint('bold', `Ticket ${decision.ticket}: ${decision.state}`),
    `By ${titleOf(charter) ?? id} (${id}, ${edition}), as of ${sayInstant(charter.zone, decision.at)}.`,
    `All times in ${charter.zone.name}.`,
  ]
  const note: CommitmentNote = { charter, now: decision.at, events, paint, all }
  const isShort = ({ state }: Decision['commitments'][number]) => !all && (state === 'kept' || state === 'cancelled')
  let wasShort = false
  for (const commitment of decision.commitments) {
    const short = isShort(commitment)
    if (!short || !wasShort) lines.push('')
    lines.push(...(short ? [commitmentHead(commitment, note)] : commitmentLines(commitment, note)))
    wasShort = short
  }
  if (decision.commitments.length === 0) lines.push('', 'Nothing is promised on this ticket.')
  const stepsIn = (wanted: StepDue['state']) => decision.steps.filter(({ state }) => state === wanted)
  lines.push(...section('Steps that came up', stepLines(charter, stepsIn('due')), paint))
  lines.push(...section('Steps ahead', stepLines(charter, stepsIn('ahead')), paint))
  lines.push(...section('May be granted', remedyLines(decision, options.grants), paint))
  if (decision.missing.length > 0) {
    const words = new MasterWords(charter)
    const facts = decision.missing.map((fact) => words.fact(fact)).join(', ')
    lines.push(...section('Not known, and could change the answer', [facts], paint))
  }
  const unevaluated = decision.unevaluated.map(
    ({ clause, code, text }) => `${clause === null ? '' : `${clause}: `}${text} (${code})`,
  )
  lines.push(...section('Could not be evaluated', unevaluated, paint))
  const shortened = decision.commitments.filter(isShort).length
  if (shortened > 0) {
    const [what, whose] =
      shortened === 1
        ? ['commitment is shown in one line', 'its reckoning']
        : ['commitments are shown in one line each', 'their reckonings']
    const text = `${shortened} kept or cancelled ${what}; --all shows ${whose}.`
    lines.push('', paint('dim', text))
  }
  return `${lines.join('\n')}\n`
}

function section(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0 ? [] : ['', paint('bold', title), ...lines.map((line) => `  ${line}`)]
}

function titleOf({ document }: CompiledCharter): string | undefined {
  const text = document.title?.by.get(document.languages[0] ?? '') ?? document.title?.by.values().next().value
  return text === undefined ? undefined : `“${text}”`
}

function stepLines(charter: CompiledCharter, steps: readonly StepDue[]): readonly string[] {
  const rows = steps.map(({ clause, step, commitment, due, act }) => {
    const when = due === null ? 'while it waits, never' : sayInstant(charter.zone, due)
    const [promise = '', run = ''] = commitment?.split('/') ?? []
    const whose = commitment === null ? '' : ` for ${commitmentName(promise, Number(run))}`
    return [
      when,
      `${clause} step ${step}${whose}`,
      actsText({ tell: act.tell, giveTo: act.give_to, raisePriority: act.raise_priority }),
    ] as const
  })
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length))
  return rows.map(([when, name, acts]) => `${when.padEnd(width(0))}  ${name.padEnd(width(1))}  ${acts}`)
}

function remedyLines({ remedies }: Decision, grants: readonly Grant[]): readonly string[] {
  return remedies.flatMap(({ clause, row, passed_over, allow, tell, up_to }) => [
    `${clause} row ${row}: ${allow.length > 0 ? allow.join(', ') : 'nothing'}${limitText(up_to)}${toldText(tell)}`,
    ...(passed_over.length === 0 ? [] : [`  ${sayPassedOver(row, passed_over)}`]),
    ...grants.flatMap(({ position, remedies: granted }) => {
      const authority = granted.find((remedy) => remedy.clause === clause)?.authority
      if (authority === undefined || authority === 'not asked' || authority.may.length === 0) return []
      const { clauses, may } = authority
      const byLimit = Map.groupBy(may, ({ up_to: most }) => limitText(most))
      const parts = [...byLimit].map(([limit, kinds]) => `${kinds.map(({ remedy }) => remedy).join(', ')}${limit}`)
      return [`  ${position} may grant ${parts.join('; ')} (${clauses.join(', ')})`]
    }),
  ])
}

function toldText(tell: readonly string[]): string {
  return tell.length === 0 ? '' : ` (${tell.join(', ')})`
}

function limitText(limit: RemedyAllowed['up_to']): string {
  return limit === null ? '' : `, up to ${formatMoney(limit)}`
}
