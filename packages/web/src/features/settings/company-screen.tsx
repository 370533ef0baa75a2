import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { CompanyForm } from './company-form.tsx'
import { SettingsHead } from './settings-head.tsx'
import { settingsQueries } from './settings-queries.page.ts'

/** The company: its name, and the languages of its public pages. */
export function CompanyScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(settingsQueries.company())
  return (
    <main className="page settings">
      <SettingsHead page={words.say('company.title')} />
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <CompanyForm company={data} />}
    </main>
  )
}
