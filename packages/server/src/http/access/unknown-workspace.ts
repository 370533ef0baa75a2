import { Refusal } from '../../refusal.ts'

/** The same for one that does not exist and one of somebody else: who asks learns nothing of it. */
export function unknownWorkspace(slug: string): Refusal {
  return new Refusal('unknown-workspace', 'You are not a member of a workspace of this name.', {
    at: [{ path: 'Avow-Workspace', message: 'is not one of yours', typed: slug.slice(0, 100) }],
  })
}
