import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMoments } from '../people/me.tsx'
import { authorOf, placeOf } from './message.tsx'
import { openQuestions } from './open-questions.ts'
import type { Told } from './thread.ts'
import { digestOf, LONG_THREAD } from './thread-digest.ts'
import './thread-digest.css'

/** A long conversation in short: who wrote when, and what the customer asked since our last answer. Each line leads to its message. */
export function ThreadDigest({ thread }: { readonly thread: readonly Told[] }) {
  const words = useWords()
  const lines = digestOf(thread)
  if (lines.length < LONG_THREAD) return null
  const open = openQuestions(thread)
  return (
    <details className="digest">
      <summary>
        <span>{words.say('digest.title', { count: lines.length })}</span>
        {open.length > 0 && <span className="mark">{words.say('digest.open-count', { count: open.length })}</span>}
      </summary>
      <div className="inside">
        <h3>{words.say('digest.open')}</h3>
        <p className="quiet">{words.say(open.length === 0 ? 'digest.none-open' : 'digest.open-hint')}</p>
        {open.length > 0 && (
          <ol aria-label={words.say('digest.open')}>
            {open.map(({ text, ...told }) => (
              <Line key={`${told.entry.id} ${text}`} told={told} text={text} />
            ))}
          </ol>
        )}
        <h3>{words.say('digest.who')}</h3>
        <ol aria-label={words.say('digest.who')}>
          {lines.map(({ first, ...told }) => (
            <Line key={told.entry.id} told={told} text={first} />
          ))}
        </ol>
      </div>
    </details>
  )
}

function Line({ told: { entry, ticket }, text }: { readonly told: Told; readonly text: string }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const at = Date.parse(entry.at)
  const place = placeOf(entry, ticket)
  const isAside = entry.type !== 'message.received' && entry.type !== 'message.sent'
  return (
    <li>
      <a
        href={`#${place}`}
        onClick={(event) => {
          event.preventDefault()
          const message = document.getElementById(place)
          message?.scrollIntoView({ block: 'start' })
          message?.focus({ preventScroll: true })
        }}
      >
        <span className="by">
          <bdi>{authorOf(entry, ticket, words)}</bdi>
          {isAside && <span className="mark">{words.say('digest.aside')}</span>}
          <time className="quiet" dateTime={entry.at} title={moments.exact(at)}>
            {moments.near(at, now)}
          </time>
        </span>
        <span className="line" dir="auto" lang={entry.language ?? undefined}>
          {withoutTurning(text)}
        </span>
      </a>
    </li>
  )
}
