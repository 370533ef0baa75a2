import type { Grant } from '@avow/contract'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'
import { useGrantDeed } from './use-grant-deed.page.ts'

/** Notes that a remedy was carried out. */
export function CarryOut({ grant }: { readonly grant: Grant }) {
  const words = useWords()
  const mayGrant = useMay('remedies.grant')
  const carrying = useGrantDeed(() => call('carryOutGrant', { params: { id: grant.id }, body: {} }))
  if (!mayGrant) return null
  return (
    <p className="decide-deeds">
      <button
        type="button"
        className="button main"
        disabled={carrying.isPending}
        onClick={() => carrying.mutate(undefined)}
      >
        {words.say('grant.carry-out')}
      </button>
      {carrying.error !== null && (
        <span className="state broken" role="alert">
          {troubleWords(carrying.error, words)}
        </span>
      )}
    </p>
  )
}
