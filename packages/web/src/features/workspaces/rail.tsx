import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import {
  BellDot,
  BookOpen,
  HandCoins,
  Inbox,
  Keyboard,
  KeyRound,
  type LucideIcon,
  Mail,
  Settings,
  SquarePen,
  TimerOff,
  Users,
} from 'lucide-react'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useMay } from '../people/me.tsx'
import { countWaiting } from './count-waiting.ts'

/** The way to every screen: at the inline start, or at the foot where the page is narrow. */
export function Rail({ onHelp }: { readonly onHelp: () => void }) {
  const words = useWords()
  const waiting = useWaiting()
  const asked = useAsked()
  const changed = useChangedClauses()
  const broken = useQuery(queries.freshBreaches()).data?.count ?? 0
  return (
    <nav className="rail" aria-label={words.say('nav.main')}>
      <ul>
        <RailLink to="/tickets" icon={Inbox} label={words.say('nav.tickets')} />
        {useMay('tickets.create') && (
          <RailLink to="/new" icon={SquarePen} label={words.say('nav.new')} short={words.say('nav.short.new')} />
        )}
        {useMay('mail.read') && <RailLink to="/mail" icon={Mail} label={words.say('nav.mail')} />}
        <RailLink
          to="/grants"
          icon={HandCoins}
          label={words.say('nav.grants-count', { count: asked })}
          short={words.say('nav.short.grants')}
          count={asked}
        />
        <RailLink
          to="/broken"
          icon={TimerOff}
          label={words.say('nav.broken-count', { count: broken })}
          short={words.say('nav.short.broken')}
          count={broken}
        />
        {useMay('charter.read') && (
          <RailLink
            to="/handbook"
            also="/charter"
            icon={BookOpen}
            label={words.say('nav.charter-count', { count: changed })}
            short={words.say('charter.title')}
            count={changed}
          />
        )}
        <RailLink
          to="/attention"
          icon={BellDot}
          label={words.say('nav.attention-count', { count: waiting })}
          short={words.say('nav.short.attention')}
          count={waiting}
        />
        {useMay('people.read') && <RailLink to="/people" icon={Users} label={words.say('nav.people')} />}
        {useMay('keys.manage') && <RailLink to="/keys" icon={KeyRound} label={words.say('nav.keys')} wideOnly />}
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
            <span className="rail-word" aria-hidden="true">
              {words.say('nav.short.help')}
            </span>
          </button>
        </li>
        <RailLink to="/settings" icon={Settings} label={words.say('nav.settings')} />
      </ul>
    </nav>
  )
}

function RailLink(props: {
  readonly to:
    | '/tickets'
    | '/new'
    | '/mail'
    | '/grants'
    | '/broken'
    | '/handbook'
    | '/attention'
    | '/people'
    | '/keys'
    | '/settings'
  /** What else lies behind it: addresses that begin so. */
  readonly also?: string
  readonly icon: LucideIcon
  readonly label: string
  /** What stands under the icon where there is room: words of the label; the label itself where it is short. */
  readonly short?: string
  readonly count?: number
  /** Where the page is narrow, the settings lead there. */
  readonly wideOnly?: boolean
}) {
  const { to, also, icon: Icon, label, short = label, count = 0, wideOnly = false } = props
  const words = useWords()
  const isAlso = useLocation({ select: ({ pathname }) => also !== undefined && pathname.startsWith(also) })
  const inside = (
    <>
      <Icon aria-hidden="true" size={20} strokeWidth={1.75} />
      <span className="rail-word" aria-hidden="true">
        {short}
      </span>
      {count > 0 && (
        <span className="count" aria-hidden="true">
          {words.number(Math.min(count, 99))}
        </span>
      )}
    </>
  )
  return (
    <li className={wideOnly ? 'wide-only' : undefined}>
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
        <Link to={to} className={isAlso ? 'active' : undefined} aria-label={label} title={label}>
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
  return countWaiting(attention?.items ?? [], notices?.items ?? [])
}

/** Requests for a remedy that the reader may decide. */
function useAsked(): number {
  const { data } = useInfiniteQuery(queries.grants('asked'))
  return data?.pages.flatMap(({ items }) => items).filter(({ may_decide }) => may_decide).length ?? 0
}

/** Clauses that changed for the reader, not yet acknowledged. */
function useChangedClauses(): number {
  const { data } = useQuery(queries.clauseNotices('yes'))
  return data?.items.length ?? 0
}
