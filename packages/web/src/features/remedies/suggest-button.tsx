import type { Grant } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { remedyWords } from './remedy-words.ts'

/** A declined decision becomes a suggestion for its clause, in the words of its reason. */
export function SuggestButton({ grant }: { readonly grant: Grant }) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { clause, id, ticket, reason } = grant
  const suggesting = useMutation({
    mutationFn: () => {
      const text = reason === '' ? remedyWords(grant, words) : reason
      return call('suggest', { body: { clause, kind: 'suggestion', text, grant: id, ticket } })
    },
    onSuccess: () => {
      announce.politely(words.say('grant.suggested'))
      return client.invalidateQueries({ queryKey: ['suggestions'] })
    },
  })
  if (suggesting.isSuccess) return <Link to="/charter/suggestions">{words.say('grant.suggested')}</Link>
  return (
    <>
      <button
        type="button"
        className="button small"
        disabled={suggesting.isPending}
        onClick={() => suggesting.mutate()}
      >
        {words.say('grant.suggest')}
      </button>
      {suggesting.error !== null && (
        <span className="state broken" role="alert">
          {troubleWords(suggesting.error, words)}
        </span>
      )}
    </>
  )
}
