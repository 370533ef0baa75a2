import { type Ladder, stepWords } from '@avow/contract'
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'
import { momentsOf } from '../../time/moments.ts'
import type { CharterWords } from '../charters/charter-words.ts'

type Rung = Ladder['rungs'][number]
type Addressee = Rung['addressees'][number]

/** A step of a ladder: when it comes, whether somebody is on duty then, and whom it reaches. */
export function RungView({ rung, of }: { readonly rung: Rung; readonly of: CharterWords }) {
  const words = useWords()
  const { step, time, due, zone, is_open, raises_priority, addressees, on_duty, is_last } = rung
  const moments = momentsOf(words.locale, zone)
  const acts = addressees.flatMap(({ position, how }) => [how === 'told' ? 'tell' : 'give-to', position])
  const does = stepWords([time, ...acts, ...(raises_priority ? ['raise-priority', ''] : [])], { words, of })
  // That nobody has a ticket is no fault of the ladder.
  const isUnassigned = !on_duty && addressees.length > 0 && addressees.every(({ position }) => position === 'assignee')
  const Icon = on_duty ? CircleCheck : isUnassigned ? CircleDashed : CircleX
  const state = on_duty ? 'kept' : isUnassigned ? 'quiet' : 'broken'
  return (
    <li>
      <p>
        <strong>{words.say('ladder.step', { step })}</strong>{' '}
        {is_last && <span className="mark">{words.say('ladder.last')}</span>} <span>{does}</span>
      </p>
      <p>
        {due === null ? (
          words.say('ladder.never')
        ) : (
          <time dateTime={due}>{words.say('ladder.when', { time: moments.full(Date.parse(due)), zone })}</time>
        )}{' '}
        <span className={`state ${state}`}>
          <Icon aria-hidden="true" />
          {words.say(on_duty ? 'ladder.on-duty' : isUnassigned ? 'ladder.unassigned' : 'ladder.off-duty')}
        </span>
      </p>
      {due !== null && !is_open && <p className="quiet">{words.say('ladder.closed')}</p>}
      {addressees.map((one) => (
        <AddresseeView key={`${one.how} ${one.position}`} addressee={one} of={of} zone={zone} />
      ))}
    </li>
  )
}

interface AddresseeViewProps {
  readonly addressee: Addressee
  readonly of: CharterWords
  readonly zone: string
}

function AddresseeView({ addressee, of, zone }: AddresseeViewProps) {
  const words = useWords()
  const moments = momentsOf(words.locale, zone)
  const { position, how, holders, instead, reaches } = addressee
  const namesOf = (those: Addressee['reaches']) => words.list(those.map(({ person: { name } }) => name))
  const mailed = reaches.filter(({ by_mail }) => by_mail)
  return (
    <>
      <p>
        {words.say(`ladder.${how}`, {
          position: of.position(position),
          who: reaches.length === 0 ? words.say('nobody') : namesOf(reaches),
        })}
        {mailed.length > 0 && <span className="quiet"> {words.say('ladder.mailed', { who: namesOf(mailed) })}</span>}
      </p>
      {instead !== null && (
        <p className="quiet">
          {words.say('ladder.instead', { position: of.position(position), instead: of.position(instead) })}
        </p>
      )}
      {holders.map(({ person: { id, name }, away_until: until, deputy }) =>
        until === null ? null : (
          <p key={id} className="quiet">
            {deputy === null
              ? words.say('ladder.away', { name, time: moments.full(Date.parse(until)) })
              : words.say(position === 'assignee' ? 'ladder.away-deputy' : 'ladder.away-tickets', {
                  ...{ name, deputy: deputy.name },
                  time: moments.full(Date.parse(until)),
                })}
          </p>
        ),
      )}
    </>
  )
}
