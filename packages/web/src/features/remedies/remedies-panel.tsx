import type { RemediesOfTicket, Ticket } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useMay } from '../people/me.tsx'
import { ClauseLinks } from './clause-links.tsx'
import { GrantLine } from './grant-line.tsx'
import { KindnessLine } from './kindness-line.tsx'
import { hasAmount } from './limits.ts'
import { MissingForRemedies } from './missing-for-remedies.tsx'
import { OfferForm } from './offer-form.tsx'
import { PassedOver } from './passed-over.tsx'
import { SimilarDecisions } from './similar-decisions.tsx'
import './remedies.css'

/** What this agent may give for these facts, with amount and reason; what was given on the ticket. */
export function RemediesPanel({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const { of } = useCharter(ticket.charter?.hash)
  const { data, error, refetch } = useQuery(queries.remedies(ticket.number))
  const mayGrant = useMay('remedies.grant')
  return (
    <section className="remedies" aria-label={words.say('remedies.title')}>
      <h2>{words.say('remedies.title')}</h2>
      {error !== null && data === undefined && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <MissingForRemedies ticket={ticket} missing={unknownOf(data)} />
          {data.charter === null && <p className="quiet">{words.say('remedies.no-charter')}</p>}
          {data.charter !== null && data.offers.length === 0 && (
            <div className="quiet">
              <p>{words.say('remedies.none')}</p>
              <p>{words.say('remedies.none-hint')}</p>
            </div>
          )}
          {data.offers.length > 0 && <OfferForm ticket={ticket} remedies={data} of={of} mayGrant={mayGrant} />}
          {data.refusals.length > 0 && (
            <div className="refused">
              <h3>{words.say('remedies.refused')}</h3>
              {data.refusals.map(({ clause, tell }) => (
                <ClauseLinks key={clause} ids={[clause, ...tell]} charter={data.charter?.hash} />
              ))}
            </div>
          )}
          <PassedOver remedies={data} />
          {mayGrant && data.kindness !== null && (
            <KindnessLine ticket={ticket} remedies={data} kindness={data.kindness} />
          )}
          <SimilarDecisions similar={data.similar} />
          {data.grants.length > 0 && (
            <div className="given">
              <h3>{words.say('grant.list')}</h3>
              <ul>
                {data.grants.map((grant) => (
                  <GrantLine key={grant.id} grant={grant} of={of} />
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </section>
  )
}

/** The facts that an amount hangs on; where nothing is offered but words, all that are unknown and matter. */
function unknownOf({ offers, missing }: RemediesOfTicket): readonly string[] {
  const needed = [...new Set(offers.flatMap(({ needs }) => (needs === null ? [] : [needs])))]
  return offers.some(({ remedy }) => hasAmount(remedy)) ? needed : missing
}
