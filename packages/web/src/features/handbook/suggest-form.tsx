import type { Suggestion } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'

/** A suggestion how a clause should be, or a comment on it. The text stays until the server has it. */
export function SuggestForm({ clause }: { readonly clause: string }) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const name = useId()
  const [kind, choose] = useState<Suggestion['kind']>('suggestion')
  const [text, write] = useState('')
  const saying = useMutation({
    mutationFn: () => call('suggest', { body: { clause, kind, text: text.trim() } }),
    onSuccess: async () => {
      write('')
      announce.politely(words.say('talk.said'))
      await client.invalidateQueries({ queryKey: ['suggestions'] })
    },
  })
  return (
    <form
      className="suggest-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!saying.isPending) saying.mutate()
      }}
    >
      {saying.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(saying.error, words)}
        </p>
      )}
      <div className="choice" role="radiogroup" aria-label={words.say('talk.kind')}>
        {(['suggestion', 'comment'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={one === kind} onChange={() => choose(one)} />
            {words.say(`talk.${one}`)}
          </label>
        ))}
      </div>
      <label className="field">
        <span>{words.say(`talk.text.${kind}`, { clause })}</span>
        <textarea
          className="input"
          dir="auto"
          rows={3}
          maxLength={4000}
          required
          value={text}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
      </label>
      <button type="submit" className="button" disabled={saying.isPending || text.trim() === ''}>
        {words.say('talk.send')}
      </button>
    </form>
  )
}
