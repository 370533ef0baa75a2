import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useMay } from '../people/me.tsx'
import '../../ui/tabs.css'
import './settings.css'

/** The head of the settings, and for an administrator the way from one to the other. `page`: the one that is open. */
export function SettingsHead({ page }: { readonly page: string }) {
  const words = useWords()
  const title = words.say('settings.title')
  return (
    <header>
      <PageTitle page={`${page} · ${title}`} />
      <h1>{title}</h1>
      {useMay('workspace.manage') && (
        <nav className="tabs" aria-label={title}>
          <Link to="/settings" activeOptions={{ exact: true }}>
            {words.say('settings.person')}
          </Link>
          <Link to="/settings/company">{words.say('company.title')}</Link>
          <Link to="/settings/addresses">{words.say('addresses.title')}</Link>
        </nav>
      )}
    </header>
  )
}
