import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import './mail.css'

/** The head of both mail screens, and the way from one to the other. */
export function MailHead({ children }: { readonly children?: React.ReactNode }) {
  const words = useWords()
  const title = words.say('mail.title')
  return (
    <header>
      <PageTitle page={title} />
      <h1>{title}</h1>
      <nav className="choice" aria-label={title}>
        <Link to="/mail" activeOptions={{ exact: true, includeSearch: false }}>
          {words.say('mail.in')}
        </Link>
        <Link to="/mail/ours" activeOptions={{ includeSearch: false }}>
          {words.say('mail.out')}
        </Link>
      </nav>
      {children}
    </header>
  )
}
