import type { Suggestion } from '@avow/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { draftQueries } from '../drafts/draft-queries.page.ts'
import { useMoments } from '../people/me.tsx'

/** An author of the charter takes a suggestion up, or says why not. */
export function DecideSuggestion({ suggestion }: { readonly suggestion: Suggestion }) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const moments = useMoments()
  const [reason, write] = useState('')
  const drafts = useQuery(draftQueries.list())
  // What is published or given up takes nothing up any more.
  const open = drafts.data?.items.filter(({ state }) => state === 'writing' || state === 'in-review') ?? []
  const [chosen, choose] = useState<string>()
  // The draft worked on last is the likeliest; the author may take another, or none.
  const draft = chosen ?? open[0]?.id ?? ''
  const deciding = useMutation({
    mutationFn: (accept: boolean) =>
      call('decideSuggestion', {
        params: { id: suggestion.id },
        body: { accept, reason: reason.trim(), ...(accept && draft !== '' ? { draft } : {}) },
      }),
    onSuccess: async (_, accept) => {
      announce.politely(words.say(accept ? 'suggestion.was-accepted' : 'suggestion.was-declined'))
      await client.invalidateQueries({ queryKey: ['suggestions'] })
    },
  })
  const isReady = reason.trim() !== '' && !deciding.isPending
  return (
    <form
      className="decide-suggestion"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) deciding.mutate(true)
      }}
    >
      {deciding.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(deciding.error, words)}
        </p>
      )}
      <label className="field">
        <span>{words.say('suggestion.reason', { who: suggestion.by?.name ?? '–' })}</span>
        <input
          className="input"
          dir="auto"
          maxLength={1000}
          value={reason}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
      </label>
      {open.length > 0 && (
        <label className="field">
          <span>{words.say('suggestion.into')}</span>
          <select className="input" value={draft} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {open.map(({ id, note, created_at: at }) => (
              <option key={id} value={id}>
                {note === '' ? words.say('suggestion.into-draft', { time: moments.exact(Date.parse(at)) }) : note}
              </option>
            ))}
            <option value="">{words.say('suggestion.into-none')}</option>
          </select>
        </label>
      )}
      <p className="clause-deeds">
        <button type="submit" className="button main" disabled={!isReady}>
          {words.say('suggestion.accept')}
        </button>
        <button type="button" className="button" disabled={!isReady} onClick={() => deciding.mutate(false)}>
          {words.say('suggestion.decline')}
        </button>
      </p>
    </form>
  )
}
