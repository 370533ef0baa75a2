import type { StaffPerson } from '@avow/contract'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { AbsenceForm } from './absence-form.tsx'

/** When somebody is away, as somebody else says. */
export function AbsenceDialog({ person, onClose }: { readonly person: StaffPerson; readonly onClose: () => void }) {
  const words = useWords()
  const save = async (away: StaffPerson['away']): Promise<void> => {
    await call('changeAbsence', { params: { id: person.id }, body: { away } })
    onClose()
  }
  return (
    <Dialog title={words.say('absence.of', { name: person.name })} onClose={onClose}>
      <AbsenceForm person={person} save={save} />
    </Dialog>
  )
}
