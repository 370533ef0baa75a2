import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useMay } from '../people/me.tsx'
import '../../ui/tabs.css'
import './settings.css'

/** The head of the settings, and the way from one to the other for whom they concern. `page`: the one that is open. */
export function SettingsHead({ page }: { readonly page: string }) {
  const words = useWords()
  const title = words.say('settings.title')
  const mayManage = useMay('workspace.manage')
  const mayReadMail = useMay('mail.read')
  const maySetTeams = useMay('teams.manage')
  return (
    <header>
      <PageTitle page={`${page} · ${title}`} />
      <h1>{title}</h1>
      {(mayManage || mayReadMail) && (
        <nav className="tabs" aria-label={title}>
          <Link to="/settings" activeOptions={{ exact: true }}>
            {words.say('settings.person')}
          </Link>
          {mayManage && <Link to="/settings/company">{words.say('company.title')}</Link>}
          {mayManage && <Link to="/settings/addresses">{words.say('addresses.title')}</Link>}
          {maySetTeams && <Link to="/settings/teams">{words.say('teams.title')}</Link>}
          {mayManage && <Link to="/settings/domains">{words.say('domains.title')}</Link>}
          {mayReadMail && <Link to="/settings/mail">{words.say('health.title')}</Link>}
        </nav>
      )}
    </header>
  )
}
