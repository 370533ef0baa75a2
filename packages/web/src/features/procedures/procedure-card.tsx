import { type ProcedureOnTicket, stepLines, type Ticket } from '@avow/contract'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useMay } from '../people/me.tsx'
import { FillIn } from './fill-in.tsx'
import { foldedSteps } from './folded-steps.ts'
import { StepDeeds } from './step-deeds.tsx'
import { StepItem } from './step-item.tsx'

interface ProcedureCardProps {
  readonly ticket: Ticket
  readonly procedure: ProcedureOnTicket
}

/** One procedure: its sentence, what is settled, the step at which it stands with what can be done there, and what may come. */
export function ProcedureCard({ ticket, procedure }: ProcedureCardProps) {
  const words = useWords()
  const { charter, of } = useCharter(ticket.charter?.hash)
  const mayWrite = useMay('tickets.write')
  const card = useRef<HTMLElement>(null)
  const { clause, applies, facts, is_over, steps } = procedure
  const lines = stepLines(clause, { words, of })
  const says = of.text(clause.says)
  const isOpen = applies !== 'no-longer' && mayWrite && ticket.merged_into === null
  const follow = useFollowing(card, steps)
  const { folded, shown, past } = foldedSteps(steps)
  const items = (some: typeof steps) =>
    some.map((walked) => {
      const line = lines[walked.step - 1]
      if (line === undefined) return null
      return (
        <StepItem key={`${walked.step}/${walked.round}`} walked={walked} line={line} of={of}>
          {isOpen && isPresent(walked.state) && (
            <StepDeeds
              key={`${walked.step}/${walked.round}/${walked.state}`}
              ticket={ticket}
              clause={clause}
              walked={walked}
              charter={charter}
              of={of}
              onDone={follow}
            />
          )}
        </StepItem>
      )
    })
  return (
    <article className="procedure" ref={card} tabIndex={-1} aria-label={says?.text ?? clause.id}>
      <h3>
        <span className="mark ltr">{clause.id}</span>{' '}
        {says !== undefined && (
          <span dir="auto" lang={says.language}>
            {says.text}
          </span>
        )}
      </h3>
      {applies === 'perhaps' && (
        <FillIn ticket={ticket} charter={charter} facts={facts}>
          {words.say('procedures.perhaps', { facts: words.list(facts.map((fact) => of.fact(fact))) })}
        </FillIn>
      )}
      {applies === 'no-longer' && <p className="quiet">{words.say('procedures.no-longer')}</p>}
      {folded.length > 0 && (
        <details>
          <summary className="unfold">{words.say('procedures.settled', { count: folded.length })}</summary>
          <ol className="walk">{items(folded)}</ol>
        </details>
      )}
      {applies !== 'perhaps' && <ol className="walk">{items(shown)}</ol>}
      {past.length > 0 && (
        <details>
          <summary className="unfold">{words.say('procedures.passed-by')}</summary>
          <ol className="walk">{items(past)}</ol>
        </details>
      )}
      {is_over && <p className="quiet">{words.say('procedures.over')}</p>}
    </article>
  )
}

function isPresent(state: string): boolean {
  return state === 'now' || state === 'waiting' || state === 'unknown'
}

/** A step that is settled takes its button with it: the focus goes where the procedure stands then. Answers what to call before. */
function useFollowing(card: RefObject<HTMLElement | null>, steps: ProcedureOnTicket['steps']): () => void {
  const isFollowed = useRef(false)
  const at = steps.find(({ state }) => isPresent(state))
  const place = at === undefined ? 'over' : `${at.step}/${at.round}/${at.state}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the place that was left
  useLayoutEffect(() => {
    if (!isFollowed.current) return
    isFollowed.current = false
    const present = card.current?.querySelector<HTMLElement>('.present') ?? card.current
    present?.focus()
  }, [place])
  return () => {
    isFollowed.current = true
  }
}
