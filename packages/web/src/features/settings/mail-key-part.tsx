import type { MailDomain, MailKey } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, CircleAlert, Clock3, type LucideIcon, Pause, X } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useTimeWords } from '../mail/time-words.tsx'
import { KeyRecord } from './key-record.tsx'

type Standing = MailKey['state'] | 'replacing' | 'lost'

const LOOKS: Readonly<Record<Standing, readonly [string, LucideIcon]>> = {
  signing: ['kept', Check],
  replacing: ['kept', Check],
  stopped: ['broken', X],
  waiting: ['risk', Clock3],
  replaced: ['paused', Pause],
  lost: ['broken', X],
}

interface MailKeyPartProps {
  readonly domain: string
  readonly shown: MailKey
  /** Makes the next one; undefined where that cannot be. */
  readonly onReplace: (() => void) | undefined
}

/** A key: how it stands, the record that it needs, what the DNS says of that, and what can be done. */
export function MailKeyPart({ domain, shown, onReplace }: MailKeyPartProps) {
  const { id, kind, state, lost, being_replaced, record, checked, signs_since, seen_at, replaced_at } = shown
  const { lacking_since, stopped_at } = shown
  const words = useWords()
  const time = useTimeWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [asks, ask] = useState<'use' | 'remove'>()
  const keep = (next: MailDomain) => {
    ask(undefined)
    const isNow = next.keys.some((key) => key.id === id && key.state === 'signing')
    if (isNow && state !== 'signing') announce.politely(words.say('keys.begins', { domain }))
    return client.invalidateQueries({ queryKey: ['domains'] })
  }
  const checking = useMutation({ mutationFn: () => call('checkMailKey', { params: { id } }), onSuccess: keep })
  const using = useMutation({ mutationFn: () => call('useMailKey', { params: { id } }), onSuccess: keep })
  const removing = useMutation({
    mutationFn: () => call('removeMailKey', { params: { id } }),
    onSuccess: () => {
      announce.politely(words.say('keys.removed'))
      return client.invalidateQueries({ queryKey: ['domains'] })
    },
  })
  const error = checking.error ?? using.error ?? removing.error
  const isBusy = checking.isPending || using.isPending || removing.isPending
  const standing: Standing = lost ? 'lost' : being_replaced ? 'replacing' : state
  const [looks, Sign] = LOOKS[standing]
  const isFound = checked?.finding === 'found'
  const isGone = checked?.finding === 'missing' && lacking_since !== null
  return (
    <article className="mail-key" aria-labelledby={`key-${id}`}>
      <h3 id={`key-${id}`}>
        {words.say(`keys.kind.${kind}`)} <bdi dir="ltr">{record.name.split('.')[0]}</bdi>{' '}
        <span className={`state ${looks}`}>
          <Sign aria-hidden="true" /> {words.say(`keys.state.${standing}`)}
        </span>
      </h3>
      {lost && <p className="band broken">{words.say('keys.lost')}</p>}
      {state === 'signing' && signs_since !== null && (
        <p className="quiet">{words.say('keys.since', { time: time(signs_since) })}</p>
      )}
      {state === 'signing' && seen_at === null && <p className="band risk">{words.say('keys.unseen')}</p>}
      {replaced_at !== null && <p className="quiet">{words.say('keys.replaced', { time: time(replaced_at) })}</p>}
      {stopped_at !== null && <p className="band broken">{words.say('keys.stopped', { time: time(stopped_at) })}</p>}
      {stopped_at === null && lacking_since !== null && (
        <p className="band broken">{words.say('keys.lacking', { time: time(lacking_since) })}</p>
      )}
      {state === 'waiting' || lacking_since !== null ? (
        <>
          {state === 'waiting' && <p>{words.say('keys.put', { domain })}</p>}
          <KeyRecord record={record} />
        </>
      ) : (
        <details className="fold">
          <summary>{words.say('keys.record')}</summary>
          <KeyRecord record={record} />
        </details>
      )}
      <div role="status">
        {checking.isPending && <p className="quiet">{words.say('keys.checking')}</p>}
        {!checking.isPending && checked !== null && (
          <p className={isFound ? 'state kept' : 'band risk'}>
            {isFound ? <Check aria-hidden="true" /> : <CircleAlert className="icon" aria-hidden="true" />}
            <span>
              {words.say(isGone ? 'keys.finding.gone' : `keys.finding.${checked.finding}`)}{' '}
              <span className="quiet">{words.say('keys.checked', { time: time(checked.at) })}</span>
            </span>
          </p>
        )}
      </div>
      {(state === 'signing' || state === 'stopped') && <p className="quiet">{words.say('keys.watched')}</p>}
      {!isFound && checked !== null && checked.said !== null && (
        <>
          <p className="quiet">{words.say('keys.said')}</p>
          <code className="record" dir="ltr">
            {checked.said}
          </code>
        </>
      )}
      {error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(error, words)}
        </p>
      )}
      <div className="deeds">
        <button
          type="button"
          className={state === 'waiting' || state === 'stopped' ? 'button main' : 'button small'}
          disabled={isBusy}
          onClick={() => checking.mutate()}
        >
          {words.say('keys.check')}
        </button>
        {(state === 'signing' || state === 'stopped') && !being_replaced && onReplace !== undefined && (
          <button type="button" className="button small" disabled={isBusy} onClick={onReplace}>
            {words.say('keys.replace')}
          </button>
        )}
        {state !== 'signing' && (
          <SurePress
            isAsked={asks === 'use'}
            isBusy={isBusy}
            first={words.say(state === 'replaced' ? 'keys.again' : 'keys.use')}
            sure={words.say(state === 'replaced' ? 'keys.again' : 'keys.use-sure')}
            onAsk={() => ask('use')}
            onSure={() => using.mutate()}
          />
        )}
        <SurePress
          isAsked={asks === 'remove'}
          isBusy={isBusy}
          first={words.say('keys.remove')}
          sure={words.say(state === 'signing' ? 'keys.remove-sure-signing' : 'keys.remove-sure')}
          onAsk={() => ask('remove')}
          onSure={() => removing.mutate()}
        />
      </div>
    </article>
  )
}

interface SurePressProps {
  readonly isAsked: boolean
  readonly isBusy: boolean
  readonly first: string
  readonly sure: string
  readonly onAsk: () => void
  readonly onSure: () => void
}

/** A press that is asked for twice, the second time with what follows from it. */
function SurePress({ isAsked, isBusy, first, sure, onAsk, onSure }: SurePressProps) {
  return (
    <button type="button" className="button small" disabled={isBusy} onClick={isAsked ? onSure : onAsk}>
      {isAsked ? sure : first}
    </button>
  )
}
