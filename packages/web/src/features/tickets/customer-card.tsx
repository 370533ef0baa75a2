import type { Ticket } from '@avow/contract'
import { lazy, Suspense, useState } from 'react'
import { languageName } from '../../messages/formats.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { Avatar } from '../people/avatar.tsx'
import { useMay, useMoments } from '../people/me.tsx'

const MergeCustomerDialog = lazy(async () => ({
  default: (await import('./merge-customer-dialog.tsx')).MergeCustomerDialog,
}))
const ZoneDialog = lazy(async () => ({ default: (await import('./zone-dialog.tsx')).ZoneDialog }))

/** Who writes. */
export function CustomerCard({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { of } = useCharter(ticket.charter?.hash)
  const mayMerge = useMay('customers.merge')
  const [isMerging, merge] = useState(false)
  const [isOpen, open] = useState(false)
  const mayWrite = useMay('tickets.write') && ticket.merged_into === null && ticket.customer !== null
  const { customer, channel, customer_zone: zone, language, created_at, messages, other_addresses } = ticket
  const since = Date.parse(created_at)
  const name = withoutTurning(customer?.name ?? words.say('list.no-customer'))
  return (
    <section className="card">
      <h2>
        {words.say('customer.title')}
        {mayWrite && (
          <button type="button" className="button plain small" onClick={() => open(true)}>
            {words.say('customer.zone')}
          </button>
        )}
      </h2>
      <div className="person">
        <Avatar name={name} large />
        <div className="names">
          <bdi className="one-line">{name}</bdi>
          {customer?.email != null && (
            <a className="one-line ltr" href={`mailto:${customer.email}`}>
              {customer.email}
            </a>
          )}
          {other_addresses.map((address) => (
            <span className="quiet one-line ltr" key={address}>
              {address}
            </span>
          ))}
        </div>
      </div>
      <dl>
        {language !== null && (
          <div>
            <dt>{words.say('customer.language')}</dt>
            <dd>{languageName(words.locale, language)}</dd>
          </div>
        )}
        {zone !== null && (
          <div>
            <dt>{words.say('customer.zone')}</dt>
            <dd className="ltr">{zone}</dd>
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
      {mayMerge && customer !== null && (
        <button type="button" className="button plain small" onClick={() => merge(true)}>
          {words.say('customer.merge')}
        </button>
      )}
      <Suspense>
        {isMerging && customer !== null && (
          <MergeCustomerDialog ticket={ticket} customer={customer} onClose={() => merge(false)} />
        )}
      </Suspense>
      {isOpen && (
        <Suspense>
          <ZoneDialog ticket={ticket} onClose={() => open(false)} />
        </Suspense>
      )}
    </section>
  )
}
