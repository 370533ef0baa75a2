import { type Scorecard, SHOWN, type Ticket } from '@avow/contract'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Trouble, troubleWords } from '../../ui/standing-in.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { useMay, useMoments } from '../people/me.tsx'
import './scorecard.css'

type Question = Scorecard['questions'][number]

const scorecardOf = (number: number, seq: number) =>
  queryOptions({
    queryKey: ['scorecard', number, seq],
    queryFn: ({ signal }) => call('readScorecard', { params: { number }, signal }),
  })

/** For leads, on a ticket that was answered: one question for each value of its charter. Nothing where it has none. */
export function ScorecardCard({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const mayScore = useMay('breaches.correct') && ticket.merged_into === null
  const { data, error, refetch } = useQuery({ ...scorecardOf(ticket.number, ticket.seq), enabled: mayScore })
  const { of } = useCharter(ticket.charter?.hash)
  if (!mayScore) return null
  if (error !== null) return <Trouble error={error} again={refetch} />
  if (data === undefined || !data.is_answered || data.questions.length === 0) return null
  return (
    <section className="card scorecard">
      <h2>{words.say('scorecard.title')}</h2>
      {data.questions.map((question) => (
        <OneQuestion key={question.value} question={question} ticket={ticket} of={of} />
      ))}
    </section>
  )
}

interface QuestionProps {
  readonly question: Question
  readonly ticket: Ticket
  readonly of: CharterWords
}

function OneQuestion({ question, ticket, of }: QuestionProps) {
  const words = useWords()
  const moments = useMoments()
  const client = useQueryClient()
  const group = useId()
  const { value, says, said } = question
  const [note, setNote] = useState(said?.note ?? '')
  const saying = useMutation({
    mutationFn: (body: { shown: NonNullable<Question['said']>['shown']; note: string }) =>
      call('sayOfScorecard', { params: { number: ticket.number }, body: { value, ...body } }),
    onSuccess: (fresh) => {
      client.setQueryData(scorecardOf(ticket.number, ticket.seq).queryKey, fresh)
      void client.invalidateQueries({ queryKey: ['direction'] })
    },
  })
  // What was pressed is shown at once; a refusal takes it back.
  const chosen = saying.isPending ? saying.variables.shown : said?.shown
  const keepNote = (): void => {
    if (said !== null && note.trim() !== said.note) saying.mutate({ shown: said.shown, note })
  }
  return (
    <fieldset>
      <legend>{words.say('scorecard.question', { value: of.text(says)?.text ?? value })}</legend>
      <div className="scores">
        {SHOWN.map((shown) => (
          <label key={shown} className="check">
            <input
              type="radio"
              name={group}
              checked={chosen === shown}
              onChange={() => saying.mutate({ shown, note })}
            />
            {words.say(`scorecard.${shown}`)}
          </label>
        ))}
      </div>
      {said !== null && (
        <>
          <input
            className="input"
            dir="auto"
            maxLength={1000}
            aria-label={words.say('scorecard.note')}
            placeholder={words.say('scorecard.note')}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            onBlur={keepNote}
          />
          <p className="quiet">
            {words.say('scorecard.said', {
              who: said.by?.name ?? words.say('nobody'),
              time: moments.full(Date.parse(said.at)),
            })}
          </p>
        </>
      )}
      {saying.error !== null && (
        <p className="quiet" role="alert">
          {troubleWords(saying.error, words)}
        </p>
      )}
    </fieldset>
  )
}
