/** A history for looking at a report: weeks of tickets, some broken in every way, some by people who mean harm. */

const HOUR = 3_600_000
const MONDAY = Date.parse('2026-09-07T08:00:00Z')

export const HOSTILE =
  '</script><script>document.title="hacked"</script>\u202e<img src=x onerror="document.title=\'hacked\'">'

type Event = Readonly<Record<string, unknown>>

/** JSON lines for the retailer's charter, always the same. */
export function reportHistory(): string {
  const events: Event[] = []
  for (let number = 0; number < 160; number++) {
    const start = MONDAY + Math.floor(number / 4) * 24 * HOUR + (number % 4) * HOUR
    const ticket = number === 100 ? HOSTILE : number === 101 ? 'طلب ١٠١' : `R-${1000 + number}`
    events.push(...ticketEvents(ticket, number, start))
  }
  return events.map((event) => JSON.stringify(event)).join('\n')
}

function ticketEvents(ticket: string, number: number, start: number): readonly Event[] {
  const at = (hours: number) => new Date(start + hours * HOUR).toISOString()
  const channel = ['email', 'chat', 'phone', 'form'][number % 4] ?? 'email'
  const reason = number === 100 ? HOSTILE : (['damaged', 'late', 'question'][number % 3] ?? 'other')
  // Every seventh is answered far too late, the hostile one never.
  const answer =
    number % 7 === 3 ? 30 + number : channel === 'email' || channel === 'form' ? 1 + (number % 3) / 2 : 0.02
  const created = {
    ticket,
    type: 'ticket.created',
    at: at(0),
    facts: { channel, reason, tier: ['standard', 'silver', 'gold'][number % 3] },
  }
  if (number === 100) return [created]
  return [
    created,
    { ticket, type: 'ticket.assigned', at: at(answer / 3), to: 'anna', team: 'shop' },
    ...(number % 5 === 0 ? [{ ticket, type: 'ticket.assigned', at: at(answer / 2), to: 'bo', team: 'workshop' }] : []),
    { ticket, type: 'message.sent', at: at(answer) },
    ...(number % 6 === 0
      ? [
          { ticket, type: 'status.changed', at: at(answer + 0.1), to: 'waiting-for-customer' },
          { ticket, type: 'message.received', at: at(answer + 30) },
          { ticket, type: 'message.sent', at: at(answer + 31) },
        ]
      : []),
    ...(number % 11 === 5 ? [{ ticket, type: 'ticket.spam', at: at(answer + 32) }] : []),
    { ticket, type: 'status.changed', at: at(answer + 40 + (number % 9) * 24), to: 'solved' },
    ...(number % 10 === 1
      ? [
          { ticket, type: 'message.received', at: at(answer + 400) },
          { ticket, type: 'message.sent', at: at(answer + 420) },
          { ticket, type: 'status.changed', at: at(answer + 421), to: 'solved' },
        ]
      : []),
  ]
}
