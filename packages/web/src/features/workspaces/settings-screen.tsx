import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, linkTo } from '../../api/call.page.ts'
import { shortcutsAreOn, switchShortcuts } from '../../keys/shortcuts-setting.page.ts'
import { useWords } from '../../messages/words.tsx'
import { LanguageChoice } from '../../start/language-choice.tsx'
import { ThemeChoice } from '../../start/theme-choice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { Avatar } from '../people/avatar.tsx'
import { useMay, useMe, useMoments } from '../people/me.tsx'
import { signOut } from '../people/sessions.page.ts'
import './settings.css'

export function SettingsScreen() {
  const words = useWords()
  const title = words.say('settings.title')
  return (
    <main className="page settings">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
      </header>
      <You />
      <Looks />
      <WorkspaceFacts />
      {useMay('workspace.manage') && <Demo />}
    </main>
  )
}

function You() {
  const words = useWords()
  const client = useQueryClient()
  const { person, roles } = useMe()
  return (
    <section>
      <h2>{words.say('settings.person')}</h2>
      {person !== null && (
        <p className="you">
          <Avatar name={person.name} large />
          <span>
            <bdi>{person.name}</bdi>
            <br />
            <span className="quiet">
              <bdi dir="ltr">{person.email}</bdi> · {words.list(roles.map((role) => words.say(`role.${role}`)))}
            </span>
          </span>
        </p>
      )}
      <button
        type="button"
        className="button"
        onClick={() => void signOut().then(() => client.setQueryData(['me'], null))}
      >
        {words.say('settings.sign-out')}
      </button>
    </section>
  )
}

function Looks() {
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

function WorkspaceFacts() {
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

/** Removing asks once more, in words that say what happens. */
function Demo() {
  const words = useWords()
  const client = useQueryClient()
  const { workspace } = useMe()
  const [isSure, setSure] = useState(false)
  const removing = useMutation({
    mutationFn: () => call('removeDemo', {}),
    onSuccess: () => client.invalidateQueries(),
  })
  if (removing.data !== undefined)
    return (
      <section>
        <p className="band kept" role="status">
          {words.say('settings.demo-removed', removing.data)}
        </p>
      </section>
    )
  if (!workspace.has_demo) return null
  return (
    <section>
      <h2>{words.say('settings.demo')}</h2>
      <p>{words.say('settings.demo-lead')}</p>
      {removing.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(removing.error, words)}
        </p>
      )}
      <p className="deeds">
        <button
          type="button"
          className="button"
          disabled={removing.isPending}
          onClick={() => (isSure ? removing.mutate() : setSure(true))}
        >
          {words.say(isSure ? 'settings.demo-sure' : 'settings.demo-remove')}
        </button>
        {isSure && (
          <button type="button" className="button plain" onClick={() => setSure(false)}>
            {words.say('cancel')}
          </button>
        )}
      </p>
    </section>
  )
}
