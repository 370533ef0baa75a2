import type { EditPath } from '@avow/core'
import { useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Fields } from './charter-data.ts'
import { HolidaysOfCountry } from './holidays-of-country.tsx'
import { HolidaysOfFile } from './holidays-of-file.tsx'
import { useStudio } from './studio-context.tsx'
import './holidays.css'

/** Opens the window in which holidays are looked up and written into a calendar. */
export function AddHolidays(props: { readonly path: EditPath; readonly calendar: Fields; readonly name: string }) {
  const { path, calendar, name } = props
  const { mayWrite } = useStudio()
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isFile, setFile] = useState(false)
  if (!mayWrite) return null
  const onClose = () => setOpen(false)
  return (
    <>
      <p>
        <button type="button" className="button small" onClick={() => setOpen(true)}>
          {words.say('studio.holidays.add')}
        </button>
      </p>
      {isOpen && (
        <Dialog title={words.say('studio.holidays.title', { calendar: name })} onClose={onClose} wide>
          <fieldset className="set holiday-kinds">
            <legend className="quiet">{words.say('studio.holidays.kind')}</legend>
            <label className="check">
              <input type="radio" name="holidays" checked={!isFile} onChange={() => setFile(false)} />
              {words.say('studio.holidays.of-country')}
            </label>
            <label className="check">
              <input type="radio" name="holidays" checked={isFile} onChange={() => setFile(true)} />
              {words.say('studio.holidays.of-file')}
            </label>
          </fieldset>
          {isFile ? (
            <HolidaysOfFile path={path} calendar={calendar} onClose={onClose} />
          ) : (
            <HolidaysOfCountry path={path} calendar={calendar} onClose={onClose} />
          )}
        </Dialog>
      )}
    </>
  )
}
