import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../../api/call.page.ts'
import { draftQueries } from './draft-queries.page.ts'
import { partId } from './part-id.ts'
import type { PartName } from './place-findings.ts'

interface NewDraft {
  readonly note: string
  /** Number of a version; left out, the one in force. */
  readonly from?: number
  /** A text of one’s own to begin from, a template say. */
  readonly source?: string
  /** What the studio opens at; left out, its beginning. */
  readonly part?: PartName
}

/** Starts a draft and opens it in the studio. */
export function useStartDraft() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ note, from, source }: NewDraft) =>
      call('startDraft', {
        body: { note, ...(from === undefined ? {} : { from }), ...(source === undefined ? {} : { source }) },
      }),
    onSuccess: (draft, { part }) => {
      client.setQueryData(draftQueries.one(draft.id).queryKey, draft)
      void client.invalidateQueries({ queryKey: ['drafts'] })
      const hash = part === undefined ? {} : { hash: partId(part) }
      void navigate({ to: '/charter/drafts/$draft', params: { draft: draft.id }, ...hash })
    },
  })
}
