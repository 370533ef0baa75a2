import type { Complaint, Ticket } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useMay, useMoments } from '../people/me.tsx'

interface Props {
  readonly ticket: Ticket
  /** Takes the letter into the answer that is being written. */
  readonly onLetter: (text: string) => void
}

/** How far a complaint is that the law binds, and the letter before its limit. Nothing where the ticket is none. */
export function ComplaintCard({ ticket, onLetter }: Props) {
  const words = useWords()
  const moments = useMoments()
  const mayWrite = useMay('tickets.write') && ticket.merged_into === null
  const { data } = useQuery(queries.complaint(ticket.number))
  const complaint = data?.complaint ?? null
  if (complaint === null) return null
  const { stages, letter, dispute_body } = complaint
  return (
    <section className="card">
      <h2>{words.say('complaint.title')}</h2>
      <dl>
        {stages.filter(isShown).map(({ stage, at }) => (
          <div key={stage}>
            <dt>{words.say(`complaint.stage.${stage}`)}</dt>
            <dd>{at === null ? '–' : <time dateTime={at}>{moments.exact(Date.parse(at))}</time>}</dd>
          </div>
        ))}
      </dl>
      {letter !== null && (
        <p className="band risk">
          {words.say('complaint.letter', { row: letter.row, limit: moments.exact(Date.parse(letter.limit) - 1) })}{' '}
          {mayWrite && (
            <button type="button" className="button small" onClick={() => onLetter(letter.text)}>
              {words.say('complaint.letter.take')}
            </button>
          )}
        </p>
      )}
      {dispute_body !== null && (
        <p className="quiet">
          {words.say('complaint.body')} <bdi>{dispute_body}</bdi>
        </p>
      )}
    </section>
  )
}

/** At deadlock it is, or it is not: that it may come to it is no stage. */
function isShown({ stage, at }: Complaint['stages'][number]): boolean {
  return stage !== 'deadlock' || at !== null
}
