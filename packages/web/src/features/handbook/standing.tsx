import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useRef } from 'react'
import { type AnswerOf, call, newKey } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { Trouble, troubleWords } from '../../ui/standing-in.tsx'
import { TableBox } from '../../ui/table-box.tsx'
import { Avatar } from '../people/avatar.tsx'
import { useMoments } from '../people/me.tsx'
import { handbookQueries } from './handbook-queries.page.ts'
import '../../ui/table.css'

type Row = AnswerOf<'readStanding'>['items'][number]

/** Who has read what changed for them, and who has not; those can be reminded. */
export function Standing({ version }: { readonly version: number }) {
  const words = useWords()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(handbookQueries.standing(version))
  // One press is one reminder, however often it is sent.
  const key = useRef(newKey())
  const reminding = useMutation({
    mutationFn: () => call('remindPeople', { params: { version }, body: {}, key: key.current }),
    onSuccess: () => {
      key.current = newKey()
      return client.invalidateQueries({ queryKey: ['standing', version] })
    },
  })
  if (error !== null) return <Trouble error={error} again={refetch} />
  if (data === undefined || data.items.length === 0) return null
  const waiting = data.items.filter(({ told, acknowledged }) => acknowledged < told)
  const rows = [...data.items].sort((a, b) => leftOf(b) - leftOf(a) || a.person.name.localeCompare(b.person.name))
  return (
    <section className="standing">
      <h2>{words.say('standing-of.title')}</h2>
      <p className="standing-sum">
        {words.say('standing-of.sum', { done: data.items.length - waiting.length, all: data.items.length })}
        {waiting.length > 0 && (
          <button
            type="button"
            className="button small"
            disabled={reminding.isPending}
            onClick={() => reminding.mutate()}
          >
            {words.say('standing-of.remind', { count: waiting.length })}
          </button>
        )}
      </p>
      {reminding.isSuccess && (
        <p className="band kept" role="status">
          {words.say('standing-of.reminded', { count: reminding.data.reminded })}
        </p>
      )}
      {reminding.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(reminding.error, words)}
        </p>
      )}
      <TableBox label={words.say('standing-of.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.say('people.name')}</th>
              <th scope="col">{words.say('standing-of.read')}</th>
              <th scope="col">{words.say('standing-of.last')}</th>
              <th scope="col">{words.say('standing-of.reminded-at')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <StandingRow key={row.person.id} row={row} />
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  )
}

function StandingRow({ row }: { readonly row: Row }) {
  const words = useWords()
  const { person, told, acknowledged, last_at: last, reminded_at: reminded } = row
  return (
    <tr>
      <td>
        <span className="who">
          <Avatar name={person.name} /> <bdi>{person.name}</bdi>
        </span>
      </td>
      <td data-label={words.say('standing-of.read')}>
        {acknowledged < told ? (
          <span className="state risk">{words.say('standing-of.some', { acknowledged, told })}</span>
        ) : (
          <span className="state kept">
            <Check aria-hidden="true" /> {words.say('standing-of.all')}
          </span>
        )}
      </td>
      <td data-label={last === null ? undefined : words.say('standing-of.last')}>
        <Moment at={last} />
      </td>
      <td data-label={reminded === null ? undefined : words.say('standing-of.reminded-at')}>
        <Moment at={reminded} />
      </td>
    </tr>
  )
}

function Moment({ at }: { readonly at: string | null }) {
  const moments = useMoments()
  const now = useNow()
  if (at === null) return null
  return (
    <time className="quiet" dateTime={at} title={moments.exact(Date.parse(at))}>
      {moments.near(Date.parse(at), now)}
    </time>
  )
}

function leftOf({ told, acknowledged }: Row): number {
  return told - acknowledged
}
