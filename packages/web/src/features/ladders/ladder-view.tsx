import type { Ladder } from '@avow/contract'
import { CircleCheck, CircleX } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'
import { momentsOf } from '../../time/moments.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { RungView } from './rung-view.tsx'

interface LadderViewProps {
  readonly ladder: Ladder
  readonly of: CharterWords
}

/** Where a ladder leads: what is to be mended first, then each step, then the way that the ticket takes. */
export function LadderView({ ladder, of }: LadderViewProps) {
  const words = useWords()
  const { clause, zone, facts, commitment, rungs, chain, dispute_body: body, troubles } = ladder
  const isFine = troubles.length === 0
  const Icon = isFine ? CircleCheck : CircleX
  const known = Object.entries(facts).filter(([, value]) => value !== null)
  const said = known.map(([name, value]) =>
    words.say('case.fact', { fact: of.fact(name), value: of.factValue(name, value) }),
  )
  const due = commitment?.due ?? null
  const outside = of.text(body)
  return (
    <>
      <p className={`state ${isFine ? 'kept' : 'broken'}`}>
        <Icon aria-hidden="true" />
        <strong>
          {!isFine
            ? words.say('ladder.mend', { count: troubles.length })
            : words.say(rungs.every(({ on_duty }) => on_duty) ? 'ladder.fine' : 'ladder.fine-end')}
        </strong>
      </p>
      {!isFine && (
        <ul className="ladder-troubles">
          {troubles.map(({ code, step, position }) => (
            <li key={`${code} ${step} ${position ?? ''}`}>
              {words.say(`ladder.trouble.${code}`, {
                step,
                position: position === null ? words.say('nobody') : of.position(position),
              })}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">
        {words.say('ladder.ticket', { facts: said.length === 0 ? words.say('ladder.any') : words.list(said) })}{' '}
        {commitment !== null &&
          due !== null &&
          words.say('ladder.due', {
            promise: commitment.promise,
            time: words.say('ladder.when', { time: momentsOf(words.locale, zone).full(Date.parse(due)), zone }),
          })}
      </p>
      <ol className="ladder" aria-label={words.say('ladder.steps', { clause })}>
        {rungs.map((rung) => (
          <RungView key={rung.step} rung={rung} of={of} />
        ))}
      </ol>
      <p>
        {chain.length === 0
          ? words.say('ladder.chain-none')
          : words.say('ladder.chain', { chain: chain.map((position) => of.position(position)).join(' → ') })}{' '}
        {chain.length > 0 && troubles.every(({ code }) => code !== 'goes-back') && words.say('ladder.no-circle')}
      </p>
      {outside !== undefined && <p lang={outside.language}>{words.say('ladder.outside', { body: outside.text })}</p>}
    </>
  )
}
