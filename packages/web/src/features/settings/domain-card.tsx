import type { MailDomain, MailKey } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, CircleAlert } from 'lucide-react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { DomainRecords } from './domain-records.tsx'
import { MailKeyPart } from './mail-key-part.tsx'
import './domains.css'

/** One domain: whether its mail is signed, its keys, and what it says beside them. */
export function DomainCard({ shown }: { readonly shown: MailDomain }) {
  const { domain, addresses, keys } = shown
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const making = useMutation({
    mutationFn: (kind: MailKey['kind']) => call('makeMailKey', { params: { domain }, body: { kind } }),
    onSuccess: () => {
      announce.politely(words.say('keys.made', { domain }))
      return client.invalidateQueries({ queryKey: ['domains'] })
    },
  })
  const isSigned = keys.some(({ state, lost }) => state === 'signing' && !lost)
  const hasRsa = keys.some(({ kind, state }) => kind === 'rsa' && state !== 'replaced')
  const hasSecond = keys.some(({ kind, state }) => kind === 'ed25519' && state !== 'replaced')
  const isStopped = !isSigned && keys.some(({ state }) => state === 'stopped')
  const isOurs = addresses.length > 0
  const isNextMade = ({ kind }: MailKey): boolean =>
    keys.some((other) => other.kind === kind && other.state === 'waiting')
  return (
    <section className="domain" aria-labelledby={`domain-${domain}`}>
      <header>
        <h2 id={`domain-${domain}`}>
          <bdi dir="ltr">{domain}</bdi>
        </h2>
        <span className={`state ${isSigned ? 'kept' : isStopped ? 'broken' : 'risk'}`}>
          {isSigned ? <Check aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}{' '}
          {words.say(
            isSigned ? 'domains.state.signed' : isStopped ? 'domains.state.stopped' : 'domains.state.unsigned',
          )}
        </span>
      </header>
      <p className="quiet">
        {isOurs ? <bdi dir="ltr">{words.list(addresses)}</bdi> : words.say('domains.no-addresses')}
      </p>
      {keys.map((key) => (
        <MailKeyPart
          key={key.id}
          domain={domain}
          shown={key}
          onReplace={isOurs && !making.isPending && !isNextMade(key) ? () => making.mutate(key.kind) : undefined}
        />
      ))}
      {making.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(making.error, words)}
        </p>
      )}
      {isOurs && !hasRsa && (
        <button
          type="button"
          className="button main"
          aria-label={words.say('keys.make-of', { domain })}
          disabled={making.isPending}
          onClick={() => making.mutate('rsa')}
        >
          {words.say('keys.make')}
        </button>
      )}
      {isOurs && hasRsa && !hasSecond && (
        <button
          type="button"
          className="button small"
          aria-label={words.say('keys.second-of', { domain })}
          disabled={making.isPending}
          onClick={() => making.mutate('ed25519')}
        >
          {words.say('keys.second')}
        </button>
      )}
      {isOurs && <DomainRecords domain={domain} />}
    </section>
  )
}
