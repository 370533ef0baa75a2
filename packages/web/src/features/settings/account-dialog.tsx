import type { CompanyAddress } from '@avow/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type AnswerOf, call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { ClosedLinks } from './closed-links.tsx'
import { ConsentPart } from './consent-part.tsx'
import { GuessLine } from './guess-line.tsx'
import {
  accountBody,
  consentAsk,
  fetchedOf,
  type ServersTyped,
  senderBody,
  senderTrialBody,
  serversOf,
} from './mail-servers.ts'
import { ServerFailure } from './server-fields.tsx'
import { ServersFold } from './servers-fold.tsx'
import { settingsQueries } from './settings-queries.page.ts'
import { WhichMail } from './which-mail.tsx'

interface AccountDialogProps {
  readonly address: CompanyAddress
  readonly onClose: () => void
}

/**
 * Where the mail of an address is fetched from, and by what it leaves. The servers are found by the address, so that its
 * password is all that most people type; the rest is folded away until it is needed.
 */
export function AccountDialog({ address: shown, onClose }: AccountDialogProps) {
  const { id, address, account, sender } = shown
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const form = useRef<HTMLFormElement>(null)
  const isNew = account === null && sender === null
  // Whoever mistyped a password at first may still choose.
  const isUnfetched = account === null || (account.fetched_at === null && fetchedOf(account) === 0)
  const guess = useQuery({ ...settingsQueries.servers(address), enabled: isNew || account?.consent != null })
  const [changed, change] = useState<ServersTyped>()
  // Apart from the rest: it may be chosen before the servers are found.
  const [chosen, choose] = useState<ServersTyped['from']>()
  const [isOpen, open] = useState(!isNew)
  const from = chosen ?? (account?.since === null ? 'all' : 'now')
  const typed = { ...(changed ?? serversOf(shown, guess.data)), from }
  const passwords = () => {
    const data = new FormData(form.current ?? undefined)
    return { fetching: String(data.get('password') ?? ''), sending: String(data.get('sender-password') ?? '') }
  }
  /** What is to be saved is tried first: a mistyped password is seen here, and not a minute later by its failure. */
  const trying = useMutation({
    mutationFn: async (_: { readonly isToSave: boolean }) => {
      const given = passwords()
      const body = accountBody(typed, given.fetching)
      const [fetching, sending] = await Promise.all([
        typed.fetches ? call('tryMailAccount', { params: { id }, body }) : undefined,
        typed.sends ? call('tryMailSender', { params: { id }, body: senderTrialBody(typed, given) }) : undefined,
      ])
      return { fetching, sending }
    },
    onSuccess: (found, { isToSave }) => {
      const failures = failuresOf(found)
      if (failures.some(({ code }) => code !== 'sign-in')) open(true)
      if (isToSave && failures.length === 0) saving.mutate()
    },
  })
  const saving = useMutation({
    mutationFn: async () => {
      const given = passwords()
      const params = { id }
      const which = account === null || chosen !== undefined ? { from } : {}
      const body = { ...accountBody(typed, given.fetching), ...which }
      if (typed.fetches) await call('setMailAccount', { params, body })
      else if (account !== null) await call('removeMailAccount', { params })
      if (typed.sends) await call('setMailSender', { params, body: senderBody(typed, given) })
      else if (sender !== null) await call('removeMailSender', { params })
    },
    onSuccess: async () => {
      // Whoever opens it again finds what was saved.
      await client.invalidateQueries({ queryKey: settingsQueries.addresses().queryKey })
      announce.politely(words.say('accounts.saved', { address }))
      onClose()
    },
    onSettled: () => client.invalidateQueries(),
  })
  const error = saving.error ?? trying.error
  const isBusy = saving.isPending || trying.isPending
  const { data: tried } = trying
  const { fetching, sending } = tried ?? {}
  const results = useRef<HTMLDivElement>(null)
  // The fold that a failure opens would push it out of sight.
  useEffect(() => {
    if (tried !== undefined) results.current?.scrollIntoView({ block: 'nearest' })
  }, [tried])
  return (
    <Dialog title={words.say('accounts.title', { address })} onClose={onClose}>
      {guess.data?.consent != null && (
        <ConsentPart
          id={id}
          provider={guess.data.consent}
          ask={consentAsk(typed, account === null)}
          isAgain={account?.consent != null}
        />
      )}
      <form
        ref={form}
        className="form"
        onInvalidCapture={() => open(true)}
        onSubmit={(event) => {
          event.preventDefault()
          trying.mutate({ isToSave: true })
        }}
      >
        {error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(error, words)}
          </p>
        )}
        {typed.fetches && (
          <label className="field">
            <span>{words.say('accounts.password')}</span>
            <input
              className="input ltr"
              name="password"
              type="password"
              required={account === null}
              maxLength={1000}
              autoComplete="new-password"
            />
            {account !== null && account.consent === null && (
              <span className="hint">{words.say('accounts.password-kept')}</span>
            )}
            {guess.data?.wants_own_password === true && (
              <span className="hint">{words.say('accounts.wants-own-password')}</span>
            )}
          </label>
        )}
        {isNew && <ClosedLinks />}
        {isNew && (
          <GuessLine address={address} guess={guess.data} isFailed={guess.isError} onNeeded={() => open(true)} />
        )}
        {typed.fetches && isUnfetched && <WhichMail from={from} onChange={choose} />}
        <ServersFold
          typed={typed}
          onChange={change}
          keepsPassword={sender?.sign_in === 'own'}
          isOpen={isOpen}
          onToggle={open}
        />
        <div role="status" ref={results}>
          {trying.isPending && words.say('accounts.trying')}
          {fetching?.failure === null && (
            <p className="state kept">
              <Check aria-hidden="true" /> {words.say('accounts.works', { folders: words.list(fetching.folders) })}
            </p>
          )}
          {fetching !== undefined && fetching.failure !== null && <ServerFailure {...fetching.failure} of="fetching" />}
          {sending?.failure === null && (
            <p className="state kept">
              <Check aria-hidden="true" /> {words.say('accounts.works-sending')}
            </p>
          )}
          {sending !== undefined && sending.failure !== null && <ServerFailure {...sending.failure} of="sending" />}
        </div>
        <footer>
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => form.current?.reportValidity() === true && trying.mutate({ isToSave: false })}
          >
            {words.say('accounts.try')}
          </button>
          {tried !== undefined && failuresOf(tried).length > 0 && (
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => form.current?.reportValidity() === true && saving.mutate()}
            >
              {words.say('accounts.save-failing')}
            </button>
          )}
          <button type="submit" className="button main" disabled={isBusy}>
            {words.say('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

interface Found {
  readonly fetching: AnswerOf<'tryMailAccount'> | undefined
  readonly sending: AnswerOf<'tryMailSender'> | undefined
}

function failuresOf({ fetching, sending }: Found) {
  return [fetching?.failure, sending?.failure].filter((failure) => failure != null)
}
