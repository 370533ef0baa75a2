import { SECTORS } from '@avow/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { fittingTemplates } from './fitting-templates.ts'
import { TemplateCard } from './template-card.tsx'
import { templateQueries } from './template-queries.page.ts'
import './templates.css'

/** The charters to begin with: what they are for, what is in them, and the way to a draft of one. */
export function TemplatesScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(templateQueries.list())
  const { data: profile } = useQuery(templateQueries.profile())
  const [sector, choose] = useState('')
  const title = words.say('templates.title')
  const all = data?.items ?? []
  const sectors = SECTORS.filter((one) => all.some((template) => template.sectors.includes(one)))
  const yours = fittingTemplates(all, profile?.sectors ?? [])
  const ordered = [...yours, ...all.filter((template) => !yours.includes(template))]
  return (
    <main className="page templates">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('templates.lead')}</p>
      </header>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <label className="field template-sector">
            <span>{words.say('templates.sector')}</span>
            <select className="input" value={sector} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              <option value="">{words.say('templates.sector.all')}</option>
              {sectors.map((one) => (
                <option key={one} value={one}>
                  {words.say(`law.sector.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <ul className="template-list">
            {ordered
              .filter((template) => sector === '' || template.sectors.some((one) => one === sector))
              .map((template) => (
                <TemplateCard
                  key={template.name}
                  template={template}
                  isYours={yours.includes(template)}
                  jurisdictions={profile?.jurisdictions ?? []}
                  currencies={data.currencies}
                  currency={data.currency}
                />
              ))}
          </ul>
        </>
      )}
    </main>
  )
}
