import type { Direction } from '@avow/contract'
import { Pilcrow, PilcrowLeft, PilcrowRight } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'

interface DirectionButtonProps {
  /** Null: each paragraph goes the way of its first letter. */
  readonly direction: Direction | null
  onTurn(direction: Direction | null): void
}

/** What each press leads to. */
const NEXT = { auto: 'ltr', ltr: 'rtl', rtl: null } as const
const ICONS = { auto: Pilcrow, ltr: PilcrowRight, rtl: PilcrowLeft } as const

/** Which way what is being written goes: by itself, or as its writer says. */
export function DirectionButton({ direction, onTurn }: DirectionButtonProps) {
  const words = useWords()
  const announce = useAnnounce()
  const now = direction ?? 'auto'
  const Icon = ICONS[now]
  const label = words.say(`reply.direction.${now}`)
  return (
    <button
      type="button"
      className="button square direction"
      aria-label={label}
      title={label}
      onClick={() => {
        const next = NEXT[now]
        onTurn(next)
        announce.politely(words.say(`reply.direction.${next ?? 'auto'}`))
      }}
    >
      <Icon aria-hidden="true" />
    </button>
  )
}
