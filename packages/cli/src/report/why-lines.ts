/** The why of a commitment, line by line, in words of the reader's language (core gives codes and data). */
import { type CompiledCharter, type CompiledPromise, type Duration, type Reason, rowsUnder } from '@avow/core'
import { rowConditions } from './conditions.ts'
import { isReopened, type LedgerEntry } from './gather.ts'
import { type Html, html, joined, theirId } from './html.ts'
import type { MessageKey } from './messages/en.ts'
import type { Tongue } from './tongue.ts'
import { eventName, type View } from './view.ts'

/** So many spans of a reckoning are shown at its start and at its end; those between are told in one line. */
const SPANS_SHOWN = 5

type Line = Reason | { readonly folded: number; readonly counted: number }

/** The lines as a list. */
export function whyLines({ both, input }: View, entry: LedgerEntry): Html {
  const promise = input.charter.promises[entry.promise]
  if (promise === undefined) return html``
  const lines = folded(entry.why).map((line) => {
    const write = (t: Tongue) =>
      'folded' in line
        ? t.say('why.folded', { count: line.folded, length: t.exactLength(line.counted) })
        : whyLine(input.charter, promise, entry, line, t)
    return html`<li${('folded' in line || isSpan(line)) && html` class="span"`}>${both(write)}</li>`
  })
  return html`<ol class="why">${joined(lines)}</ol>`
}

const SPANS: ReadonlySet<Reason['code']> = new Set(['counted', 'closed', 'paused', 'more'])

function isSpan({ code, to }: Reason): boolean {
  return to !== null && SPANS.has(code)
}

/** How many spans a line tells of: `more` stands for several. */
function spansIn({ code, data }: Reason): number {
  return code === 'more' ? Number(data['spans']) : 1
}

function folded(lines: readonly Reason[]): readonly Line[] {
  const spans = lines.filter(isSpan)
  const hidden = new Set(spans.slice(SPANS_SHOWN, -SPANS_SHOWN))
  if (hidden.size < 2) return lines
  const fold: Line = {
    folded: [...hidden].reduce((sum, line) => sum + spansIn(line), 0),
    counted: [...hidden].reduce((sum, { counted_ms }) => sum + (counted_ms ?? 0), 0),
  }
  return lines.flatMap((line): readonly Line[] =>
    !hidden.has(line) ? [line] : line === spans[SPANS_SHOWN] ? [fold] : [],
  )
}

const NOTED = {
  'row-fixed': 'why.row-fixed',
  'row-kept': 'why.row-kept',
  told: 'why.told',
  'put-off': 'why.put-off',
  reopened: 'why.reopened',
  'reopened-late': 'why.reopened-late',
  'reopening-undone': 'why.reopening-undone',
  'silent-solve': 'why.silent-solve',
} as const satisfies Partial<Record<Reason['code'], MessageKey>>

function whyLine(
  charter: CompiledCharter,
  promise: CompiledPromise,
  entry: LedgerEntry,
  reason: Reason,
  tongue: Tongue,
): Html {
  const { from, to, data } = reason
  const rows = rowsUnder(promise, entry.amendedBy ?? undefined)
  const row = rows[entry.row - 1]
  const target = row === undefined ? html`` : tongue.target(row.target)
  const time = (instant: number | null) => (instant === null ? html`–` : tongue.instant(instant))
  const span = (start: number | null, end: number | null) => tongue.span(start ?? 0, end ?? 0)
  const length = (ms: number | null) => tongue.exactLength(ms ?? 0)
  switch (reason.code) {
    case 'started':
      return started(charter, promise, entry, tongue, time(from))
    case 'row': {
      const number = Number(data['row'])
      const written = rows[number - 1]
      const promised = written === undefined ? target : tongue.target(written.target)
      if (promise.clause.rows.length === 1) return tongue.say('why.row-only', { target: promised })
      return tongue.say('why.row', {
        row: number,
        when: rowConditions(charter, promise, number - 1, tongue),
        target: promised,
      })
    }
    case 'amended': {
      const usual = promise.clause.rows[entry.row - 1]?.target
      return tongue.say('why.amended', {
        crisis: theirId(String(data['crisis'])),
        target,
        usual: usual === undefined ? html`–` : tongue.target(usual),
      })
    }
    case 'target':
      return tongue.say('why.target', { time: time(from) })
    case 'settled-first': {
      const first = entry.why.find(({ code }) => code === 'settled-first')
      return tongue.say(reason === first ? 'why.settled-first' : 'why.settled-again', { time: time(from) })
    }
    case 'counted':
      return tongue.say('why.counted', { span: span(from, to), length: length(reason.counted_ms) })
    case 'closed':
      return tongue.say('why.closed', { span: span(from, to) })
    case 'paused':
      return from === null ? tongue.say('why.paused-now') : tongue.say('why.paused', { span: span(from, to) })
    case 'sum':
      return tongue.say('why.sum', { counted: length(reason.counted_ms), target })
    case 'dates':
      return dates(row?.target, target, reason, tongue)
    case 'row-changed': {
      const changed = rows[Number(data['row']) - 1]
      if (changed === undefined) return tongue.say('why.no-row', { time: time(from) })
      const values = { time: time(from), target: tongue.target(changed.target) }
      if (promise.clause.rows.length === 1) return tongue.say('why.row-changed-only', values)
      return tongue.say('why.row-changed', { ...values, row: Number(data['row']) })
    }
    case 'rows-passed-over':
      return tongue.say('why.rows-passed-over', {
        count: Number(data['count']),
        rows: tongue.list(
          String(data['rows'])
            .split(', ')
            .map((row) => html`${row}`),
        ),
        row: Number(data['row']),
      })
    case 'more':
      return tongue.say('why.folded', { count: spansIn(reason), length: length(reason.counted_ms) })
    case 'pause-not-counted':
      return tongue.say(data['what'] === 'on-hold' ? 'why.on-hold-not-counted' : 'why.pause-not-counted', {
        time: time(from),
      })
    case 'row-fixed':
    case 'row-kept':
    case 'told':
    case 'put-off':
    case 'reopened':
    case 'reopened-late':
    case 'reopening-undone':
    case 'silent-solve':
      return tongue.say(NOTED[reason.code], { time: time(from) })
    case 'kept':
      return tongue.say('why.kept', { done: time(from), due: time(entry.due) })
    case 'broken':
      return tongue.say(isReopened(entry) ? 'why.broken-again' : 'why.broken', { due: time(from) })
    case 'fulfilled-late':
      return tongue.say(isReopened(entry) ? 'why.fulfilled-last' : 'why.fulfilled-late', {
        due: time(from),
        done: time(to),
        length: tongue.wall((to ?? 0) - (from ?? 0)),
      })
    case 'cancelled':
      return tongue.say('why.cancelled', { time: time(from), reason: String(data['reason']) })
    case 'running':
      return tongue.say('why.running', { due: time(from) })
    case 'unsure':
      return tongue.say('why.unsure', { problem: String(data['problem']) })
  }
}

function started(
  charter: CompiledCharter,
  { clock }: CompiledPromise,
  { key }: LedgerEntry,
  tongue: Tongue,
  time: Html,
): Html {
  if (clock.kind !== 'declared') return tongue.say(`why.started.${clock.kind}`, { time })
  const values = {
    time,
    from: eventName(charter, clock.from, tongue),
    until: eventName(charter, clock.until, tongue),
  }
  return key === '' ? tongue.say('why.started.declared', values) : tongue.say('why.started.keyed', { ...values, key })
}

function dates(duration: Duration | undefined, target: Html, { from, to, data }: Reason, tongue: Tongue): Html {
  const date = tongue.dateOf(from ?? 0)
  if (duration?.kind === 'working-days')
    return tongue.say('why.working-days', { target, date, time: tongue.instant(to ?? 0) })
  const values = { target, date, last: tongue.dateOf((to ?? 1) - 1) }
  const moved = Number(data['moved'] ?? 0)
  return moved > 0 ? tongue.say('why.dates-moved', { ...values, count: moved }) : tongue.say('why.dates', values)
}
