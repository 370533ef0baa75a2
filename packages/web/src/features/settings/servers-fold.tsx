import { useWords } from '../../messages/words.tsx'
import { type ServersTyped, signInOf } from './mail-servers.ts'
import { ServerFields } from './server-fields.tsx'

interface ServersFoldProps {
  readonly typed: ServersTyped
  readonly onChange: (typed: ServersTyped) => void
  /** A password of its own is stored for sending. */
  readonly keepsPassword: boolean
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
}

/** The servers of an address in all their fields; folded, until somebody needs them. */
export function ServersFold({ typed, onChange, keepsPassword, isOpen, onToggle }: ServersFoldProps) {
  const words = useWords()
  const signIn = signInOf(typed)
  const name = (field: 'username' | 'senderName') => (
    <label className="field">
      <span>{words.say('accounts.username')}</span>
      <input
        className="input ltr"
        required
        maxLength={255}
        autoComplete="off"
        spellCheck={false}
        value={typed[field]}
        onChange={({ target }) => onChange({ ...typed, [field]: target.value })}
      />
    </label>
  )
  return (
    <details className="fold" open={isOpen} onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
      <summary>{words.say('accounts.servers')}</summary>
      <fieldset className="form part">
        <legend>{words.say('accounts.of.fetching')}</legend>
        <label className="check">
          <input
            type="checkbox"
            checked={typed.fetches}
            onChange={({ target }) => onChange({ ...typed, fetches: target.checked })}
          />{' '}
          {words.say('accounts.fetch')}
        </label>
        {!typed.fetches && <p className="hint">{words.say('accounts.fetch-off')}</p>}
        {typed.fetches && (
          <>
            <ServerFields
              kind="fetching"
              server={typed.fetching}
              onChange={(fetching) => onChange({ ...typed, fetching })}
            />
            {name('username')}
            <label className="field">
              <span>{words.say('accounts.folders')}</span>
              <textarea
                className="input ltr"
                rows={2}
                required
                value={typed.folders}
                onChange={({ target }) => onChange({ ...typed, folders: target.value })}
              />
              <span className="hint">{words.say('accounts.folders-hint')}</span>
            </label>
          </>
        )}
      </fieldset>
      <fieldset className="form part">
        <legend>{words.say('accounts.of.sending')}</legend>
        <label className="check">
          <input
            type="checkbox"
            checked={typed.sends}
            onChange={({ target }) => onChange({ ...typed, sends: target.checked })}
          />{' '}
          {words.say('accounts.send')}
        </label>
        {!typed.sends && <p className="hint">{words.say('accounts.send-off')}</p>}
        {typed.sends && (
          <>
            <ServerFields
              kind="sending"
              server={typed.sending}
              onChange={(sending) => onChange({ ...typed, sending })}
            />
            <label className="field">
              <span>{words.say('accounts.sign-in')}</span>
              <select
                className="input"
                value={signIn}
                onChange={({ target }) => {
                  const next = SIGN_INS.find((each) => each === target.value) ?? 'own'
                  onChange({ ...typed, signIn: next })
                }}
              >
                {SIGN_INS.filter((each) => each !== 'same' || typed.fetches).map((each) => (
                  <option key={each} value={each}>
                    {words.say(`accounts.sign-in.${each}`)}
                  </option>
                ))}
              </select>
            </label>
            {signIn === 'own' && (
              <>
                {name('senderName')}
                <label className="field">
                  <span>{words.say('accounts.sender-password')}</span>
                  <input
                    className="input ltr"
                    name="sender-password"
                    type="password"
                    required={!keepsPassword}
                    maxLength={1000}
                    autoComplete="new-password"
                  />
                  {keepsPassword && <span className="hint">{words.say('accounts.password-kept')}</span>}
                </label>
              </>
            )}
          </>
        )}
      </fieldset>
    </details>
  )
}

const SIGN_INS = ['same', 'own', 'none'] as const
