import type { CompanyAddress, FetchFailureCode } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useRef, useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'

interface AccountDialogProps {
  readonly address: CompanyAddress
  readonly onClose: () => void
}

const SECURITIES = ['tls', 'starttls', 'none'] as const
const PORTS: Readonly<Record<string, number>> = { tls: 993, starttls: 143, none: 143 }

/** Where the mail of an address lies with another server: tried at once, then fetched from there. */
export function AccountDialog({ address: { id, address, account }, onClose }: AccountDialogProps) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const form = useRef<HTMLFormElement>(null)
  const [isSure, setSure] = useState(false)
  const close = (said: string) => {
    announce.politely(said)
    void client.invalidateQueries()
    onClose()
  }
  const typed = () => readForm(new FormData(form.current ?? undefined))
  const trying = useMutation({
    mutationFn: () => {
      const { from: _, ...body } = typed()
      return call('tryMailAccount', { params: { id }, body })
    },
  })
  const saving = useMutation({
    mutationFn: () => call('setMailAccount', { params: { id }, body: typed() }),
    onSuccess: () => close(words.say('accounts.saved', { address })),
  })
  const removing = useMutation({
    mutationFn: () => call('removeMailAccount', { params: { id } }),
    onSuccess: () => close(words.say('accounts.removed', { address })),
  })
  const error = saving.error ?? removing.error ?? trying.error
  const isBusy = saving.isPending || removing.isPending || trying.isPending
  const textField = (name: 'host' | 'username', value: string | undefined) => (
    <label className="field">
      <span>{words.say(`accounts.${name}`)}</span>
      <input
        className="input ltr"
        name={name}
        required
        maxLength={255}
        autoComplete="off"
        spellCheck={false}
        defaultValue={value}
      />
    </label>
  )
  return (
    <Dialog title={words.say('accounts.title', { address })} onClose={onClose}>
      <form
        ref={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <p>{words.say('accounts.lead')}</p>
        {error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(error, words)}
          </p>
        )}
        {textField('host', account?.host)}
        <label className="field">
          <span>{words.say('accounts.security')}</span>
          <select
            className="input"
            name="security"
            defaultValue={account?.security ?? 'tls'}
            onChange={({ target }) => {
              const port = form.current?.elements.namedItem('port')
              if (port instanceof HTMLInputElement) port.value = String(PORTS[target.value] ?? 993)
            }}
          >
            {SECURITIES.map((each) => (
              <option key={each} value={each}>
                {words.say(`accounts.security.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.say('accounts.port')}</span>
          <input
            className="input ltr"
            name="port"
            type="number"
            required
            min={1}
            max={65_535}
            defaultValue={account?.port ?? 993}
          />
        </label>
        {textField('username', account?.username ?? address)}
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
          {account !== null && <span className="hint">{words.say('accounts.password-kept')}</span>}
        </label>
        <label className="field">
          <span>{words.say('accounts.folders')}</span>
          <textarea
            className="input ltr"
            name="folders"
            rows={2}
            required
            defaultValue={account?.folders.map(({ name }) => name).join('\n') ?? 'INBOX'}
          />
          <span className="hint">{words.say('accounts.folders-hint')}</span>
        </label>
        {account === null && (
          <fieldset className="field">
            <legend>{words.say('accounts.from')}</legend>
            {(['now', 'all'] as const).map((from) => (
              <label key={from}>
                <input type="radio" name="from" value={from} defaultChecked={from === 'now'} />{' '}
                {words.say(`accounts.from.${from}`)}
              </label>
            ))}
          </fieldset>
        )}
        <div role="status">
          {trying.isPending && words.say('accounts.trying')}
          {trying.data?.failure === null && (
            <p className="state kept">
              <Check aria-hidden="true" /> {words.say('accounts.works', { folders: words.list(trying.data.folders) })}
            </p>
          )}
          {trying.data !== undefined && trying.data.failure !== null && <FetchFailure {...trying.data.failure} />}
        </div>
        <footer>
          {account !== null && (
            <button
              type="button"
              className="button plain"
              disabled={isBusy}
              onClick={() => (isSure ? removing.mutate() : setSure(true))}
            >
              {words.say(isSure ? 'accounts.remove-sure' : 'accounts.remove')}
            </button>
          )}
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => form.current?.reportValidity() === true && trying.mutate()}
          >
            {words.say('accounts.try')}
          </button>
          <button type="submit" className="button main" disabled={isBusy}>
            {words.say('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

/** What stands in the way of fetching, what to do, and what the server said. */
export function FetchFailure({ code, said }: { readonly code: FetchFailureCode; readonly said: string }) {
  const words = useWords()
  return (
    <p className="band broken">
      {words.say(`accounts.failure.${code}`)}{' '}
      <bdi dir="auto" className="quiet">
        {said}
      </bdi>
    </p>
  )
}

function readForm(form: FormData) {
  const text = (name: string): string => String(form.get(name) ?? '')
  const security = SECURITIES.find((each) => each === text('security')) ?? 'tls'
  const password = text('password')
  const from = (['now', 'all'] as const).find((each) => each === text('from'))
  return {
    host: text('host').trim(),
    port: Number(text('port')),
    security,
    username: text('username').trim(),
    folders: text('folders')
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    ...(password === '' ? {} : { password }),
    ...(from === undefined ? {} : { from }),
  }
}
