import type { Role } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useMoments } from './me.tsx'

interface ApiKeyLineProps {
  readonly apiKey: {
    readonly id: string
    readonly name: string
    readonly roles: readonly Role[]
    readonly created_at: string
    readonly revoked_at: string | null
  }
}

/** One key; ending it asks once more. */
export function ApiKeyLine({ apiKey }: ApiKeyLineProps) {
  const words = useWords()
  const moments = useMoments()
  const client = useQueryClient()
  const [isSure, setSure] = useState(false)
  const { id, name, roles, created_at, revoked_at } = apiKey
  const ending = useMutation({
    mutationFn: () => call('revokeApiKey', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  return (
    <li>
      <span>
        <bdi>{name}</bdi> <span className="quiet">{words.list(roles.map((role) => words.say(`role.${role}`)))}</span>
      </span>
      <span className="quiet">
        {revoked_at === null
          ? words.say('api-keys.created', { date: moments.date(Date.parse(created_at)) })
          : words.say('api-keys.revoked', { date: moments.date(Date.parse(revoked_at)) })}
      </span>
      {revoked_at === null && (
        <button
          type="button"
          className="button small"
          disabled={ending.isPending}
          onClick={() => (isSure ? ending.mutate() : setSure(true))}
        >
          {isSure ? words.say('api-keys.revoke-sure', { name }) : words.say('api-keys.revoke')}
        </button>
      )}
    </li>
  )
}
