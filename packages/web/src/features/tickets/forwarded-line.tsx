import type { Entry } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { deliveryClass } from './delivery-class.ts'

/** To whom something was forwarded, and how far each mail got. */
export function ForwardedLine({ to }: NonNullable<Entry['forwarded']>) {
  const words = useWords()
  return (
    <p className="forwarded-to" lang={words.language}>
      <span>{words.say('conversation.forwarded-to')}</span>
      {to.map(({ address, as, delivery }) => (
        <span key={address}>
          <bdi dir="ltr">{address}</bdi>{' '}
          {as === 'cc' && <span className="quiet">({words.say('conversation.copy')})</span>}{' '}
          {delivery !== null && (
            <span className={deliveryClass(delivery) ?? 'quiet'}>{words.say(`delivery.${delivery}`)}</span>
          )}
        </span>
      ))}
    </p>
  )
}
