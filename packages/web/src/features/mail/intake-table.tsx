import type { Intake } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'

const PARTS = ['ticketed', 'appended', 'suppressed', 'quarantined', 'pending'] as const

/** Mail by mailbox; the parts add up to what was received. */
export function IntakeTable({ items }: { readonly items: readonly Intake[] }) {
  const words = useWords()
  return (
    <table className="table intake">
      <thead>
        <tr>
          <th scope="col">{words.say('mail.mailbox')}</th>
          <th scope="col" className="number">
            {words.say('mail.received')}
          </th>
          {PARTS.map((part) => (
            <th key={part} scope="col" className="number">
              {words.say(`mail.outcome.${part}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.mailbox}>
            <td>
              <bdi dir="ltr">{item.mailbox}</bdi>
            </td>
            <td className="number" data-label={words.say('mail.received')}>
              <strong>{words.number(item.received)}</strong>
            </td>
            {PARTS.map((part) => (
              <td
                key={part}
                className={item[part] === 0 ? 'number quiet' : 'number'}
                data-label={words.say(`mail.outcome.${part}`)}
              >
                {words.number(item[part])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
