import type { ClauseNotice } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { queries } from '../../api/queries.page.ts'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { ChangeCard } from './change-card.tsx'
import './handbook.css'

/** What changed for the reader, clause by clause, before and after; each is acknowledged by itself, also with the keys. */
export function ChangesScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(queries.clauseNotices(undefined))
  const [isRead, showRead] = useState(false)
  const cards = useRef<HTMLOListElement>(null)
  const all = data?.items ?? []
  const open = all.filter(({ acknowledged_at: at }) => at === null)
  const read = all.filter(({ acknowledged_at: at }) => at !== null)
  const title = words.say('changes.title')

  const go = (by: number): boolean => {
    const list = [...(cards.current?.querySelectorAll<HTMLElement>('.change') ?? [])]
    const at = list.findIndex((card) => card.contains(document.activeElement))
    const next = list[at < 0 ? 0 : at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
    return next !== undefined
  }
  useShortcuts({
    j: () => go(1),
    k: () => go(-1),
    a: () => {
      const card = document.activeElement?.closest('.change') ?? cards.current?.querySelector('.change')
      const button = card?.querySelector<HTMLButtonElement>('.acknowledge')
      button?.click()
      return button !== null && button !== undefined
    },
  })

  return (
    <main className="page">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        <p>{words.say('changes.lead')}</p>
      </header>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && open.length === 0 && (
        <Nothing title={words.say(all.length === 0 ? 'changes.none' : 'changes.all-read')}>
          {all.length === 0 && <p>{words.say('changes.none-hint')}</p>}
        </Nothing>
      )}
      {open.length > 0 && (
        <p className="quiet keys-hint">
          <kbd>j</kbd> <kbd>k</kbd> {words.say('changes.keys-move')} · <kbd>a</kbd> {words.say('changes.acknowledge')}
        </p>
      )}
      <ol className="changes" ref={cards}>
        {open.map((notice) => (
          <ChangeCard key={keyOf(notice)} notice={notice} onDone={() => go(0)} />
        ))}
      </ol>
      {read.length > 0 && (
        <details className="read-changes" open={isRead} onToggle={({ currentTarget }) => showRead(currentTarget.open)}>
          <summary className="unfold">{words.say('changes.read', { count: read.length })}</summary>
          {isRead && (
            <ol className="changes">
              {read.map((notice) => (
                <ChangeCard key={keyOf(notice)} notice={notice} />
              ))}
            </ol>
          )}
        </details>
      )}
    </main>
  )
}

function keyOf({ version, difference }: ClauseNotice): string {
  return `${version} ${difference.kind} ${difference.id}`
}
