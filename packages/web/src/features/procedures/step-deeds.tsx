import type { CharterInForce, ClauseView, Ticket, WalkedStepJson } from '@avow/contract'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { FillIn } from './fill-in.tsx'
import { goToRemedies } from './go-to-remedies.page.ts'
import { HandOverForm } from './hand-over-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { type StepDeed, useStepDeed } from './use-step-deed.page.ts'

interface StepDeedsProps {
  readonly ticket: Ticket
  readonly clause: ClauseView
  readonly walked: WalkedStepJson
  readonly charter: CharterInForce | undefined
  readonly of: CharterWords
  readonly onDone: () => void
}

type Asked = 'skip' | 'decide' | 'hand-over'

/** What can be done with the present step: mark it as done, hand over, decide, approve; or skip it with a reason. */
export function StepDeeds({ ticket, clause, walked, charter, of, onDone }: StepDeedsProps) {
  const words = useWords()
  const [asked, ask] = useState<Asked>()
  const taking = useStepDeed(ticket.number, onDone)
  const { step, round, state, mine, facts } = walked
  const gives = clause.rows[step - 1]?.gives ?? {}
  const take = (deed: Pick<StepDeed, 'act'> & Partial<StepDeed>) =>
    taking.mutate({ procedure: clause.id, step, round, ...deed })
  const trouble = taking.error !== null && (
    <p className="band broken" role="alert">
      {troubleWords(taking.error, words)}
    </p>
  )
  if (asked === 'hand-over')
    return (
      <HandOverForm
        needs={walked.needs}
        of={of}
        isPending={taking.isPending}
        onSend={(fields) => take({ act: 'done', fields })}
        onBack={() => ask(undefined)}
      >
        {trouble}
      </HandOverForm>
    )
  if (asked !== undefined) {
    const isSkip = asked === 'skip'
    return (
      <ReasonForm
        label={words.say(isSkip ? 'step.skip-why' : 'step.decided-what')}
        set={words.say(isSkip ? 'step.skip-set' : 'step.decided-set')}
        isPending={taking.isPending}
        onSend={(reason) => take({ act: isSkip ? 'skipped' : 'done', reason })}
        onBack={() => ask(undefined)}
      >
        {trouble}
      </ReasonForm>
    )
  }
  const hint = hintOf(gives, charter, state, { words, of })
  return (
    <div className="step-deeds">
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      {!mine && (
        <p className="quiet small">{words.say('step.waits-for', { position: of.position(gives['approve'] ?? '') })}</p>
      )}
      {trouble}
      <div className="deeds">
        {state === 'unknown' ? (
          <FillIn ticket={ticket} charter={charter} facts={facts} />
        ) : (
          mine && (
            <MainDeed gives={gives} isPending={taking.isPending} onAsk={ask} onDone={() => take({ act: 'done' })} />
          )
        )}
        {mine && (
          <button type="button" className="button plain small" onClick={() => ask('skip')}>
            {words.say('step.skip')}
          </button>
        )}
      </div>
    </div>
  )
}

interface MainDeedProps {
  readonly gives: ClauseView['rows'][number]['gives']
  readonly isPending: boolean
  readonly onAsk: (asked: Asked) => void
  readonly onDone: () => void
}

function MainDeed({ gives, isPending, onAsk, onDone }: MainDeedProps) {
  const words = useWords()
  if ('decide' in gives)
    return (
      <>
        <button type="button" className="button small" onClick={goToRemedies}>
          {words.say('step.decide-open')}
        </button>
        <button type="button" className="button plain small" onClick={() => onAsk('decide')}>
          {words.say('step.decide-words')}
        </button>
      </>
    )
  if ('hand over' in gives)
    return (
      <button type="button" className="button small" onClick={() => onAsk('hand-over')}>
        {words.say('step.hand-over')}
      </button>
    )
  const label = 'approve' in gives ? 'step.approve' : 'wait' in gives ? 'step.end-wait' : 'step.do'
  return (
    <button type="button" className="button small" disabled={isPending} onClick={onDone}>
      {words.say(label)}
    </button>
  )
}

/** How the step comes to be done, where that is not plain. */
function hintOf(
  gives: ClauseView['rows'][number]['gives'],
  charter: CharterInForce | undefined,
  state: WalkedStepJson['state'],
  { words, of }: { readonly words: ReturnType<typeof useWords>; readonly of: CharterWords },
): string | undefined {
  if (state === 'unknown') return undefined
  if ('decide' in gives) return words.say('step.decide-hint')
  if ('send' in gives || 'automate' in gives) return words.say('step.by-hand')
  if (gives['wait'] === 'customer') return words.say('step.ends-with-message')
  const asked = gives['ask']
  const isFact = asked !== undefined && charter?.facts.some(({ name }) => name === asked) === true
  return isFact ? words.say('step.ask-fact', { fact: of.fact(asked) }) : undefined
}
