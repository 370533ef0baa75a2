import type { Ticket } from '@avow/contract'
import { lengthsOf } from '../../messages/lengths.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { DAY } from '../../time/lengths.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { useMoments } from '../people/me.tsx'

type Step = Ticket['steps'][number]

/** So many are read; the rest comes up as these are done. */
const MOST = 4

/** Steps of the escalation that are ahead: who is told, and when. */
export function Steps({ steps, of }: { readonly steps: readonly Step[]; readonly of: CharterWords }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const ahead = steps
    .filter(({ state }) => state === 'ahead')
    .sort((a, b) => Date.parse(a.due ?? '9999') - Date.parse(b.due ?? '9999'))
    .slice(0, MOST)
  if (ahead.length === 0) return null
  const when = (due: string | null) => {
    if (due === null) return words.say('policy.step-paused')
    const at = Date.parse(due)
    return at - now < DAY ? words.say('policy.in', { length: lengthsOf(words).wall(at - now) }) : moments.near(at, now)
  }
  const what = ({ act }: Step) =>
    words.list([
      ...act.tell.map((who) => words.say('policy.step-tell', { who: of.position(who) })),
      ...(act.give_to === null ? [] : [words.say('policy.step-give', { who: of.position(act.give_to) })]),
      ...(act.raise_priority ? [words.say('policy.step-priority')] : []),
    ])
  return (
    <div className="steps">
      <h3>{words.say('policy.steps')}</h3>
      <ul>
        {ahead.map((step) => (
          <li key={`${step.clause} ${step.step} ${step.commitment}`}>
            <span>{what(step)}</span>
            <time
              className="quiet"
              dateTime={step.due ?? undefined}
              title={step.due === null ? undefined : moments.exact(Date.parse(step.due))}
            >
              {when(step.due)}
            </time>
          </li>
        ))}
      </ul>
    </div>
  )
}
