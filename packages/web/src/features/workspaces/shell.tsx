import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { useWords } from '../../messages/words.tsx'
import { ConnectionBand } from '../tickets/connection.tsx'
import { Rail } from './rail.tsx'
import './shell.css'

const KeysDialog = lazy(async () => ({ default: (await import('../../keys/keys-dialog.tsx')).KeysDialog }))

/** What stands round every screen. */
export function Shell() {
  const words = useWords()
  const navigate = useNavigate()
  const [isHelpOpen, openHelp] = useState(false)
  useShortcuts({
    '?': () => openHelp(true),
    c: () => void navigate({ to: '/new' }),
  })
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {words.say('page.skip')}
      </a>
      <Rail onHelp={() => openHelp(true)} />
      <div className="screen" id="content" tabIndex={-1}>
        <ConnectionBand />
        <Outlet />
      </div>
      {isHelpOpen && (
        <Suspense>
          <KeysDialog onClose={() => openHelp(false)} />
        </Suspense>
      )}
    </div>
  )
}
