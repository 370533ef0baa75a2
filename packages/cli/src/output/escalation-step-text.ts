import { type EscalationStep, sayLength } from '@avow/core'

/** A step as a charter plans it: `at 80 %: tell team-lead; raise the priority`. */
export function escalationStepText({ at, tell, giveTo, raisePriority }: EscalationStep): string {
  return `${when(at)}: ${actsText({ tell, giveTo: giveTo ?? null, raisePriority })}`
}

/** What a step does. */
export function actsText(act: {
  readonly tell: readonly string[]
  readonly giveTo: string | null
  readonly raisePriority: boolean
}): string {
  const { tell, giveTo, raisePriority } = act
  return [
    ...(tell.length > 0 ? [`tell ${tell.join(', ')}`] : []),
    ...(giveTo === null ? [] : [`give to ${giveTo}`]),
    ...(raisePriority ? ['raise the priority'] : []),
  ].join('; ')
}

function when(at: EscalationStep['at']): string {
  if (at.kind === 'percent') return `at ${at.percent} %`
  if (at.kind === 'at once') return 'at once'
  const { duration } = at
  if (duration.kind === 'opening') return `after ${sayLength(duration.ms)} of ${duration.calendar}`
  const count = duration.kind === 'dates' ? duration.span.count : duration.count
  const unit = duration.kind === 'dates' ? duration.span.unit : 'working day'
  const many = `${count} ${unit}${count === 1 ? '' : 's'}`
  return duration.kind === 'dates' ? `after ${many}` : `after ${many} of ${duration.calendar}`
}
