import type { Ticket } from '@avow/contract'
import { Lock, Send } from 'lucide-react'
import { useRef, useState } from 'react'
import { call, newKey } from '../../api/call.page.ts'
import { isProblem } from '../../api/problem-error.ts'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'
import { AddressBand } from './address-band.tsx'
import { AttachButton, ComposerFiles } from './composer-files.tsx'
import { DirectionButton } from './direction-button.tsx'
import type { DraftKind } from './draft.page.ts'
import { MovedBand } from './moved-band.tsx'
import { SignatureLine } from './signature-line.tsx'
import { ToneLine } from './tone-line.tsx'
import { useDraft } from './use-draft.tsx'
import { useDropping } from './use-dropping.page.ts'
import { useFiles } from './use-files.page.ts'
import { useMentions } from './use-mentions.tsx'
import { useTicketDeed } from './use-ticket-deed.page.ts'
import './composer.css'

const AFTERWARDS = ['waiting-for-customer', 'open', 'on-hold', 'solved'] as const
type Afterwards = (typeof AFTERWARDS)[number]

/** Where one answers, or notes. A text is never lost: it stays until the server has it. */
export function Composer({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const announce = useAnnounce()
  const [kind, choose] = useState<Exclude<DraftKind, 'forward'>>('answer')
  const [then, setThen] = useState<Afterwards>('waiting-for-customer')
  const draft = useDraft(ticket.id, kind, ticket.seq)
  const area = useRef<HTMLTextAreaElement>(null)
  const inHand = useFiles(ticket.id, kind, (name) =>
    announce.politely(words.say('reply.file-attached', { name: withoutTurning(name) })),
  )
  const mentions = useMentions({ text: draft.text, area, isOn: kind === 'note', write: draft.write })
  const { isOver, ...dropping } = useDropping(inHand.add)
  // The same deed has the same key, however often it is tried; another text is another deed.
  const deed = useRef({ text: '', key: '' })

  const sending = useTicketDeed(
    ({ state, anyway }: { readonly state: Afterwards; readonly anyway: boolean }) => {
      const params = { number: ticket.number }
      const { text, seen, direction } = draft
      const files = inHand.files.map(({ id, name, type }) => ({ upload: id, name, type }))
      const what = JSON.stringify([kind, state, anyway, seen, text, direction, files])
      if (deed.current.text !== what) deed.current = { text: what, key: newKey() }
      const { key } = deed.current
      return kind === 'note'
        ? call('noteOnTicket', {
            params,
            body: { text, direction, files, mentions: [...mentions.mentioned(text)] },
            key,
          })
        : call('replyToTicket', { params, body: { text, direction, seen, anyway, state, files }, key })
    },
    () => {
      deed.current = { text: '', key: '' }
      draft.empty()
      inHand.clear()
      setThen('waiting-for-customer')
      announce.politely(words.say(kind === 'note' ? 'reply.noted' : 'reply.sent'))
      area.current?.focus()
    },
  )
  const maySend = draft.text.trim() !== '' && inHand.isReady && !sending.isPending
  const send = (state: Afterwards, anyway = false): void => {
    if (maySend) sending.mutate({ state, anyway })
  }
  const write = (chosen: typeof kind) => () => {
    choose(chosen)
    requestAnimationFrame(() => area.current?.focus())
  }
  const mayWrite = useMay('tickets.write')
  useShortcuts({
    r: write('answer'),
    n: write('note'),
    'Ctrl+Enter': () => send(then),
    'Ctrl+Shift+Enter': () => send('solved'),
  })
  if (!mayWrite) return null

  const who = ticket.customer?.name ?? words.say('list.no-customer')
  const isNote = kind === 'note'
  const { error } = sending
  return (
    <section className={isNote ? 'composer note' : 'composer'} aria-label={words.say('reply.title')} {...dropping}>
      {!isNote && draft.text !== '' && (
        <MovedBand
          ticket={ticket}
          seen={draft.seen}
          wasRefused={isProblem(error, 'ticket-moved')}
          onAnyway={() => send(then, true)}
          onLook={() => {
            draft.look(ticket.seq)
            sending.reset()
            area.current?.focus()
          }}
        />
      )}
      {!isNote && <AddressBand ticket={ticket.number} />}
      {error !== null && !isProblem(error, 'ticket-moved') && (
        <p className="band broken" role="alert">
          {words.say('reply.failed', { reason: troubleWords(error, words) })}
        </p>
      )}
      <div className="composer-head">
        <div className="choice" role="radiogroup" aria-label={words.say('reply.title')}>
          {(['answer', 'note'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="composer" checked={one === kind} onChange={() => choose(one)} />
              {words.say(`reply.${one}`)}
            </label>
          ))}
        </div>
        <span className="quiet one-line">
          {isNote ? (
            <>
              <Lock className="icon" aria-hidden="true" /> {words.say('reply.note-to')}
            </>
          ) : (
            words.say('reply.to', { who: ticket.customer?.email ?? who })
          )}
        </span>
      </div>
      {isNote && mentions.list}
      <textarea
        {...mentions.field}
        ref={area}
        className="input"
        dir={draft.direction ?? 'auto'}
        aria-label={isNote ? words.say('reply.note-text') : words.say('reply.text', { who })}
        value={draft.text}
        readOnly={sending.isPending}
        onPaste={(event) => {
          const { files, types } = event.clipboardData
          // A text copied from an office program comes with a picture of itself.
          if (files.length === 0 || types.includes('text/plain')) return
          event.preventDefault()
          inHand.add([...files])
        }}
        onChange={(event) => {
          draft.write(event.currentTarget.value)
          mentions.follow(event.currentTarget.selectionStart)
        }}
        onSelect={(event) => mentions.follow(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          mentions.onKeyDown(event)
          if (event.defaultPrevented) return
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur()
        }}
      />
      {isOver && <p className="band drop">{words.say('reply.drop')}</p>}
      <ComposerFiles inHand={inHand} area={area} />
      {!isNote && <ToneLine ticket={ticket} text={draft.text} />}
      {!isNote && <SignatureLine ticket={ticket.number} />}
      <div className="composer-foot">
        <AttachButton onChosen={inHand.add} />
        <DirectionButton direction={draft.direction} onTurn={draft.turn} />
        {!isNote && (
          <label>
            <span className="quiet">{words.say('reply.then')}</span>
            <select
              className="input"
              aria-label={words.say('reply.then')}
              value={then}
              onChange={(event) => setThen(AFTERWARDS.find((one) => one === event.currentTarget.value) ?? 'open')}
            >
              {AFTERWARDS.map((one) => (
                <option key={one} value={one}>
                  {words.say(`reply.then.${one}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="button" className="button main" title="Ctrl+Enter" disabled={!maySend} onClick={() => send(then)}>
          {!isNote && <Send aria-hidden="true" className="turns" />}
          {words.say(isNote ? 'reply.add' : 'reply.send')}
        </button>
      </div>
    </section>
  )
}
