import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../messages/words.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { DomainCard } from './domain-card.tsx'
import { SettingsHead } from './settings-head.tsx'
import { settingsQueries } from './settings-queries.page.ts'

/** The domains that mail leaves from, with the keys that sign it and what the DNS needs for them. */
export function DomainsScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(settingsQueries.domains())
  return (
    <main className="page settings">
      <SettingsHead page={words.say('domains.title')} />
      <p>{words.say('domains.lead')}</p>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && (
        <Nothing title={words.say('domains.none')}>
          <p>{words.say('domains.none-hint')}</p>
        </Nothing>
      )}
      {data?.items.map((domain) => (
        <DomainCard key={domain.domain} shown={domain} />
      ))}
    </main>
  )
}
