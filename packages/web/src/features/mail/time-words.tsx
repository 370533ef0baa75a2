import { useNow } from '../../time/clock.page.ts'
import { useMoments } from '../people/me.tsx'

/** An instant as it is written beside words. */
export function useTimeWords(): (instant: string) => string {
  const moments = useMoments()
  const now = useNow()
  return (instant) => moments.near(Date.parse(instant), now)
}
