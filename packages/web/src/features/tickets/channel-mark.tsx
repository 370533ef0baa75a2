import { FileText, Globe, type LucideIcon, Mail, MessageCircle, Phone, Store } from 'lucide-react'
import { useCharter } from '../charters/use-charter.tsx'

const SIGNS: Readonly<Record<string, LucideIcon>> = {
  email: Mail,
  form: Globe,
  chat: MessageCircle,
  phone: Phone,
  letter: FileText,
  counter: Store,
}

/** How a ticket came; named as the charter names its channels. */
export function ChannelMark({ channel }: { readonly channel: string | null }) {
  const { of } = useCharter()
  if (channel === null) return null
  const name = of.factValue('channel', channel)
  const Sign = SIGNS[channel]
  if (Sign === undefined) return <span className="mark">{name}</span>
  return <Sign className="icon channel" role="img" aria-label={name} strokeWidth={1.75} />
}
