import type { Grant } from '@avow/contract'
import { CircleCheck, CircleDot, CircleSlash, CircleX, Hourglass } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'

const SIGNS = {
  asked: [Hourglass, 'risk'],
  granted: [CircleDot, 'running'],
  done: [CircleCheck, 'kept'],
  refused: [CircleX, 'broken'],
  withdrawn: [CircleSlash, 'paused'],
} as const satisfies Record<Grant['state'], unknown>

/** In what state a remedy is, with its sign. */
export function GrantSign({ state }: { readonly state: Grant['state'] }) {
  const words = useWords()
  const [Sign, standing] = SIGNS[state]
  return (
    <span className={`state small ${standing}`}>
      <Sign aria-hidden="true" strokeWidth={2} /> {words.say(`grant.state.${state}`)}
    </span>
  )
}
