import { useMe } from '../features/people/me.tsx'
import { withoutTurning } from '../messages/isolates.ts'
import { useWords } from '../messages/words.tsx'

/** The title of the window: React puts it where it belongs. */
export function PageTitle({ page }: { readonly page: string }) {
  const words = useWords()
  return <title>{withoutTurning(words.say('page.title', { page, workspace: useMe().workspace.name }))}</title>
}
