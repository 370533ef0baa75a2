import { type SkippedStep, stepLines } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { useMoments } from '../people/me.tsx'

/** One step that was skipped: what it was, why, on which ticket, who and when. */
export function SkippedItem({ skipped }: { readonly skipped: SkippedStep }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { of } = useCharter(skipped.charter ?? undefined)
  const { at, ticket, procedure, round, by, reason } = skipped
  const moment = Date.parse(at)
  const step = words.number(skipped.step)
  const [line] = skipped.words === null ? [] : stepLines({ rows: [skipped.words] }, { words, of })
  return (
    <li className="skipped-step">
      <p>
        <span className="mark ltr">{procedure}</span>{' '}
        <span className="quiet">
          {round === 1
            ? words.say('skipped.step', { step })
            : words.say('skipped.again', { step, round: words.number(round) })}
        </span>{' '}
        {line?.does.map(({ label, text, language }) => (
          <span key={label ?? ''}>
            {label !== undefined && <span className="quiet">{label}: </span>}
            <bdi lang={language}>{text}</bdi>{' '}
          </span>
        ))}
      </p>
      {reason === null ? (
        <p className="quiet">{words.say('skipped.erased')}</p>
      ) : (
        <p dir="auto">{words.say('step.because', { reason })}</p>
      )}
      <p className="skipped-about">
        {ticket === null ? (
          <span className="quiet">{words.say('skipped.ticket-gone')}</span>
        ) : (
          <Link to="/tickets/$view/$number" params={{ view: 'all', number: ticket.number }} className="one-line">
            {words.say('skipped.ticket', { number: String(ticket.number), subject: ticket.subject })}
          </Link>
        )}
        <time className="quiet" dateTime={at} title={moments.exact(moment)}>
          {by === null
            ? moments.near(moment, now)
            : words.say('step.by', { who: by.name, when: moments.near(moment, now) })}
        </time>
      </p>
    </li>
  )
}
