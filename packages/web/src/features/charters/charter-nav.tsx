import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useMay } from '../people/me.tsx'
import '../../ui/tabs.css'

/** The screens of the charter, and the way from one to the other. */
export function CharterNav() {
  const words = useWords()
  const { data } = useQuery(queries.clauseNotices('yes'))
  const changed = data?.items.length ?? 0
  const mayWrite = [useMay('charter.write'), useMay('charter.approve')].includes(true)
  return (
    <nav className="tabs" aria-label={words.say('charter.title')}>
      <Link to="/handbook">{words.say('charter.handbook')}</Link>
      <Link to="/charter/changes">
        {words.say('charter.changes')}
        {changed > 0 && <span className="count">{words.number(changed)}</span>}
      </Link>
      <Link to="/charter/versions">{words.say('charter.versions')}</Link>
      <Link to="/charter/suggestions">{words.say('charter.suggestions')}</Link>
      <Link to="/charter/objectives">{words.say('charter.objectives')}</Link>
      <Link to="/charter/direction">{words.say('charter.direction')}</Link>
      <Link to="/charter/improvements">{words.say('charter.improvements')}</Link>
      <Link to="/charter/law">{words.say('charter.law')}</Link>
      <Link to="/charter/health">{words.say('charter.health')}</Link>
      {mayWrite && <Link to="/charter/templates">{words.say('charter.templates')}</Link>}
      {mayWrite && <Link to="/charter/drafts">{words.say('charter.drafts')}</Link>}
    </nav>
  )
}
