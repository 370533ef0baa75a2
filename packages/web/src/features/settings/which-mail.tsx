import { useWords } from '../../messages/words.tsx'

interface WhichMailProps {
  readonly from: 'now' | 'all'
  readonly onChange: (from: 'now' | 'all') => void
}

/** Which mail of a mailbox that is connected is to come in; asked once, where nobody can miss it. */
export function WhichMail({ from: chosen, onChange }: WhichMailProps) {
  const words = useWords()
  return (
    <fieldset className="field">
      <legend>{words.say('accounts.from')}</legend>
      {(['now', 'all'] as const).map((from) => (
        <label key={from}>
          <input type="radio" name="from" checked={chosen === from} onChange={() => onChange(from)} />{' '}
          {words.say(`accounts.from.${from}`)}
        </label>
      ))}
      {chosen === 'all' && <p className="hint">{words.say('accounts.from.all-hint')}</p>}
    </fieldset>
  )
}
