import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Trouble } from '../../ui/standing-in.tsx'
import { Saved } from './saved.tsx'
import { settingsQueries } from './settings-queries.page.ts'

/** May people of the desk answer from their own mail programs? Kept as soon as it is said. */
export function AnswersByMail() {
  const words = useWords()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(settingsQueries.company())
  const saving = useMutation({
    mutationFn: (answers_by_mail: boolean) => call('changeCompany', { body: { answers_by_mail } }),
    onSuccess: (company) => client.setQueryData(settingsQueries.company().queryKey, company),
  })
  return (
    <section>
      <h2>{words.say('addresses.by-mail')}</h2>
      <Saved error={saving.error} isDone={saving.isSuccess} done={words.say('settings.saved')} />
      {error !== null && <Trouble error={error} again={refetch} />}
      {data !== undefined && (
        <div className="field">
          <label className="check">
            <input
              type="checkbox"
              checked={saving.isPending ? saving.variables : data.answers_by_mail}
              disabled={saving.isPending}
              aria-describedby="answers-by-mail-hint"
              onChange={({ currentTarget }) => saving.mutate(currentTarget.checked)}
            />
            {words.say('addresses.by-mail-allow')}
          </label>
          <span className="hint" id="answers-by-mail-hint">
            {words.say('addresses.by-mail-hint')}
          </span>
        </div>
      )}
    </section>
  )
}
