import type { MailServerFailureCode } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { type ServerTyped, usualPort } from './mail-servers.ts'

interface ServerFieldsProps {
  /** What its fields are told apart by, for readers and for tests. */
  readonly kind: 'fetching' | 'sending'
  readonly server: ServerTyped
  readonly onChange: (server: ServerTyped) => void
}

/** Name, encryption and port of a mail server; another encryption brings its usual port. */
export function ServerFields({ kind, server, onChange }: ServerFieldsProps) {
  const words = useWords()
  return (
    <>
      <label className="field">
        <span>{words.say('accounts.host')}</span>
        <input
          className="input ltr"
          name={`${kind}-host`}
          required
          maxLength={255}
          autoComplete="off"
          spellCheck={false}
          value={server.host}
          onChange={({ target }) => onChange({ ...server, host: target.value })}
        />
      </label>
      <div className="beside">
        <label className="field">
          <span>{words.say('accounts.security')}</span>
          <select
            className="input"
            name={`${kind}-security`}
            value={server.security}
            onChange={({ target }) => {
              const security = SECURITIES.find((each) => each === target.value) ?? 'tls'
              onChange({ ...server, security, port: usualPort(kind, security) })
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
            name={`${kind}-port`}
            type="number"
            required
            min={1}
            max={65_535}
            value={server.port === 0 ? '' : server.port}
            onChange={({ target }) => onChange({ ...server, port: Number(target.value) })}
          />
        </label>
      </div>
    </>
  )
}

const SECURITIES = ['tls', 'starttls', 'none'] as const

interface ServerFailureProps {
  readonly code: MailServerFailureCode
  readonly said: string
  /** Of what: where both ways are told. */
  readonly of?: 'fetching' | 'sending'
}

/** What stands in the way of a mail server, what to do, and what the server said. */
export function ServerFailure({ code, said, of }: ServerFailureProps) {
  const words = useWords()
  return (
    <p className="band broken">
      {of !== undefined && <strong>{words.say(`accounts.of.${of}`)}</strong>} {words.say(`accounts.failure.${code}`)}{' '}
      <bdi dir="auto" className="quiet">
        {said}
      </bdi>
    </p>
  )
}
