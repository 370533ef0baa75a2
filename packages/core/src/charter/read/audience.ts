import type { Audience } from '../parts.ts'

import { expected, type Shape } from './shape.ts'

/** Who may read a clause: everyone, the staff, or who holds a position. */
export const audience: Shape<Audience> = {
  schema: { anyOf: [{ enum: ['public', 'staff'] }, { type: 'string' }] },
  read(node, reading) {
    const word = node.kind === 'scalar' ? node.value : undefined
    if (word === 'public' || word === 'staff') return word
    if (typeof word !== 'string') return expected('public, staff or a position', node, reading, 'public')
    if (reading.positions.has(word)) return { position: word }
    const { positions, report } = reading
    const known = (): readonly string[] => ['public', 'staff', ...positions.names()]
    report.addUnknown('unknown-position', node.place, 'audience or position', word, known, () =>
      positions.refusedNames(),
    )
    return undefined
  },
}
