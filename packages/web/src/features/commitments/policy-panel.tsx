import type { Ticket } from '@avow/contract'
import { useState } from 'react'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { Clauses } from './clauses.tsx'
import { CommitmentCard } from './commitment-card.tsx'
import { MissingFacts } from './missing-facts.tsx'
import { inOrderOfNeed, isOver, standingOf } from './standing.ts'
import { Steps } from './steps.tsx'
import './policy-panel.css'

/** What was promised on this ticket, how each promise stands, and why; what comes next, and what is not yet known. */
export function PolicyPanel({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const now = useNow()
  const { charter, of } = useCharter(ticket.charter?.hash)
  const [isFirstOpen, openFirst] = useState(false)
  useShortcuts({ w: () => openFirst(!isFirstOpen) })
  const all = inOrderOfNeed(ticket.commitments, now)
  const pressing = all.filter((one) => !isOver(one))
  const settled = all.filter(isOver)
  const broken = settled.filter((one) => standingOf(one, now) === 'broken').length
  return (
    <section className="policy">
      <h2>
        {words.say('policy.title')}
        {ticket.charter !== null && (
          <span className="quiet version">
            {words.say('policy.charter', { version: words.number(ticket.charter.version) })}
          </span>
        )}
      </h2>
      {ticket.charter === null && (
        <p className="quiet">{words.say(ticket.is_imported ? 'policy.imported' : 'policy.no-charter')}</p>
      )}
      {ticket.charter !== null && all.length === 0 && (
        <div className="quiet">
          <p>{words.say('policy.none')}</p>
          <p>{words.say('policy.none-hint')}</p>
        </div>
      )}
      <ol>
        {pressing.map((one, at) => (
          <CommitmentCard
            key={`${one.promise}/${one.run}`}
            commitment={one}
            of={of}
            isWhyOpen={at === 0 ? isFirstOpen : undefined}
            onWhy={at === 0 ? openFirst : undefined}
          />
        ))}
      </ol>
      {settled.length > 0 && (
        <details className="settled">
          <summary className="unfold">{words.say('policy.settled', { count: settled.length, broken })}</summary>
          <ol>
            {settled.map((one) => (
              <CommitmentCard key={`${one.promise}/${one.run}`} commitment={one} of={of} />
            ))}
          </ol>
        </details>
      )}
      <MissingFacts missing={ticket.missing} of={of} />
      <Steps steps={ticket.steps} of={of} />
      <Clauses ticket={ticket} charter={charter} of={of} />
    </section>
  )
}
