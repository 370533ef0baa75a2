import { useSyncExternalStore } from 'react'
import { useWords } from '../../messages/words.tsx'
import { isLive, whenLiveChanges } from './live-stream.page.ts'

/** Says so while the desk has no live connection. */
export function ConnectionBand() {
  const words = useWords()
  const live = useSyncExternalStore(whenLiveChanges, isLive)
  if (live) return null
  return (
    <p className="band risk connection" role="status">
      {words.say('live.lost')}
    </p>
  )
}
