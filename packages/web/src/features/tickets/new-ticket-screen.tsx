import type { Ticket } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call, newKey } from '../../api/call.page.ts'
import { languageName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { FactField } from '../charters/fact-field.tsx'
import type { FactValue } from '../charters/fact-values.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { useMe } from '../people/me.tsx'
import { NewTicketTold } from './new-ticket-told.tsx'
import { readNewTicket } from './read-new-ticket.ts'
import './new-ticket.css'

/** Taken in by staff: at the counter, on the phone, from a letter. What is promised is told at once. */
export function NewTicketScreen() {
  const words = useWords()
  const [made, setMade] = useState<Ticket>()
  const title = words.say('new.title')
  return (
    <main className="page new-ticket">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <p>{words.say('new.lead')}</p>
      </header>
      {made === undefined ? (
        <NewTicketForm onMade={setMade} />
      ) : (
        <NewTicketTold ticket={made} onAnother={() => setMade(undefined)} />
      )}
    </main>
  )
}

/** Where there is no charter, or it does not name channels. */
const CHANNELS = ['counter', 'phone', 'letter']

function NewTicketForm({ onMade }: { readonly onMade: (ticket: Ticket) => void }) {
  const words = useWords()
  const client = useQueryClient()
  const { workspace } = useMe()
  const { charter, of } = useCharter()
  const [channel, choose] = useState('')
  const [facts, setFacts] = useState<Record<string, FactValue>>({})
  const deed = useRef(newKey())
  const making = useMutation({
    mutationFn: (form: FormData) => call('createTicket', { body: readNewTicket(form, facts), key: deed.current }),
    onSuccess: (ticket) => {
      deed.current = newKey()
      void client.invalidateQueries({ queryKey: ['tickets'] })
      void client.invalidateQueries({ queryKey: ['views'] })
      onMade(ticket)
    },
    // Another text is another deed; what failed on the way is tried again with the same key.
    onError: (_, __, ___) => undefined,
  })
  const named = charter?.facts.find(({ name }) => name === 'channel')?.values.map(({ value }) => value)
  const channels = named === undefined ? CHANNELS : CHANNELS.filter((one) => named.includes(one))
  const chosen = channel === '' ? (channels[0] ?? 'counter') : channel
  const today = new Date().toISOString().slice(0, 10)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        making.mutate(new FormData(event.currentTarget))
      }}
      onChange={() => {
        deed.current = newKey()
      }}
    >
      {making.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(making.error, words)}
        </p>
      )}
      <div className="field">
        <span>{words.say('new.channel')}</span>
        <div>
          <div className="choice" role="radiogroup" aria-label={words.say('new.channel')}>
            {channels.map((one) => (
              <label key={one}>
                <input type="radio" name="channel" value={one} checked={one === chosen} onChange={() => choose(one)} />
                {of.factValue('channel', one)}
              </label>
            ))}
          </div>
        </div>
      </div>
      <div className="pair">
        <label className="field">
          <span>{words.say('new.name')}</span>
          <input className="input" name="name" dir="auto" required maxLength={200} autoComplete="off" />
        </label>
        <label className="field">
          <span>{words.say('new.language')}</span>
          <select className="input" name="language" defaultValue={workspace.languages[0]}>
            {workspace.languages.map((language) => (
              <option key={language} value={language}>
                {languageName(words.locale, language)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>
            {words.say('new.email')} ({words.say('optional')})
          </span>
          <input className="input ltr" name="email" type="email" maxLength={254} autoComplete="off" />
        </label>
        <label className="field">
          <span>
            {words.say('new.phone')} ({words.say('optional')})
          </span>
          <input className="input ltr" name="phone" type="tel" maxLength={50} autoComplete="off" />
        </label>
      </div>
      {chosen === 'letter' && (
        <label className="field">
          <span>{words.say('new.received')}</span>
          <input className="input" name="received" type="date" max={today} />
        </label>
      )}
      <label className="field">
        <span>{words.say('new.subject')}</span>
        <input className="input" name="subject" dir="auto" required maxLength={300} autoComplete="off" />
      </label>
      <label className="field">
        <span>{words.say('new.text')}</span>
        <textarea className="input" name="text" dir="auto" required maxLength={100_000} />
      </label>
      {charter !== undefined && (
        <div className="pair">
          {charter.facts
            .filter(({ name, derived }) => !derived && name !== 'channel')
            .map((fact) => (
              <FactField
                key={fact.name}
                charter={charter}
                fact={fact}
                value={facts[fact.name] ?? null}
                isMissing={false}
                onChange={(value) => setFacts((others) => ({ ...others, [fact.name]: value }))}
              />
            ))}
        </div>
      )}
      <div>
        <button type="submit" className="button main" disabled={making.isPending}>
          {words.say('new.create')}
        </button>
      </div>
    </form>
  )
}
