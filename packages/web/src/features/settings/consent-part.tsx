import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'
import { consentAddress, goTo } from '../../api/go-to.page.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'

interface ConsentPartProps {
  /** Id of the address. */
  readonly id: string
  readonly provider: { readonly provider: string; readonly title: string; readonly needs_client: boolean }
  /** What is fetched once it is given. */
  readonly ask: { readonly username: string; readonly folders: readonly string[]; readonly from?: 'now' | 'all' }
  /** It was given before. */
  readonly isAgain: boolean
}

/** A mailbox is opened by signing in at its provider: no password is typed here. */
export function ConsentPart({ id, provider: { provider, title, needs_client }, ask, isAgain }: ConsentPartProps) {
  const words = useWords()
  const beginning = useMutation({
    mutationFn: (client: { readonly client_id?: string; readonly client_secret?: string }) =>
      call('beginMailConsent', { params: { id }, body: { provider, ...client, ...ask, folders: [...ask.folders] } }),
    onSuccess: ({ url }) => goTo(url),
  })
  const begin = (
    <button
      type={needs_client ? 'submit' : 'button'}
      className="button"
      disabled={beginning.isPending}
      {...(needs_client ? {} : { onClick: () => beginning.mutate({}) })}
    >
      {words.say(isAgain ? 'accounts.consent-again' : 'accounts.consent', { provider: title })}
    </button>
  )
  return (
    <div className="consent">
      {beginning.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(beginning.error, words)}
        </p>
      )}
      {!needs_client && begin}
      {needs_client && (
        <details className="fold">
          <summary>{words.say('accounts.consent', { provider: title })}</summary>
          <form
            className="form part"
            onSubmit={(event) => {
              event.preventDefault()
              const data = new FormData(event.currentTarget)
              const secret = String(data.get('client-secret') ?? '')
              beginning.mutate({
                client_id: String(data.get('client-id') ?? '').trim(),
                ...(secret === '' ? {} : { client_secret: secret }),
              })
            }}
          >
            <p className="hint">
              {words.say('accounts.consent-client', { provider: title, address: consentAddress() })}
            </p>
            <label className="field">
              <span>{words.say('accounts.client-id')}</span>
              <input className="input ltr" name="client-id" required maxLength={255} autoComplete="off" />
            </label>
            <label className="field">
              <span>{words.say('accounts.client-secret')}</span>
              <input
                className="input ltr"
                name="client-secret"
                type="password"
                maxLength={1000}
                autoComplete="new-password"
              />
            </label>
            {begin}
          </form>
        </details>
      )}
    </div>
  )
}
