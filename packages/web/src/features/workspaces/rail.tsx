import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellDot, Inbox, Keyboard, KeyRound, type LucideIcon, Mail, Settings, SquarePen, Users } from 'lucide-react'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useMay } from '../people/me.tsx'

/** The way to every screen: at the inline start, or at the foot where the page is narrow. */
export function Rail({ onHelp }: { readonly onHelp: () => void }) {
  const words = useWords()
  const waiting = useWaiting()
  return (
    <nav className="rail" aria-label={words.say('nav.main')}>
      <ul>
        <RailLink to="/tickets" icon={Inbox} label={words.say('nav.tickets')} />
        {useMay('tickets.create') && <RailLink to="/new" icon={SquarePen} label={words.say('nav.new')} />}
        {useMay('mail.read') && <RailLink to="/mail" icon={Mail} label={words.say('nav.mail')} />}
        <RailLink
          to="/attention"
          icon={BellDot}
          label={words.say('nav.attention-count', { count: waiting })}
          count={waiting}
        />
        {useMay('people.read') && <RailLink to="/people" icon={Users} label={words.say('nav.people')} />}
        {useMay('keys.manage') && <RailLink to="/keys" icon={KeyRound} label={words.say('nav.keys')} />}
      </ul>
      <ul>
        <li className="wide-only">
          <button
            type="button"
            onClick={onHelp}
            aria-label={words.say('nav.help')}
            title={`${words.say('nav.help')} (?)`}
          >
            <Keyboard aria-hidden="true" size={20} strokeWidth={1.75} />
          </button>
        </li>
        <RailLink to="/settings" icon={Settings} label={words.say('nav.settings')} />
      </ul>
    </nav>
  )
}

function RailLink(props: {
  readonly to: '/tickets' | '/new' | '/mail' | '/attention' | '/people' | '/keys' | '/settings'
  readonly icon: LucideIcon
  readonly label: string
  readonly count?: number
}) {
  const { to, icon: Icon, label, count = 0 } = props
  const words = useWords()
  const inside = (
    <>
      <Icon aria-hidden="true" size={20} strokeWidth={1.75} />
      {count > 0 && (
        <span className="count" aria-hidden="true">
          {words.number(Math.min(count, 99))}
        </span>
      )}
    </>
  )
  return (
    <li>
      {to === '/tickets' ? (
        <Link
          to="/tickets/$view"
          params={{ view: 'all' }}
          activeOptions={{ exact: false }}
          aria-label={label}
          title={label}
        >
          {inside}
        </Link>
      ) : (
        <Link to={to} aria-label={label} title={label}>
          {inside}
        </Link>
      )}
    </li>
  )
}

/** Things that need a person, and notices not yet read. */
function useWaiting(): number {
  const { data: attention } = useQuery(queries.attention())
  const { data: notices } = useQuery(queries.notices())
  const unread = notices?.items.filter(({ read_at }) => read_at === null).length ?? 0
  return unread + (attention?.items.length ?? 0)
}
