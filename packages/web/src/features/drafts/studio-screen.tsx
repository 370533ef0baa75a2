import type { Draft } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'
import { draftQueries } from './draft-queries.page.ts'
import { StudioAtWork } from './studio-at-work.tsx'
import { useEngine } from './use-engine.page.ts'
import './studio.css'
import './fields.css'
import './small-fields.css'
import './margin.css'
import './rows.css'
import './views.css'
import './narrow.css'

/** One draft of the charter. */
export function StudioScreen() {
  const { draft: id } = useParams({ from: '/charter/drafts/$draft' })
  const { data: draft, error, refetch } = useQuery(draftQueries.one(id))
  if (draft !== undefined) return <OpenDraft key={`${id} ${draft.state === 'writing'}`} draft={draft} />
  return <main className="page">{error === null ? <Loading /> : <Trouble error={error} again={refetch} />}</main>
}

function OpenDraft({ draft }: { readonly draft: Draft }) {
  const mayWrite = useMay('charter.write') && draft.state === 'writing'
  const engine = useEngine(draft, mayWrite)
  // The version that it began from stays what it is compared with, for as long as one looks.
  const [from] = useState(draft.base)
  const { data: base } = useQuery({ ...draftQueries.version(from ?? 0), enabled: from !== null })
  if (engine === undefined)
    return (
      <main className="page">
        <Loading />
      </main>
    )
  return <StudioAtWork draft={draft} engine={engine} base={base?.source} mayWrite={mayWrite} />
}
