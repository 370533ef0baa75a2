import { addressForThisMachineAlone } from '../../api/go-to.page.ts'
import { useWords } from '../../messages/words.tsx'

/** Said before a mailbox is connected whose customers would get links that they cannot open. */
export function ClosedLinks() {
  const words = useWords()
  const address = addressForThisMachineAlone()
  return (
    address !== undefined && (
      <p className="hint">{words.say('accounts.closed-links', { address, setting: 'AVOW_PUBLIC_URL' })}</p>
    )
  )
}
