import { Link } from '@tanstack/react-router'
import { linkTo } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useMay, useMe, useMoments } from '../people/me.tsx'

/** Where the reader is, and the way to other workspaces. */
export function WorkspaceFacts() {
  const words = useWords()
  const moments = useMoments()
  const { workspace, workspaces } = useMe()
  const { charter, of } = useCharter()
  const title = of.text(charter?.title)
  return (
    <section>
      <h2>{words.say('settings.workspace')}</h2>
      <p>
        <bdi>{workspace.name}</bdi>. {words.say('settings.workspace-zone', { zone: workspace.zone })}
      </p>
      {charter !== undefined && (
        <p>
          {words.say('settings.charter')}: <bdi lang={title?.language}>{title?.text ?? charter.id}</bdi>.{' '}
          <span className="quiet">
            {words.say('settings.charter-version', {
              version: words.number(charter.version),
              date: moments.date(Date.parse(charter.effective)),
            })}
          </span>
        </p>
      )}
      {workspaces.length > 1 && (
        <ul className="others">
          {workspaces
            .filter(({ slug }) => slug !== workspace.slug)
            .map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/w/${slug}/desk`}>{words.say('settings.workspace-other', { name })}</a>
              </li>
            ))}
        </ul>
      )}
      {useMay('keys.manage') && (
        <p>
          <Link to="/keys">{words.say('nav.keys')}</Link>
        </p>
      )}
      {useMay('workspace.export') && (
        <p>
          <a href={linkTo('exportWorkspace', {}, workspace.slug)} download>
            {words.say('settings.export')}
          </a>
        </p>
      )}
    </section>
  )
}
