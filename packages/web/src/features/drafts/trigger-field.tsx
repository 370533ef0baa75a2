import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import type { Fields } from './charter-data.ts'
import { useStudio } from './studio-context.tsx'
import { type Trigger, triggerEdits, triggerOf } from './trigger-form.ts'

/** What happens to every ticket, of which an escalation may hear. */
const LOG_EVENTS = [
  'ticket.created',
  'message.received',
  'message.sent',
  'ticket.reopened',
  'ticket.assigned',
  'status.changed',
  'facts.changed',
] as const

/** What an escalation waits for: a promise that nears its end, an event, or a condition that comes true. */
export function TriggerField({ path, clause }: { readonly path: EditPath; readonly clause: Fields }) {
  const { promises, events, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const trigger = triggerOf(clause)
  const eventName = (name: string): string => words.sayCode(`studio.log.${name}`) ?? of.event(name)
  const known: readonly Trigger[] = [
    ...promises.map((promise) => ({ kind: 'for', promise }) as const),
    { kind: 'when' },
    ...[...events, ...LOG_EVENTS].map((event) => ({ kind: 'on', event }) as const),
  ]
  const all = known.some((one) => valueOf(one) === valueOf(trigger)) ? known : [trigger, ...known]
  const say = (one: Trigger): string =>
    one.kind === 'for'
      ? words.say('studio.escalation.for', { promise: one.promise })
      : one.kind === 'on'
        ? words.say('studio.escalation.on', { event: eventName(one.event) })
        : words.say('studio.escalation.when')
  return (
    <select
      className="typed"
      aria-label={words.say('studio.escalation.trigger')}
      value={valueOf(trigger)}
      disabled={!mayWrite}
      onChange={({ currentTarget }) => {
        const next = all.find((one) => valueOf(one) === currentTarget.value)
        if (next !== undefined) edit(triggerEdits(clause, path, next))
      }}
    >
      {all.map((one) => (
        <option key={valueOf(one)} value={valueOf(one)}>
          {say(one)}
        </option>
      ))}
    </select>
  )
}

function valueOf(trigger: Trigger): string {
  return trigger.kind === 'for' ? `for ${trigger.promise}` : trigger.kind === 'on' ? `on ${trigger.event}` : 'when'
}
