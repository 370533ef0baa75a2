import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'
import { regionName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { LawGaps } from './law-gaps.tsx'
import { LawLine } from './law-line.tsx'
import './law.css'

const law = () => queryOptions({ queryKey: ['law'], queryFn: ({ signal }) => call('readLaw', { signal }) })

/** The rows of law packs that bind the charter in force, where there are none, and what the packs are not. */
export function LawScreen() {
  const words = useWords()
  const { data, error, isPending, refetch } = useQuery(law())
  const title = words.say('law.title')
  const jurisdictions = data?.jurisdictions ?? []
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('law.lead')}</p>
      </header>
      {error !== null && <Trouble error={error} again={refetch} />}
      {isPending && <Loading />}
      {data !== undefined && jurisdictions.length === 0 && (
        <Nothing title={words.say('law.none')}>
          <p>{words.say('law.none-hint')}</p>
        </Nothing>
      )}
      {data !== undefined && jurisdictions.length > 0 && (
        <p className="quiet">
          {words.say('law.binds', {
            jurisdictions: words.list(jurisdictions.map((one) => regionName(words.locale, one))),
            sectors: words.list(data.sectors.map((sector) => words.say(`law.sector.${sector}`))),
          })}
        </p>
      )}
      {data !== undefined && <LawGaps gaps={data.gaps} />}
      <ul className="law-rows">
        {data?.items.map((row) => (
          <LawLine key={row.id} row={row} />
        ))}
      </ul>
    </main>
  )
}
