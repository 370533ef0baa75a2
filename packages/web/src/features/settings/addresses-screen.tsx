import type { CompanyAddress } from '@avow/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Loading, Trouble, troubleWords } from '../../ui/standing-in.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { AddressDialog } from './address-dialog.tsx'
import { AnswersByMail } from './answers-by-mail.tsx'
import { fetchedOf } from './mail-servers.ts'
import { ServerFailure } from './server-fields.tsx'
import { SettingsHead } from './settings-head.tsx'
import { settingsQueries } from './settings-queries.page.ts'
import '../../ui/table.css'

/** Milliseconds. */
const ASK_EVERY = 3_000

/** The addresses that customers write to, and which of them answers what came by none. */
export function AddressesScreen() {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { data, error, refetch } = useQuery({
    ...settingsQueries.addresses(),
    // What was connected just now is seen to come in, or to fail.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ account }) => account !== null && account.fetched_at === null) ? ASK_EVERY : false,
  })
  const [dialog, open] = useState<CompanyAddress | 'new'>()
  const [fetched, openFetched] = useState<CompanyAddress>()
  const choosing = useMutation({
    mutationFn: ({ id }: CompanyAddress) => call('changeAddress', { params: { id }, body: { answers: true } }),
    onSuccess: ({ address }) => {
      announce.politely(words.say('addresses.chosen', { address }))
      return client.invalidateQueries()
    },
  })
  return (
    <main className="page settings">
      <SettingsHead page={words.say('addresses.title')} />
      <p>{words.say('addresses.lead')}</p>
      {choosing.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(choosing.error, words)}
        </p>
      )}
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.say('addresses.address')}</th>
              <th scope="col">{words.say('addresses.name')}</th>
              <th scope="col">
                <span className="for-readers">{words.say('people.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((address) => (
              <AddressRow
                key={address.id}
                address={address}
                isBusy={choosing.isPending}
                onChoose={() => choosing.mutate(address)}
                onChange={() => open(address)}
                onFetch={() => openFetched(address)}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className="after-table">
        <button type="button" className="button main" onClick={() => open('new')}>
          {words.say('addresses.add')}
        </button>
        <p className="quiet">{words.say('addresses.answers-hint')}</p>
        <p className="quiet">{words.say('addresses.server')}</p>
      </div>
      <AnswersByMail />
      {dialog !== undefined && (
        <AddressDialog
          address={dialog === 'new' ? undefined : dialog}
          isOnly={data?.items.length === 1}
          onClose={() => open(undefined)}
        />
      )}
      {fetched !== undefined && <AccountDialog address={fetched} onClose={() => openFetched(undefined)} />}
    </main>
  )
}

interface AddressRowProps {
  readonly address: CompanyAddress
  readonly isBusy: boolean
  readonly onChoose: () => void
  readonly onChange: () => void
  readonly onFetch: () => void
}

function AddressRow({ address: shown, isBusy, onChoose, onChange, onFetch }: AddressRowProps) {
  const { address, name, answers, also, account, sender } = shown
  const words = useWords()
  return (
    <tr>
      <td>
        <bdi dir="ltr">{address}</bdi>{' '}
        {answers && (
          <span className="state kept">
            <Check aria-hidden="true" /> {words.say('addresses.answers')}
          </span>
        )}
        {also.length > 0 && (
          <div className="quiet">{words.say('addresses.also', { addresses: words.list([...also]) })}</div>
        )}
        {account !== null && account.failure === null && (
          <div className="quiet">
            {account.fetched_at === null && fetchedOf(account) === 0
              ? words.say('accounts.waiting', { host: account.host })
              : words.say('accounts.fetched-from', {
                  host: account.host,
                  count: fetchedOf(account),
                })}
          </div>
        )}
        {sender !== null && sender.failure === null && (
          <div className="quiet">{words.say('accounts.sends-by', { host: sender.host })}</div>
        )}
        {account !== null && account.failure !== null && <ServerFailure {...account.failure} of="fetching" />}
        {sender !== null && sender.failure !== null && <ServerFailure {...sender.failure} of="sending" />}
      </td>
      <td data-label={words.say('addresses.name')}>
        <bdi>{name}</bdi>
      </td>
      <td className="end">
        {!answers && (
          <button
            type="button"
            className="button small"
            aria-label={`${words.say('addresses.choose')}: ${address}`}
            disabled={isBusy}
            onClick={onChoose}
          >
            {words.say('addresses.choose')}
          </button>
        )}{' '}
        <button
          type="button"
          className="button small"
          aria-label={words.say('accounts.open-of', { address })}
          onClick={onFetch}
        >
          {words.say('accounts.open')}
        </button>{' '}
        <button
          type="button"
          className="button small"
          aria-label={words.say('addresses.edit', { address })}
          onClick={onChange}
        >
          {words.say('people.change')}
        </button>
      </td>
    </tr>
  )
}
