import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'

/** Going back to a version is a new one: a draft of its text, to be approved as any other. */
export function RollBack({ version }: { readonly version: number }) {
  const words = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const mayWrite = useMay('charter.write')
  const starting = useMutation({
    mutationFn: () =>
      call('startDraft', { body: { from: version, note: words.say('versions.back-note', { version }) } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['drafts'] })
      await navigate({ to: '/charter/drafts/$draft', params: { draft: id } })
    },
  })
  if (!mayWrite) return null
  return (
    <>
      <button type="button" className="button small" disabled={starting.isPending} onClick={() => starting.mutate()}>
        {words.say('versions.back')}
      </button>
      {starting.error !== null && (
        <span className="state broken" role="alert">
          {troubleWords(starting.error, words)}
        </span>
      )}
    </>
  )
}
