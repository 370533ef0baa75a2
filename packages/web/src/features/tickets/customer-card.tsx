import type { Ticket } from '@avow/contract'
import { languageName } from '../../messages/formats.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { Avatar } from '../people/avatar.tsx'
import { useMoments } from '../people/me.tsx'

/** Who writes. */
export function CustomerCard({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { of } = useCharter(ticket.charter?.hash)
  const { customer, channel, language, created_at, messages } = ticket
  const since = Date.parse(created_at)
  const name = withoutTurning(customer?.name ?? words.say('list.no-customer'))
  return (
    <section className="card">
      <h2>{words.say('customer.title')}</h2>
      <div className="person">
        <Avatar name={name} large />
        <div className="names">
          <bdi className="one-line">{name}</bdi>
          {customer?.email != null && (
            <a className="one-line ltr" href={`mailto:${customer.email}`}>
              {customer.email}
            </a>
          )}
        </div>
      </div>
      <dl>
        {language !== null && (
          <div>
            <dt>{words.say('customer.language')}</dt>
            <dd>{languageName(words.locale, language)}</dd>
          </div>
        )}
        {channel !== null && (
          <div>
            <dt>{words.say('customer.channel')}</dt>
            <dd>{of.factValue('channel', channel)}</dd>
          </div>
        )}
        <div>
          <dt>{words.say('customer.since')}</dt>
          <dd>
            <time dateTime={created_at} title={moments.exact(since)}>
              {moments.near(since, now)}
            </time>
          </dd>
        </div>
        <div>
          <dt>{words.say('customer.messages')}</dt>
          <dd>{words.number(messages)}</dd>
        </div>
      </dl>
    </section>
  )
}
