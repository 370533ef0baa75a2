import { useState } from 'react'
import { shortcutsAreOn, switchShortcuts } from '../../keys/shortcuts-setting.page.ts'
import { useWords } from '../../messages/words.tsx'
import { LanguageChoice } from '../../start/language-choice.tsx'
import { ThemeChoice } from '../../start/theme-choice.tsx'

/** How the desk looks on this device. */
export function Looks() {
  const words = useWords()
  const [keys, setKeys] = useState(shortcutsAreOn)
  return (
    <section className="looks">
      <h2>{words.say('settings.looks')}</h2>
      <div className="field">
        <span>{words.say('settings.language')}</span>
        <div>
          <LanguageChoice />
        </div>
      </div>
      <div className="field">
        <span>{words.say('settings.theme')}</span>
        <div>
          <ThemeChoice />
        </div>
      </div>
      <div>
        <label className="check">
          <input
            type="checkbox"
            checked={keys}
            onChange={({ currentTarget }) => {
              switchShortcuts(currentTarget.checked)
              setKeys(currentTarget.checked)
            }}
          />
          {words.say('settings.shortcuts')}
        </label>
        <p className="quiet hint">{words.say('settings.shortcuts-hint')}</p>
      </div>
    </section>
  )
}
