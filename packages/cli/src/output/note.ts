/** A decision as a good clerk's note: the verdict first, then the reckoning. */
import {
  type Commitment,
  type CompiledCharter,
  type Decision,
  formatMoney,
  type StepDue,
  sayInstant,
  sayLength,
} from '@avow/core'
import type { Paint, Style } from '../io.ts'
import { isSpan, reckoningLines } from './reckoning-lines.ts'
import { sayWait } from './say-wait.ts'

export interface NoteOptions {
  readonly paint: Paint
  /** Show every line of a long reckoning. */
  readonly all: boolean
}

const MARKS: Readonly<Record<Commitment['state'], readonly [string, Style]>> = {
  kept: ['✓', 'green'],
  broken: ['✕', 'red'],
  running: ['●', 'yellow'],
  paused: ['⏸', 'magenta'],
  cancelled: ['–', 'dim'],
}

/** The note on one ticket. */
export function noteOn(charter: CompiledCharter, decision: Decision, options: NoteOptions): string {
  const { paint } = options
  const { id, version, hash } = decision.charter
  const edition = version === null ? `draft ${hash.slice(0, 8)}` : `version ${version}`
  const lines = [
    paint('bold', `Ticket ${decision.ticket}: ${decision.state}`),
    `By ${titleOf(charter) ?? id} (${id}, ${edition}), as of ${sayInstant(charter.zone, decision.at)}.`,
    `All times in ${charter.zone.name}.`,
  ]
  for (const commitment of decision.commitments)
    lines.push('', ...commitmentLines(charter, commitment, decision.at, options))
  if (decision.commitments.length === 0) lines.push('', 'Nothing is promised on this ticket.')
  lines.push(...section('Steps', stepLines(charter, decision.steps), paint))
  lines.push(...section('May be granted', remedyLines(decision), paint))
  if (decision.missing.length > 0) {
    lines.push(...section('Not known, and could change the answer', [decision.missing.join(', ')], paint))
  }
  const unevaluated = decision.unevaluated.map(
    ({ clause, code, text }) => `${clause === null ? '' : `${clause}: `}${text} (${code})`,
  )
  lines.push(...section('Could not be evaluated', unevaluated, paint))
  return `${lines.join('\n')}\n`
}

function section(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0 ? [] : ['', paint('bold', title), ...lines.map((line) => `  ${line}`)]
}

function commitmentLines(
  charter: CompiledCharter,
  commitment: Commitment,
  now: number,
  { paint, all }: NoteOptions,
): readonly string[] {
  const [mark, style] = MARKS[commitment.state]
  const name = commitment.run > 1 ? `${commitment.promise}, run ${commitment.run}` : commitment.promise
  const head = `${paint(style, `${mark} ${commitment.state.toUpperCase()}`)}  ${paint('bold', name)}  ${verdict(charter, commitment, now)}`
  const says = promiseText(charter, commitment)
  const { why } = commitment
  const spans = why.filter(isSpan)
  const table = reckoningLines(spans, charter.zone, commitment.fulfilled_at, all).map((line) => `    ${line}`)
  const firstSpan = why.findIndex(isSpan)
  const sentences = (reasons: typeof why) => reasons.filter((reason) => !isSpan(reason)).map(({ text }) => `  ${text}`)
  const before = firstSpan < 0 ? why : why.slice(0, firstSpan)
  const after = firstSpan < 0 ? [] : why.slice(firstSpan)
  // The last sentence is the verdict, which stands at the top already.
  return [
    head,
    ...(says === undefined ? [] : [paint('dim', `  ${says}`)]),
    ...sentences(before),
    ...table,
    ...sentences(after.filter(({ code }) => !VERDICTS.has(code))),
  ]
}

const VERDICTS: ReadonlySet<string> = new Set(['kept', 'broken', 'fulfilled-late', 'cancelled', 'running'])

function verdict(charter: CompiledCharter, commitment: Commitment, now: number): string {
  const { state, due, settled_at, fulfilled_at, left_ms, reason, unsure, put_off } = commitment
  const say = (instant: number | null) => (instant === null ? '' : sayInstant(charter.zone, instant))
  const beside = [unsure ? 'holidays are not known that far' : '', put_off ? 'put off' : ''].filter(Boolean)
  const note = beside.length > 0 ? ` (${beside.join(', ')})` : ''
  switch (state) {
    case 'kept':
      return `done ${say(fulfilled_at)}, due ${say(due)}${note}`
    case 'broken':
      if (due === null) return `broken ${say(settled_at)}${note}`
      return fulfilled_at === null
        ? `due ${say(due)}, not done ${sayWait(now - due)} later${note}`
        : `due ${say(due)}, done ${say(fulfilled_at)}, ${sayWait(fulfilled_at - due)} late${note}`
    case 'running':
      return due === null ? `no due time${note}` : `due ${say(due)}, in ${sayWait(due - now)}${note}`
    case 'paused':
      return `no due time while it waits${left_ms === null ? '' : `, ${sayLength(left_ms)} left`}${note}`
    case 'cancelled':
      return `on ${say(settled_at)}${reason === null ? '' : `: ${reason}`}${note}`
  }
}

/** What the customer is told, the row's target filled in. */
function promiseText({ document }: CompiledCharter, { promise, target }: Commitment): string | undefined {
  const clause = document.promises.find(({ id }) => id === promise)
  const text = clause?.says?.by.get('en') ?? clause?.says?.by.get(document.languages[0] ?? '')
  return text === undefined ? undefined : `“${text.replaceAll('{target}', target)}”`
}

function titleOf({ document }: CompiledCharter): string | undefined {
  const text = document.title?.by.get('en') ?? document.title?.by.get(document.languages[0] ?? '')
  return text === undefined ? undefined : `“${text}”`
}

function stepLines(charter: CompiledCharter, steps: readonly StepDue[]): readonly string[] {
  const rows = steps.map(({ clause, step, commitment, due, state, act }) => {
    const when = due === null ? 'while it waits, never' : sayInstant(charter.zone, due)
    const acts = [
      ...(act.tell.length > 0 ? [`tell ${act.tell.join(', ')}`] : []),
      ...(act.give_to === null ? [] : [`give to ${act.give_to}`]),
      ...(act.raise_priority ? ['raise the priority'] : []),
    ]
    return [
      state,
      when,
      `${clause} step ${step}${commitment === null ? '' : ` of ${commitment}`}`,
      acts.join('; '),
    ] as const
  })
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length))
  return rows.map(
    ([state, when, name, acts]) =>
      `${state.padEnd(width(0))}  ${when.padEnd(width(1))}  ${name.padEnd(width(2))}  ${acts}`,
  )
}

function remedyLines({ remedies }: Decision): readonly string[] {
  return remedies.map(({ clause, row, allow, up_to }) => {
    const limit = up_to === null ? '' : `, up to ${formatMoney(up_to)}`
    return `${clause} row ${row}: ${allow.length > 0 ? allow.join(', ') : 'nothing'}${limit}`
  })
}
