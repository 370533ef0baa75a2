import type { Suggestion } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'

/** An author of the charter takes a suggestion up, or says why not. */
export function DecideSuggestion({ suggestion }: { readonly suggestion: Suggestion }) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [reason, write] = useState('')
  const deciding = useMutation({
    mutationFn: (accept: boolean) =>
      call('decideSuggestion', { params: { id: suggestion.id }, body: { accept, reason: reason.trim() } }),
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
