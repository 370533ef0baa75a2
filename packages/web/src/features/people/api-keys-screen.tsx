import type { Role } from '@avow/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble, troubleWords } from '../../ui/standing-in.tsx'
import { ApiKeyLine } from './api-key-line.tsx'
import { RolesField } from './roles-field.tsx'
import '../workspaces/attention.css'

/** Keys for other programs. A secret is shown once, when the key is made. */
export function ApiKeysScreen() {
  const words = useWords()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(queries.apiKeys())
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<Role[]>(['agent'])
  const making = useMutation({
    mutationFn: () => call('createApiKey', { body: { name, roles } }),
    onSuccess: () => {
      setName('')
      void client.invalidateQueries({ queryKey: ['api-keys'] })
    },
  })
  const title = words.say('api-keys.title')
  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <p>{words.say('api-keys.lead')}</p>
      </header>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && (
        <Nothing title={words.say('api-keys.none')}>
          <p>{words.say('api-keys.none-hint')}</p>
        </Nothing>
      )}
      <ul className="things">
        {data?.items.map((key) => (
          <ApiKeyLine key={key.id} apiKey={key} />
        ))}
      </ul>
      <h2>{words.say('api-keys.create')}</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          making.mutate()
        }}
      >
        {making.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(making.error, words)}
          </p>
        )}
        {making.data !== undefined && <Secret name={making.data.name} secret={making.data.secret} />}
        <label className="field">
          <span>{words.say('api-keys.name')}</span>
          <input
            className="input"
            dir="auto"
            required
            maxLength={100}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <RolesField roles={roles} onChange={setRoles} />
        <div>
          <button type="submit" className="button main" disabled={roles.length === 0 || making.isPending}>
            {words.say('api-keys.create')}
          </button>
        </div>
      </form>
    </main>
  )
}

function Secret({ name, secret }: { readonly name: string; readonly secret: string }) {
  const words = useWords()
  return (
    <div className="band kept" role="status">
      <span>{words.say('api-keys.secret', { name })}</span>
      <code className="ltr">{secret}</code>
      <button type="button" className="button small" onClick={() => void navigator.clipboard.writeText(secret)}>
        {words.say('api-keys.copy')}
      </button>
    </div>
  )
}
