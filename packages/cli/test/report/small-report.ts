/** Small reports for tests, from a charter and events written as one would write them. */
import { ColumnsBuilder, compileDraft, readCharter, readEvent } from '@avow/core'
import type { ReportInput } from '../../src/report/index.ts'

const HEAD = `avow: 1
charter: test
languages: [en, ar]
zone: Europe/Warsaw
title: { en: How we serve you, ar: كيف نخدمكم }
facts:
  channel: { one of: [email, chat, phone], says: { en: Channel, ar: القناة }, values say: { chat: { en: chat, ar: الدردشة } } }
  tier: { in order: [free, silver, gold] }
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, says: { en: office hours, ar: ساعات العمل } }
events: { repair.booked: {}, repair.done: {} }
`

export const PROMISES = `promises:
  - id: P1
    audience: public
    clock: first-response
    says: { en: "A person answers you within {target}.", ar: "يرد عليكم موظف خلال {target}." }
    because: { en: Waiting is dull., ar: الانتظار ممل. }
    measured: [each, share: 95% a month, mean: "<= 60 min a month"]
    table: [{ channel: chat, target: 30 min of office }, { channel: [email, phone], tier: gold, target: 1 h of office }, { target: 2 h of office }]
  - id: P2
    audience: public
    clock: resolution
    says: { en: "Your matter is settled within {target}." }
    pauses: [waiting-for-customer]
    table: [{ target: 3 working days of office }]
  - id: P3
    audience: staff
    clock: { from: repair.booked, until: repair.done }
    table: [{ target: 14 days }]
`

/** An event as a line of a history. */
export type Line = Readonly<Record<string, unknown>>

/** What a report is made from. The instant of the backtest is `now`; the report is made a day later. */
export function smallInput(lines: readonly Line[], now: string, promises = PROMISES, head = HEAD): ReportInput {
  const { document, data, findings } = readCharter(`${head}${promises}`)
  if (document === undefined) throw new Error(findings.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  const at = Date.parse(now)
  const charter = compileDraft({ document, data }, { asOf: at, zoneData: 'test' })
  const builder = new ColumnsBuilder([...document.events.keys()])
  for (const line of lines) {
    const { event, problems } = readEvent(line)
    if (event === undefined) throw new Error(problems.map(({ message }) => message).join())
    builder.add(event)
  }
  const account = { files: ['history.jsonl'], read: lines.length, used: lines.length, skipped: [] }
  return { charter, columns: builder.finish(), account, now: at, madeAt: at + 86_400_000 }
}

/** A ticket answered so many minutes after Monday 21 December 2026, 9:00 in Warsaw; never where null. */
export function answered(
  ticket: string,
  minutes: number | null,
  facts: Readonly<Record<string, string>> = { channel: 'email' },
): readonly Line[] {
  const start = Date.parse('2026-12-21T08:00:00Z')
  const created = { ticket, type: 'ticket.created', at: new Date(start).toISOString(), facts }
  return minutes === null
    ? [created]
    : [created, { ticket, type: 'message.sent', at: new Date(start + minutes * 60_000).toISOString() }]
}
