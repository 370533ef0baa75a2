import { dayWords } from '@avow/contract'
import { CalendarClock, TriangleAlert } from 'lucide-react'
import type { AnswerOf } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'

interface ReviewsDueProps {
  readonly reviews: AnswerOf<'readHandbook'>['reviews']
  readonly of: CharterWords
}

/** What of the charter is to be looked at again, by whom and by when; what is overdue first. Nothing where nothing is. */
export function ReviewsDue({ reviews, of }: ReviewsDueProps) {
  const words = useWords()
  if (reviews.length === 0) return null
  return (
    <section className="reviews-due" aria-labelledby="reviews-title">
      <h2 id="reviews-title">{words.say('reviews.title')}</h2>
      <ol>
        {reviews.map(({ clause, owner, due, overdue }) => (
          <li key={clause ?? ''}>
            <span className={`state ${overdue ? 'broken' : 'running'}`}>
              {overdue ? <TriangleAlert aria-hidden="true" /> : <CalendarClock aria-hidden="true" />}{' '}
              {words.say(overdue ? 'reviews.overdue' : 'reviews.due', { date: dayWords(words.locale, due) })}
            </span>{' '}
            {clause === null ? (
              words.say('reviews.whole')
            ) : (
              <a href={`#${clause}`} className="mark ltr">
                {clause}
              </a>
            )}{' '}
            <span className="quiet">{owner === null ? words.say('reviews.nobody') : of.position(owner)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
