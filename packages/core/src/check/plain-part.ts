import type { DifferencePart } from './difference.ts'

/** A part for a plain value that changed; an empty one reads as “none”. */
export function plainPart(about: string, old: string, fresh: string): DifferencePart[] {
  if (old === fresh) return []
  const [before, after] = [old || 'none', fresh || 'none']
  return [{ about, change: 'changed', text: `${about} changed: ${before} → ${after}`, old: before, new: after }]
}

/** A part for each name that was added or taken out: `added: gold`, `removed: chat`. */
export function listParts(about: string, old: readonly string[], fresh: readonly string[]): DifferencePart[] {
  const added = fresh.filter((name) => !old.includes(name))
  const removed = old.filter((name) => !fresh.includes(name))
  return [
    ...(added.length > 0
      ? [{ about, change: 'added', text: `${about} added: ${added.join(', ')}`, new: added.join(', ') } as const]
      : []),
    ...(removed.length > 0
      ? [
          {
            about,
            change: 'removed',
            text: `${about} removed: ${removed.join(', ')}`,
            old: removed.join(', '),
          } as const,
        ]
      : []),
  ]
}
