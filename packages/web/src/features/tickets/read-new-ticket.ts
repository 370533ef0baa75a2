import type { FactValue } from '../charters/fact-values.ts'

/** The form of a new ticket as the API takes it. A letter's stamp is a date: its noon, UTC, is within that day anywhere. */
export function readNewTicket(form: FormData, facts: Readonly<Record<string, FactValue>>) {
  const text = (name: string): string => String(form.get(name) ?? '').trim()
  const given = <Name extends string>(name: Name, value: string) =>
    value === '' ? {} : ({ [name]: value } as Record<Name, string>)
  const received = text('received')
  return {
    channel: text('channel'),
    customer: {
      name: text('name'),
      ...given('email', text('email')),
      ...given('phone', text('phone')),
      ...given('language', text('language')),
    },
    subject: text('subject'),
    text: text('text'),
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)),
    ...given('received_at', received === '' ? '' : stampOf(received)),
  }
}

/** Not in the future: today's letter came in by now. */
function stampOf(date: string): string {
  return new Date(Math.min(Date.parse(`${date}T12:00:00Z`), Date.now())).toISOString()
}
