import type { Entry, Ticket } from '@avow/contract'
import type { Words } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { isReported } from '../law/is-reported.ts'
import { useMoments } from '../people/me.tsx'
import { stepEventWords } from '../procedures/step-event.ts'
import { remedyEventWords } from '../remedies/remedy-event.ts'

/** Something that happened, in a quiet line. */
export function EventLine({ entry, ticket }: { readonly entry: Entry; readonly ticket: Ticket }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { of } = useCharter(ticket.charter?.hash)
  const at = Date.parse(entry.at)
  return (
    <li className="event">
      <span>{eventWords(entry, words, of)}</span>
      <time dateTime={entry.at} title={moments.exact(at)}>
        {moments.near(at, now)}
      </time>
    </li>
  )
}

function eventWords(entry: Entry, words: Words, of: CharterWords): string {
  const { type, fields, text: reason } = entry
  if (type.startsWith('step.')) return stepEventWords(entry, words, of) ?? of.event(type)
  if (type.startsWith('remedy.')) return remedyEventWords(type, fields, reason, words) ?? of.event(type)
  const text = (name: string): string => {
    const value = fields[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  switch (type) {
    case 'ticket.created':
      return words.say('event.ticket.created', { channel: of.factValue('channel', text('channel')) })
    case 'ticket.assigned': {
      const who = text('to_name') === '' ? text('team') : text('to_name')
      if (text('reason') === 'away') {
        const absent = text('from_name') === '' ? words.say('nobody') : text('from_name')
        return who === ''
          ? words.say('event.ticket.unassigned-away', { absent })
          : words.say('event.ticket.assigned-away', { who, absent })
      }
      return who === '' ? words.say('event.ticket.unassigned') : words.say('event.ticket.assigned', { who })
    }
    case 'status.changed': {
      const whom = text('third_party')
      if (text('to') === 'on-hold' && whom !== '') return words.say('event.status.on-hold', { who: whom })
      const state = words.sayCode(`state.${text('to')}`) ?? text('to')
      return words.say('event.status.changed', { state })
    }
    case 'facts.changed':
      return words.say('event.facts.changed', { facts: factWords(fields['facts'], of, words) })
    case 'ticket.spam':
      return words.say(fields['undo'] === true ? 'event.ticket.not-spam' : 'event.ticket.spam')
    case 'ticket.rated':
      return words.say('event.ticket.rated', { score: text('score') })
    case 'ticket.escalated':
      return words.say('event.ticket.escalated', {
        clause: text('clause'),
        step: text('step'),
        commitment: of.promiseName(text('commitment').split('/')[0] ?? ''),
      })
    case 'mail.refused':
    case 'mail.given-up':
    case 'mail.bounced': {
      const how = type.slice('mail.'.length)
      return words.sayCode(text('kind') === 'forward' ? `event.forward.${how}` : `event.${type}`) ?? of.event(type)
    }
    case 'message.moved':
      return words.say('conversation.moved', { number: text('into_number') })
    case 'commitment.kept':
    case 'commitment.broken':
    case 'commitment.corrected':
      return words.say(`event.${type}`, { promise: of.promiseName(text('promise')) })
    case 'law.deemed-accepted':
    case 'law.compensation':
    case 'law.dispute-body':
    case 'law.letter-drafted':
    case 'law.limit-passed': {
      const row = text('row')
      const values = { promise: of.promiseName(text('promise')), row }
      return words.say(isReported(row) ? `event.${type}.reported` : `event.${type}`, values)
    }
    case 'law.done':
      return words.say(`event.${type}`, { promise: of.promiseName(text('promise')), row: text('row') })
    default: {
      const key = text('key')
      const name = of.event(type)
      return (
        words.sayCode(`event.${type}`) ?? words.say('event.declared', { event: key === '' ? name : `${name} ${key}` })
      )
    }
  }
}

function factWords(facts: unknown, of: CharterWords, words: Words): string {
  if (typeof facts !== 'object' || facts === null) return ''
  return words.list(Object.entries(facts).map(([name, value]) => `${of.fact(name)}: ${of.factValue(name, value)}`))
}
