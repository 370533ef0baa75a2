import type { Suggestion } from '@avow/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { handbookQueries } from './handbook-queries.page.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import './handbook.css'

const STATES = ['open', 'accepted', 'declined'] as const satisfies readonly Suggestion['state'][]

/** What staff suggest for clauses, and what became of it. */
export function SuggestionsScreen() {
  const words = useWords()
  const [state, choose] = useState<Suggestion['state']>('open')
  const list = useInfiniteQuery(handbookQueries.suggestions({ state }))
  // Comments wait for nobody: they stand beside their clause.
  const all = list.data?.pages.flatMap(({ items }) => items).filter(({ kind }) => kind === 'suggestion') ?? []
  const title = words.say('suggestions.title')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('suggestions.lead')}</p>
      </header>
      <div className="choice" role="radiogroup" aria-label={title}>
        {STATES.map((one) => (
          <label key={one}>
            <input type="radio" name="state" checked={one === state} onChange={() => choose(one)} />
            {words.say(`suggestion.state.${one}`)}
          </label>
        ))}
      </div>
      {list.error !== null && <Trouble error={list.error} again={list.refetch} />}
      {list.isPending && <Loading />}
      {list.isSuccess && all.length === 0 && (
        <Nothing title={words.say(`suggestions.none.${state}`)}>
          <p>{words.say('suggestions.none-hint')}</p>
          <Link to="/handbook" className="button">
            {words.say('suggestions.to-handbook')}
          </Link>
        </Nothing>
      )}
      <ul className="suggestions">
        {all.map((one) => (
          <SuggestionCard key={one.id} suggestion={one} hasClause />
        ))}
      </ul>
      {list.hasNextPage && (
        <p className="more">
          <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
            {words.say('more')}
          </button>
        </p>
      )}
    </main>
  )
}
