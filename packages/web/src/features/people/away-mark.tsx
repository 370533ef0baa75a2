import type { Absence } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMoments } from './me.tsx'

/** That somebody is away, and until when; or that they will be. */
export function AwayMark({ away }: { readonly away: Absence | null }) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  if (away === null) return null
  const [from, until] = [Date.parse(away.from), Date.parse(away.until)]
  if (until <= now) return null
  const when = { from: moments.near(from, now), until: moments.near(until, now) }
  return (
    <span className="mark">{from <= now ? words.say('absence.is', when) : words.say('absence.will-be', when)}</span>
  )
}
