import { type Entry, MOST_FORWARDED_TO, type Ticket } from '@avow/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { type ChangeEvent, useId, useRef, useState } from 'react'
import { call, newKey } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { directionOf } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMoments } from '../people/me.tsx'
import { readAddresses } from './read-addresses.ts'
import { useDraft } from './use-draft.tsx'
import { useTicketDeed } from './use-ticket-deed.page.ts'
import './forward-dialog.css'

/** Characters of a message, by which somebody knows it. */
const MOST_SHOWN = 120

interface ForwardDialogProps {
  readonly ticket: Ticket
  /** The message that is meant, unless the whole conversation is chosen. */
  readonly entry: Entry
  readonly onClose: () => void
}

/** Forwards a message, or the whole conversation, to people outside. The text is kept until the server has it. */
export function ForwardDialog({ ticket, entry, onClose }: ForwardDialogProps) {
  const words = useWords()
  const announce = useAnnounce()
  const hint = useId()
  const [to, writeTo] = useState('')
  const [cc, writeCc] = useState('')
  const [hasAll, takeAll] = useState(false)
  const [asked, ask] = useState('')
  // While somebody types, what is there is no address yet.
  const [isTyping, type] = useState(false)
  const draft = useDraft(ticket.id, 'forward', ticket.seq)
  const { data } = useQuery({ ...queries.forwarding(ticket.number, asked), placeholderData: keepPreviousData })
  const [first, copies] = [readAddresses(to), readAddresses(cc)]
  const addresses = [...first.addresses, ...copies.addresses]
  const wrong = [...first.wrong, ...copies.wrong]
  const isTooMany = addresses.length > MOST_FORWARDED_TO
  // The same deed has the same key, however often it is tried; another is another deed.
  const deed = useRef({ what: '', key: '' })
  const sending = useTicketDeed(
    () => {
      const body = {
        to: [...first.addresses],
        cc: [...copies.addresses],
        text: draft.text,
        ...(hasAll ? {} : { messages: [entry.id] }),
      }
      const what = JSON.stringify(body)
      if (deed.current.what !== what) deed.current = { what, key: newKey() }
      return call('forwardTicket', { params: { number: ticket.number }, body, key: deed.current.key })
    },
    () => {
      draft.write('')
      announce.politely(words.say('forward.sent'))
      onClose()
    },
  )
  const isReady =
    first.addresses.length > 0 && wrong.length === 0 && !isTooMany && data?.from !== null && !sending.isPending
  const send = (): void => {
    if (isReady) sending.mutate(undefined)
  }
  const whole = data?.messages ?? []
  const chosen = hasAll ? whole : [entry.id]
  const hasFiles = ticket.entries.some(
    ({ id, attachments }) => chosen.includes(id) && attachments.some(({ is_inline }) => !is_inline),
  )
  const look = (): void => {
    ask(addresses.join(','))
    type(false)
  }
  const typed = (write: (text: string) => void) => (event: ChangeEvent<HTMLInputElement>) => {
    write(event.currentTarget.value)
    type(true)
  }
  return (
    <Dialog title={words.say('forward.title')} onClose={onClose} wide>
      <form
        className="form forward"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            send()
          }
        }}
      >
        {sending.error !== null && (
          <p className="band broken" role="alert">
            {words.say('forward.failed', { reason: troubleWords(sending.error, words) })}
          </p>
        )}
        {data?.from === null && <p className="band broken">{words.say('forward.no-mailbox')}</p>}
        <label className="field">
          <span>{words.say('forward.to')}</span>
          <input
            className="input"
            dir="ltr"
            inputMode="email"
            autoComplete="off"
            required
            aria-describedby={hint}
            value={to}
            onChange={typed(writeTo)}
            onBlur={look}
          />
          <span className="hint" id={hint}>
            {words.say('forward.to-hint')}
          </span>
        </label>
        <label className="field">
          <span>{words.say('forward.cc')}</span>
          <input
            className="input"
            dir="ltr"
            inputMode="email"
            autoComplete="off"
            value={cc}
            onChange={typed(writeCc)}
            onBlur={look}
          />
        </label>
        <AddressTrouble wrong={isTyping ? [] : wrong} isTooMany={isTooMany} dead={data?.unreachable ?? []} />
        <fieldset className="what">
          <legend>{words.say('forward.what')}</legend>
          <label className="check">
            <input type="radio" name="what" checked={!hasAll} onChange={() => takeAll(false)} />
            <span>
              {words.say('forward.message')}{' '}
              <bdi className="quiet" dir="auto">
                {[...(entry.text ?? '')].slice(0, MOST_SHOWN).join('')}
              </bdi>
            </span>
          </label>
          <label className="check">
            <input
              type="radio"
              name="what"
              checked={hasAll}
              disabled={whole.length === 0}
              onChange={() => takeAll(true)}
            />
            {words.say('forward.whole', { count: whole.length })}
          </label>
        </fieldset>
        <label className="field">
          <span>{words.say('forward.text')}</span>
          <textarea
            className="input"
            dir="auto"
            value={draft.text}
            readOnly={sending.isPending}
            onChange={(event) => draft.write(event.currentTarget.value)}
          />
        </label>
        {data?.signature != null && (
          <p className="signed" lang={data.signature.language} dir={directionOf(data.signature.language)}>
            {data.signature.text}
          </p>
        )}
        {data?.from != null && (
          <p className="quiet">{words.say('reply.from', { who: data.from.name, address: data.from.address })}</p>
        )}
        <p className="quiet">
          {hasFiles && words.say('forward.files')} {words.say('forward.told')}
        </p>
        <footer>
          <button type="submit" className="button main" title="Ctrl+Enter" disabled={!isReady}>
            <Send aria-hidden="true" className="turns" />
            {words.say('forward.send')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

interface AddressTroubleProps {
  readonly wrong: readonly string[]
  readonly isTooMany: boolean
  readonly dead: readonly { readonly address: string; readonly since: string; readonly status: string | null }[]
}

/** What is wrong with the addresses that were typed, and from which of them mail comes back. */
function AddressTrouble({ wrong, isTooMany, dead }: AddressTroubleProps) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  return (
    <div role="status" className="troubles">
      {wrong.length > 0 && (
        <p className="band risk">
          {words.say('forward.wrong', { count: wrong.length, addresses: words.list([...wrong]) })}
        </p>
      )}
      {isTooMany && <p className="band risk">{words.say('forward.too-many', { most: MOST_FORWARDED_TO })}</p>}
      {dead.map(({ address, since, status }) => (
        <p className="band broken" key={address}>
          {words.say('forward.dead', { address, since: moments.near(Date.parse(since), now) })}{' '}
          {status !== null && words.say('reply.dead-status', { status })}
        </p>
      ))}
    </div>
  )
}
