import type { Ticket, TicketChanged } from '@avow/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useMe } from '../people/me.tsx'
import { listen, type OtherKind } from './live-stream.page.ts'

/** Changes that come together are fetched together, ms. */
const GATHER = 250

/** What may be other than it was when a ticket changed, by the first part of its query's key. */
const BY_TICKETS = ['tickets', 'views', 'attention', 'notices', 'mail', 'grants', 'breaches']
const BY_OTHERS: Readonly<Record<OtherKind, readonly string[]>> = {
  draft: ['drafts', 'draft'],
  charter: ['charter', 'handbook', 'versions', 'clause-notices', 'drafts', 'draft'],
  notice: ['notices', 'clause-notices', 'suggestions', 'standing'],
}

/** Keeps what is on the screen true: fetches again what changed, and says what a reader of the screen must hear. */
export function LiveTickets() {
  const client = useQueryClient()
  const words = useWords()
  const announce = useAnnounce()
  const { workspace } = useMe()
  const changed = useRef(new Set<number>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const fetchAgain = useEffectEvent(() => {
    timer.current = undefined
    const numbers = [...changed.current]
    changed.current.clear()
    for (const key of BY_TICKETS) void client.invalidateQueries({ queryKey: [key] })
    for (const number of numbers) void refresh(number)
  })

  const refresh = useEffectEvent(async (number: number) => {
    const { queryKey } = queries.ticket(number)
    const before = client.getQueryData<Ticket>(queryKey)
    await client.invalidateQueries({ queryKey })
    const after = client.getQueryData<Ticket>(queryKey)
    if (before === undefined || after === undefined) return
    const who = after.customer?.name ?? words.say('list.no-customer')
    if (after.broken > before.broken) announce.atOnce(words.say('live.broken', { who, number: String(number) }))
    const isNew = after.entries.some(({ seq, type }) => seq > before.seq && type === 'message.received')
    if (isNew) announce.politely(words.say('live.message', { who, number: String(number) }))
  })

  const onChange = useEffectEvent(({ number, seq }: TicketChanged) => {
    const known = client.getQueryData<Ticket>(queries.ticket(number).queryKey)
    if (known === undefined || known.seq < seq) changed.current.add(number)
    timer.current ??= setTimeout(() => fetchAgain(), GATHER)
  })
  const onOther = useEffectEvent((kind: OtherKind) => {
    for (const key of BY_OTHERS[kind]) void client.invalidateQueries({ queryKey: [key] })
  })
  const onBreak = useEffectEvent(() => void client.invalidateQueries())

  useEffect(() => {
    const stop = listen(workspace.slug, {
      onTicket: (change) => onChange(change),
      onOther: (kind) => onOther(kind),
      onBreak: () => onBreak(),
    })
    return () => {
      stop()
      clearTimeout(timer.current)
    }
  }, [workspace.slug])
  return null
}
