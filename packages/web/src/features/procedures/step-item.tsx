import type { StepLine, WalkedStepJson } from '@avow/contract'
import { Check, CircleDashed, CircleDot, CircleHelp, Clock, ClockAlert, Minus, SkipForward } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { useMoments } from '../people/me.tsx'

const SIGNS = {
  done: Check,
  skipped: SkipForward,
  overdue: ClockAlert,
  'left-out': Minus,
  now: CircleDot,
  waiting: Clock,
  unknown: CircleHelp,
  later: CircleDashed,
  'passed-by': Minus,
} as const

const PRESENT: ReadonlySet<string> = new Set(['now', 'waiting', 'unknown'])

interface StepItemProps {
  readonly walked: WalkedStepJson
  readonly line: StepLine
  readonly of: CharterWords
  /** What can be done with it. */
  readonly children?: ReactNode
}

/** One step: what is to be done, on what it depends, how it stands, and who settled it. */
export function StepItem({ walked, line, of, children }: StepItemProps) {
  const words = useWords()
  const { state, step, facts } = walked
  const Sign = SIGNS[state]
  const isPresent = PRESENT.has(state)
  const named = words.list(facts.map((fact) => of.fact(fact)))
  return (
    <li
      className={isPresent ? 'step present' : 'step'}
      data-state={state}
      value={step}
      {...(isPresent ? { 'aria-current': 'step' as const, tabIndex: -1 } : {})}
    >
      <Sign className={state === 'skipped' ? 'icon turns' : 'icon'} aria-hidden="true" />
      <div>
        <p>
          {line.does.map(({ label, text, language }) => (
            <span key={label ?? ''} className="act">
              {label !== undefined && <span className="quiet">{label}: </span>}
              <bdi lang={language}>{text}</bdi>
            </span>
          ))}
        </p>
        {line.only.length > 0 && state !== 'done' && (
          <p className="quiet small">
            <bdi>{words.list(line.only)}</bdi>
          </p>
        )}
        {state !== 'passed-by' && state !== 'later' && state !== 'done' && (
          <span className="state-word">{words.say(`step.state.${state}`)}</span>
        )}
        {state === 'done' && <span className="for-readers">{words.say('step.state.done')}</span>}
        {state === 'unknown' && <p className="small">{words.say('step.unknown-facts', { facts: named })}</p>}
        <Settlement walked={walked} of={of} />
        {children}
      </div>
    </li>
  )
}

/** Who settled it, when, why and with what; since when it is waited for. */
function Settlement({ walked: { settled, since, until }, of }: Pick<StepItemProps, 'walked' | 'of'>) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const near = (at: string) => moments.near(Date.parse(at), now)
  if (settled === null) {
    if (since === null) return null
    return (
      <>
        <p className="quiet small">{words.say('step.since', { when: near(since) })}</p>
        {until !== null && (
          <p className="quiet small">
            <time dateTime={until} title={moments.exact(Date.parse(until))}>
              {words.say('step.until', { when: near(until) })}
            </time>
          </p>
        )}
      </>
    )
  }
  const { at, by, reason, handed, how } = settled
  const named = [...Object.entries(handed?.facts ?? {}), ...Object.entries(handed?.words ?? {})]
  return (
    <>
      <p className="quiet small">
        <time dateTime={at} title={moments.exact(Date.parse(at))}>
          {by === null ? near(at) : words.say('step.by', { who: by.name, when: near(at) })}
        </time>
      </p>
      {how === 'overdue' && <p className="quiet small">{words.say('step.overdue-hint')}</p>}
      {reason !== null && reason !== '' && <p className="reason small">{words.say('step.because', { reason })}</p>}
      {named.length > 0 && (
        <dl className="handed small">
          {named.map(([field, value]) => (
            <div key={field}>
              <dt>{of.fact(field)}</dt>
              <dd>
                <bdi>{of.factValue(field, value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {handed?.to != null && <p className="quiet small">{words.say('step.gave-to', { who: handed.to.name })}</p>}
    </>
  )
}
