import type { Entry } from '@avow/contract'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMoments } from '../people/me.tsx'
import { authorOf } from './message.tsx'
import type { Told } from './thread.ts'

/** This message, the whole conversation, or those that are ticked. */
export type Extent = 'one' | 'all' | 'some'

/** Characters of a message, by which somebody knows it. */
const MOST_SHOWN = 120

interface ForwardWhatProps {
  /** The message that is meant at first. */
  readonly entry: Entry
  /** Those that can be forwarded, the first first. */
  readonly told: readonly Told[]
  /** How many the whole conversation comes to. */
  readonly whole: number
  readonly extent: Extent
  /** Ids of those that are ticked. */
  readonly picked: readonly string[]
  readonly onExtent: (extent: Extent) => void
  readonly onPick: (picked: readonly string[]) => void
}

/** Which messages are forwarded. */
export function ForwardWhat({ entry, told, whole, extent, picked, onExtent, onPick }: ForwardWhatProps) {
  const words = useWords()
  const choosing = (one: Extent) => ({ isChosen: extent === one, onChoose: () => onExtent(one) })
  return (
    <fieldset className="what">
      <legend>{words.say('forward.what')}</legend>
      <Choice {...choosing('one')}>
        {words.say('forward.message')}{' '}
        <bdi className="quiet" dir="auto">
          {beginning(entry)}
        </bdi>
      </Choice>
      <Choice {...choosing('all')} isOff={whole === 0}>
        {words.say('forward.whole', { count: whole })}
      </Choice>
      {told.length > 1 && <Choice {...choosing('some')}>{words.say('forward.some')}</Choice>}
      {extent === 'some' && <Messages told={told} picked={picked} onPick={onPick} />}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly isChosen: boolean
  readonly isOff?: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

function Choice({ isChosen, isOff = false, onChoose, children }: ChoiceProps) {
  return (
    <label className="check">
      <input type="radio" name="what" checked={isChosen} disabled={isOff} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}

function Messages({ told, picked, onPick }: Pick<ForwardWhatProps, 'told' | 'picked' | 'onPick'>) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  return (
    <fieldset className="picked" aria-label={words.say('forward.some')}>
      {told.map(({ entry, ticket }) => (
        <label key={entry.id} className="check">
          <input
            type="checkbox"
            checked={picked.includes(entry.id)}
            onChange={() =>
              onPick(picked.includes(entry.id) ? picked.filter((id) => id !== entry.id) : [...picked, entry.id])
            }
          />
          <span>
            <bdi>{authorOf(entry, ticket, words)}</bdi>{' '}
            <time className="quiet" dateTime={entry.at}>
              {moments.near(Date.parse(entry.at), now)}
            </time>{' '}
            <bdi className="quiet" dir="auto">
              {beginning(entry)}
            </bdi>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function beginning({ text }: Entry): string {
  return [...(text ?? '')].slice(0, MOST_SHOWN).join('')
}
