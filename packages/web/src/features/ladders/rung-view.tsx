import { type Ladder, stepWords } from '@avow/contract'
import { CircleCheck, CircleX } from 'lucide-react'
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
  const Icon = on_duty ? CircleCheck : CircleX
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
        <span className={`state ${on_duty ? 'kept' : 'broken'}`}>
          <Icon aria-hidden="true" />
          {words.say(on_duty ? 'ladder.on-duty' : 'ladder.off-duty')}
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
  const who = reaches.map(({ person: { name }, by_mail }) =>
    words.say(by_mail ? 'ladder.desk-mail' : 'ladder.desk', { name }),
  )
  return (
    <>
      <p>
        {words.say(`ladder.${how}`, {
          position: of.position(position),
          who: who.length === 0 ? words.say('nobody') : words.list(who),
        })}
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
              : words.say('ladder.away-deputy', {
                  ...{ name, deputy: deputy.name },
                  time: moments.full(Date.parse(until)),
                })}
          </p>
        ),
      )}
    </>
  )
}
