import { type Entry, faultOfFiles, MOST_FORWARDED_TO, type Ticket } from '@avow/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { type ChangeEvent, useId, useRef, useState } from 'react'
import { call, newKey } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMoments } from '../people/me.tsx'
import { ForwardFiles } from './forward-files.tsx'
import { type Extent, ForwardWhat } from './forward-what.tsx'
import { forwardableIn } from './forwardable.ts'
import { readAddresses } from './read-addresses.ts'
import { useDraft } from './use-draft.tsx'
import { useTicketDeed } from './use-ticket-deed.page.ts'
import './forward-dialog.css'

interface ForwardDialogProps {
  readonly ticket: Ticket
  /** The message that is meant, unless others are chosen. */
  readonly entry: Entry
  readonly onClose: () => void
}

/** Forwards messages, and files of theirs, to people outside. The text is kept until the server has it. */
export function ForwardDialog({ ticket, entry, onClose }: ForwardDialogProps) {
  const words = useWords()
  const announce = useAnnounce()
  const hint = useId()
  const [to, writeTo] = useState('')
  const [cc, writeCc] = useState('')
  const [extent, setExtent] = useState<Extent>('one')
  const [picked, pick] = useState<readonly string[]>([entry.id])
  const [marked, tick] = useState<readonly string[]>([])
  const [language, speak] = useState<Language>()
  const [asked, ask] = useState('')
  // While somebody types, what is there is no address yet.
  const [isTyping, type] = useState(false)
  const draft = useDraft(ticket.id, 'forward', ticket.seq)
  const { data } = useQuery({
    ...queries.forwarding(ticket.number, asked, language),
    placeholderData: keepPreviousData,
  })
  const [first, copies] = [readAddresses(to), readAddresses(cc)]
  const addresses = [...first.addresses, ...copies.addresses]
  const wrong = [...first.wrong, ...copies.wrong]
  const isTooMany = addresses.length > MOST_FORWARDED_TO
  const told = forwardableIn(ticket)
  const whole = data?.messages ?? []
  const chosen = { one: [entry.id], all: whole, some: picked }[extent]
  const files = told.flatMap((each) => (chosen.includes(each.entry.id) ? each.entry.attachments : []))
  // What was ticked of a message that is no longer chosen stays ticked, should it be chosen again.
  const ticked = files.flatMap(({ id }) => (marked.includes(id) ? [id] : []))
  const hidden = marked.filter((id) => !ticked.includes(id))
  // The same deed has the same key, however often it is tried; another is another deed.
  const deed = useRef({ what: '', key: '' })
  const sending = useTicketDeed(
    () => {
      const body = {
        to: [...first.addresses],
        cc: [...copies.addresses],
        text: draft.text,
        files: [...ticked],
        ...(extent === 'all' ? {} : { messages: [...chosen] }),
        ...(language === undefined ? {} : { language }),
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
    first.addresses.length > 0 &&
    wrong.length === 0 &&
    !isTooMany &&
    chosen.length > 0 &&
    faultOfFiles(files.filter(({ id }) => ticked.includes(id))) === undefined &&
    data?.from !== null &&
    !sending.isPending
  const send = (): void => {
    if (isReady) sending.mutate(undefined)
  }
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
        <ForwardWhat
          entry={entry}
          told={told}
          whole={whole.length}
          extent={extent}
          picked={picked}
          onExtent={setExtent}
          onPick={pick}
        />
        <ForwardFiles files={files} ticked={ticked} onTick={(now) => tick([...hidden, ...now])} />
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
        <label className="field">
          <span>{words.say('forward.language')}</span>
          <select
            className="input"
            value={language ?? data?.language ?? ''}
            onChange={({ currentTarget }) => speak(LANGUAGES.find((one) => one === currentTarget.value))}
          >
            {data === undefined && <option value="" />}
            {LANGUAGES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <p className="quiet">{words.say('forward.told')}</p>
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
