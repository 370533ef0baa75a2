import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { GrantCard } from './grant-card.tsx'

const REVIEWS = ['open', 'suggested', 'set-aside'] as const

/** What was given out of kindness, beyond what the charter gives: each with its reason, for who leads to look at. */
export function Exceptions() {
  const words = useWords()
  const [review, choose] = useState<(typeof REVIEWS)[number]>('open')
  const list = useInfiniteQuery(queries.exceptions(review))
  const grants = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <div className="choice" role="radiogroup" aria-label={words.say('grants.tab.exceptions')}>
        {REVIEWS.map((one) => (
          <label key={one}>
            <input type="radio" name="review" checked={one === review} onChange={() => choose(one)} />
            {words.say(`exceptions.${one}`)}
          </label>
        ))}
      </div>
      {list.error !== null && <Trouble error={list.error} again={list.refetch} />}
      {list.isPending && <Loading />}
      {list.isSuccess && grants.length === 0 && (
        <Nothing title={words.say(`exceptions.none.${review}`)}>
          <p>{words.say('exceptions.none-hint')}</p>
        </Nothing>
      )}
      <ul className="grant-list">
        {grants.map((grant) => (
          <GrantCard key={grant.id} grant={grant} isOpenAtFirst={false} isException />
        ))}
      </ul>
      {list.hasNextPage && (
        <p className="more">
          <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
            {words.say('more')}
          </button>
        </p>
      )}
    </>
  )
}
