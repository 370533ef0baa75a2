import { dayWords, type Improvement, type Improvements } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { ImprovementItem } from './improvement-item.tsx'
import { improvementsQuery } from './improvement-queries.page.ts'
import './improvements.css'

/** What to improve first: clauses ranked by the desk's own tickets, with what was said of mending them. */
export function ImprovementsScreen() {
  const words = useWords()
  const { data, error, isPending, refetch } = useQuery(improvementsQuery())
  const title = words.say('charter.improvements')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('improvements.lead')}</p>
      </header>
      {isProblem(error, 'no-charter') && (
        <Nothing title={words.say('improvements.no-charter')}>
          <p>{words.say('improvements.no-charter-hint')}</p>
        </Nothing>
      )}
      {error !== null && !isProblem(error, 'no-charter') && <Trouble error={error} again={refetch} />}
      {isPending && <Loading />}
      {data !== undefined && <Ranking improvements={data} />}
    </main>
  )
}

function Ranking({ improvements }: { readonly improvements: Improvements }) {
  const words = useWords()
  const { items, period, contacts } = improvements
  const open = items.filter(({ state }) => state === 'open')
  const ranked = open.filter(({ rank }) => rank !== null)
  const parts = [
    ['well', open.filter(({ rank, harm }) => rank === null && harm !== null)],
    ['unmeasured', open.filter(({ harm }) => harm === null)],
    ['settled', items.filter(({ state }) => state !== 'open')],
  ] as const
  return (
    <>
      <p className="quiet improvements-period">
        {words.say('improvements.period', {
          count: contacts,
          from: dayWords(words.locale, period.from),
          until: dayWords(words.locale, period.until),
          zone: period.zone,
        })}
      </p>
      {ranked.length === 0 ? (
        <Nothing title={words.say('improvements.none')}>
          <p>{words.say('improvements.none-hint')}</p>
        </Nothing>
      ) : (
        <Part name="first" items={ranked} improvements={improvements} />
      )}
      {parts.map(
        ([name, some]) => some.length > 0 && <Part key={name} name={name} items={some} improvements={improvements} />,
      )}
    </>
  )
}

interface PartProps {
  readonly name: 'first' | 'well' | 'unmeasured' | 'settled'
  readonly items: readonly Improvement[]
  readonly improvements: Improvements
}

/** Clauses that stand alike; only the first part is in the order of ranks. */
function Part({ name, items, improvements }: PartProps) {
  const words = useWords()
  const List = name === 'first' ? 'ol' : 'ul'
  return (
    <section className="improvements" aria-labelledby={`improvements-${name}`}>
      <h2 id={`improvements-${name}`}>{words.say(`improvements.${name}`)}</h2>
      {name === 'unmeasured' && <p className="quiet">{words.say('improvements.unmeasured-lead')}</p>}
      <List>
        {items.map((item) => (
          <ImprovementItem key={item.clause} item={item} improvements={improvements} />
        ))}
      </List>
    </section>
  )
}
