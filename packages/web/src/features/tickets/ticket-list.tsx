import type { ViewName } from '@avow/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { queries } from '../../api/queries.page.ts'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { useWords } from '../../messages/words.tsx'
import { Loading, Nothing, Trouble } from '../../ui/standing-in.tsx'
import { ListRow } from './list-row.tsx'
import { ViewChoice } from './view-choice.tsx'
import './ticket-list.css'

const ROW = 56

/** Tickets of a view, in the order of need. Only the rows that are seen stand in the page. */
export function TicketList({ view, chosen }: { readonly view: ViewName; readonly chosen: number | undefined }) {
  const words = useWords()
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    queries.tickets(view),
  )
  const rows = data?.pages.flatMap((page) => page.items) ?? []
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 20) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, last, rows.length, fetchNextPage])

  const move = (by: number): void => {
    const at = Math.min(rows.length - 1, Math.max(0, (placeOfFocus() ?? placeOf(rows, chosen) ?? -by) + by))
    virtual.scrollToIndex(at)
    // The row may only now come into the page.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-place="${at}"]`)?.focus())
  }
  const navigate = useNavigate()
  useShortcuts({
    j: () => move(1),
    ArrowDown: () => placeOfFocus() !== undefined && move(1),
    k: () => move(-1),
    ArrowUp: () => placeOfFocus() !== undefined && move(-1),
    u: () => void navigate({ to: '/tickets/$view', params: { view } }),
  })

  return (
    <section className="list" aria-label={words.say('list.title', { view: words.say(`view.${view}`) })}>
      <ViewChoice view={view} />
      <div className="scroller" ref={scroller}>
        {isPending && <Loading />}
        {error !== null && rows.length === 0 && <Trouble error={error} again={refetch} />}
        {data !== undefined && rows.length === 0 && (
          <Nothing title={words.say(`list.empty.${view}`)}>
            <p>{words.say('list.empty-hint')}</p>
          </Nothing>
        )}
        <ul style={{ blockSize: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = rows[index]
            return (
              row !== undefined && (
                <ListRow
                  key={row.id}
                  row={row}
                  view={view}
                  place={index}
                  of={hasNextPage ? -1 : rows.length}
                  at={start}
                  isChosen={row.number === chosen}
                />
              )
            )
          })}
        </ul>
      </div>
    </section>
  )
}

function placeOfFocus(): number | undefined {
  const place = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['place'] : undefined
  return place === undefined ? undefined : Number(place)
}

function placeOf(rows: readonly { readonly number: number }[], chosen: number | undefined): number | undefined {
  const at = rows.findIndex(({ number }) => number === chosen)
  return at < 0 ? undefined : at
}
