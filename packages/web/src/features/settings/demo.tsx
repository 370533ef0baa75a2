import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMe } from '../people/me.tsx'

/** Removing asks once more, in words that say what happens. */
export function Demo() {
  const words = useWords()
  const client = useQueryClient()
  const { workspace } = useMe()
  const [isSure, setSure] = useState(false)
  const removing = useMutation({
    mutationFn: () => call('removeDemo', {}),
    onSuccess: () => client.invalidateQueries(),
  })
  if (removing.data !== undefined)
    return (
      <section>
        <p className="band kept" role="status">
          {words.say('settings.demo-removed', removing.data)}
        </p>
      </section>
    )
  if (!workspace.has_demo) return null
  return (
    <section>
      <h2>{words.say('settings.demo')}</h2>
      <p>{words.say('settings.demo-lead')}</p>
      {removing.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(removing.error, words)}
        </p>
      )}
      <p className="deeds">
        <button
          type="button"
          className="button"
          disabled={removing.isPending}
          onClick={() => (isSure ? removing.mutate() : setSure(true))}
        >
          {words.say(isSure ? 'settings.demo-sure' : 'settings.demo-remove')}
        </button>
        {isSure && (
          <button type="button" className="button plain" onClick={() => setSure(false)}>
            {words.say('cancel')}
          </button>
        )}
      </p>
    </section>
  )
}
