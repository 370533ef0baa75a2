import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useCharter } from '../charters/use-charter.tsx'

const MINUTE = 60_000
/** A year. */
const MOST_MINUTES = 366 * 1440
const EMPTY = { of: '', channel: '', date: '', minutes: '', note: '' }

/** Notes how long one waited at somebody else. What is written stays until the server has it. */
export function WaitForm({ known }: { readonly known: readonly string[] }) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const names = useId()
  const { charter, of } = useCharter()
  const [written, write] = useState(EMPTY)
  const change = (name: keyof typeof EMPTY) => (event: { readonly currentTarget: { readonly value: string } }) =>
    write({ ...written, [name]: event.currentTarget.value })
  const channels = charter?.facts.find(({ name }) => name === 'channel')?.values ?? []
  const noting = useMutation({
    mutationFn: () =>
      call('noteObservedWait', {
        body: {
          of: written.of.trim(),
          channel: written.channel === '' ? null : written.channel,
          date: written.date,
          wait_ms: Math.round(Number(written.minutes) * MINUTE),
          note: written.note.trim(),
        },
      }),
    onSuccess: async () => {
      write(EMPTY)
      announce.politely(words.say('waits.noted'))
      await client.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name === 'observed-waits' || name === 'objectives',
      })
    },
  })
  const isWhole = written.of.trim() !== '' && written.date !== '' && written.minutes !== ''
  return (
    <form
      className="wait-form"
      aria-label={words.say('waits.note-one')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!noting.isPending) noting.mutate()
      }}
    >
      {noting.error !== null && (
        <p role="alert" className="band broken">
          {troubleWords(noting.error, words)}
        </p>
      )}
      <label className="field">
        <span>{words.say('waits.of')}</span>
        <input
          className="input"
          dir="auto"
          list={names}
          maxLength={200}
          required
          value={written.of}
          onChange={change('of')}
        />
        <datalist id={names}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <label className="field">
        <span>{words.say('given.channel')}</span>
        <select className="input" value={written.channel} onChange={change('channel')}>
          <option value="">{words.say('waits.any-channel')}</option>
          {channels.map(({ value }) => (
            <option key={value} value={value}>
              {of.factValue('channel', value)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.say('waits.date')}</span>
        <input className="input" type="date" required value={written.date} onChange={change('date')} />
      </label>
      <label className="field">
        <span>{words.say('waits.minutes')}</span>
        <input
          className="input"
          type="number"
          min={0}
          max={MOST_MINUTES}
          step="any"
          required
          value={written.minutes}
          onChange={change('minutes')}
        />
      </label>
      <label className="field wide">
        <span>{words.say('waits.note')}</span>
        <input className="input" dir="auto" maxLength={1000} value={written.note} onChange={change('note')} />
      </label>
      <button type="submit" className="button" disabled={noting.isPending || !isWhole}>
        {words.say('waits.keep')}
      </button>
    </form>
  )
}
