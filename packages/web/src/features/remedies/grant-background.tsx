import type { Grant } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { moneyWords } from '../charters/money.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { GrantLine } from './grant-line.tsx'

/** All that a remedy is decided on: the customer and their words, the facts, what the charter says, what was given before. */
export function GrantBackground({ grant, of }: { readonly grant: Grant; readonly of: CharterWords }) {
  const words = useWords()
  const { charter } = useCharter(grant.charter.hash)
  const ticket = useQuery(queries.ticket(grant.ticket))
  const remedies = useQuery(queries.remedies(grant.ticket))
  const error = ticket.error ?? remedies.error
  if (error !== null) return <Trouble error={error} again={ticket.refetch} />
  if (ticket.data === undefined || remedies.data === undefined) return <Loading />
  const { customer, entries } = ticket.data
  const said = entries.findLast(({ type }) => type === 'message.received')
  const clause = charter?.clauses.find(({ id }) => id === grant.clause)
  const [says, because] = [of.text(clause?.says), of.text(clause?.because)]
  const offer = remedies.data.offers.find((one) => one.clause === grant.clause && one.remedy === grant.remedy)
  const before = remedies.data.grants.filter(({ id }) => id !== grant.id)
  const facts = Object.entries(grant.facts).filter(([, value]) => value !== null)
  return (
    <dl className="background">
      <div>
        <dt>{words.say('grants.customer')}</dt>
        <dd>
          <bdi>{withoutTurning(customer?.name ?? '–')}</bdi>
          {said?.text != null && said.text !== '' && (
            <blockquote lang={said.language ?? undefined}>
              <bdi>
                {said.text.slice(0, MOST_WORDS)}
                {said.text.length > MOST_WORDS && ' …'}
              </bdi>
            </blockquote>
          )}
        </dd>
      </div>
      <div>
        <dt>{words.say('grants.facts')}</dt>
        <dd>
          <ul>
            {facts.map(([name, value]) => (
              <li key={name}>
                {of.fact(name)}: <bdi>{of.factValue(name, value)}</bdi>
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{words.say('grants.charter')}</dt>
        <dd>
          <span className="mark ltr">{grant.clause}</span>{' '}
          {says !== undefined && (
            <span dir="auto" lang={says.language}>
              {says.text}
            </span>
          )}
          {because !== undefined && (
            <p className="quiet" dir="auto" lang={because.language}>
              {because.text}
            </p>
          )}
          {offer?.up_to != null && (
            <p>
              {words.say('grants.charter-allows', {
                clause: grant.clause,
                amount: moneyWords(offer.up_to, words.locale),
              })}
            </p>
          )}
        </dd>
      </div>
      <div>
        <dt>{words.say('grants.history')}</dt>
        <dd>
          {before.length === 0 && <span className="quiet">{words.say('grants.history-none')}</span>}
          <ul>
            {before.map((one) => (
              <GrantLine key={one.id} grant={one} of={of} />
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  )
}

/** So much of the customer's last message is shown, characters; the ticket is a press away. */
const MOST_WORDS = 600
