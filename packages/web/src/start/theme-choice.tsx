import { useWords } from '../messages/words.tsx'
import { usePreferences } from './preferences.tsx'

const THEMES = ['device', 'light', 'dark'] as const

/** As the device has it, or as the reader wants it. */
export function ThemeChoice() {
  const words = useWords()
  const { theme, chooseTheme } = usePreferences()
  return (
    <div className="choice" role="radiogroup" aria-label={words.say('settings.theme')}>
      {THEMES.map((one) => (
        <label key={one}>
          <input type="radio" name="theme" checked={one === theme} onChange={() => chooseTheme(one)} />
          {words.say(`settings.theme-${one}`)}
        </label>
      ))}
    </div>
  )
}
