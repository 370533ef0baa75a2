import { CircleCheck, CircleDot, CirclePause, CircleSlash, CircleX, ClockAlert } from 'lucide-react'
import type { Standing } from './standing.ts'

const SIGNS = {
  kept: CircleCheck,
  risk: ClockAlert,
  broken: CircleX,
  running: CircleDot,
  paused: CirclePause,
  cancelled: CircleSlash,
} as const satisfies Record<Standing, unknown>

/** The sign of a standing; words stand beside it, or in a label. */
export function StandingSign({ standing, size = 14 }: { readonly standing: Standing; readonly size?: number }) {
  const Sign = SIGNS[standing]
  return <Sign aria-hidden="true" width={size} height={size} strokeWidth={2} />
}
