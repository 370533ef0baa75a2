import { type ClauseView, clauseName } from '@avow/contract'
import { CLAUSE_KINDS } from '@avow/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { AnswerOf } from '../../api/call.page.ts'
import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { LadderWalk } from '../ladders/ladder-walk.tsx'
import { useMoments } from '../people/me.tsx'
import { ClauseTalk } from './clause-talk.tsx'
import { ClauseWords } from './clause-words.tsx'
import { DefinitionMeasured } from './definition-measured.tsx'
import { handbookQueries } from './handbook-queries.page.ts'
import { HandbookWays } from './handbook-ways.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { Opinions } from './opinions.tsx'
import { ReviewsDue } from './reviews-due.tsx'
import { VersionLine } from './version-line.tsx'
import './handbook.css'

/** The version in force, always: every clause that is for the reader, and what people say of it. */
export function HandbookScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(handbookQueries.handbook())
  const title = words.say('handbook.title')
  return (
    <main className="page handbook">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        {data !== undefined && <HandbookWays version={data.version.version} />}
      </header>
      {isProblem(error, 'no-charter') && (
        <Nothing title={words.say('handbook.none')}>
          <p>{words.say('handbook.none-hint')}</p>
          <Link to="/charter/templates">{words.say('charter.templates')}</Link>
        </Nothing>
      )}
      {error !== null && !isProblem(error, 'no-charter') && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Handbook handbook={data} />}
    </main>
  )
}

function Handbook({ handbook }: { readonly handbook: AnswerOf<'readHandbook'> }) {
  const words = useWords()
  const moments = useMoments()
  const { version, title, mission, clauses, reviews, definition, next } = handbook
  const { of, charter } = useCharter(version.hash)
  const suggestions = useInfiniteQuery(handbookQueries.suggestions({}))
  const said = suggestions.data?.pages.flatMap(({ items }) => items) ?? []
  const name = of.text(title)
  const purpose = of.text(mission)
  // Who came for one clause comes before the clauses are there.
  useEffect(() => {
    const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    wanted?.scrollIntoView()
    wanted?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <p className="handbook-title" dir="auto" lang={name?.language}>
        {name?.text}
      </p>
      {purpose !== undefined && (
        <p className="handbook-mission" dir="auto" lang={purpose.language}>
          {purpose.text}
        </p>
      )}
      <VersionLine version={version} />
      <ReviewsDue reviews={reviews} of={of} />
      {next !== null && (
        <p className="band">
          <span>
            {words.say('handbook.next', {
              version: next.version,
              time: moments.exact(Date.parse(next.effective)),
            })}
          </span>
          <Link to="/charter/versions/$version" params={{ version: next.version }}>
            {words.say('handbook.next-changes')}
          </Link>
        </p>
      )}
      <div className="handbook-body">
        <nav className="outline" aria-label={words.say('handbook.outline')}>
          {CLAUSE_KINDS.map((kind) => (
            <Outline key={kind} kind={kind} clauses={clauses} of={of} />
          ))}
        </nav>
        <div className="handbook-clauses">
          {CLAUSE_KINDS.filter((kind) => clauses.some((clause) => clause.kind === kind)).map((kind) => (
            <section key={kind}>
              <h2>{words.say(`handbook.kind.${kind}`)}</h2>
              {kind === 'definition' && definition !== null && <DefinitionMeasured coverage={definition} />}
              {kind === 'procedure' && <MatrixTable clauses={clauses} of={of} />}
              {clauses
                .filter((clause) => clause.kind === kind)
                .map((clause) => (
                  <article
                    key={clause.id}
                    id={clause.id}
                    aria-label={clause.id}
                    className="handbook-clause"
                    tabIndex={-1}
                  >
                    <ClauseWords clause={clause} of={of} />
                    {kind === 'escalation' && charter !== undefined && (
                      <LadderWalk clause={clause.id} draft={null} of={of} zone={charter.zone} />
                    )}
                    <p>
                      <Link to="/charter/direction" hash={`node-${clause.id}`} className="quiet">
                        {words.say('handbook.direction', { clause: clause.id })}
                      </Link>
                    </p>
                    <Opinions clause={clause.id} version={version.version} />
                    <ClauseTalk clause={clause.id} said={said.filter((one) => one.clause === clause.id)} />
                  </article>
                ))}
            </section>
          ))}
        </div>
      </div>
    </>
  )
}

interface OutlineProps {
  readonly kind: ClauseView['kind']
  readonly clauses: readonly ClauseView[]
  readonly of: ReturnType<typeof useCharter>['of']
}

function Outline({ kind, clauses, of }: OutlineProps) {
  const words = useWords()
  const those = clauses.filter((clause) => clause.kind === kind)
  if (those.length === 0) return null
  return (
    <section>
      <h2>{words.say(`handbook.kind.${kind}`)}</h2>
      <ol>
        {those.map((clause) => (
          <li key={clause.id}>
            <a href={`#${clause.id}`}>
              <span className="mark ltr">{clause.id}</span>
              <span className="one-line">{clauseName(clause, clauses, { words, of })}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
