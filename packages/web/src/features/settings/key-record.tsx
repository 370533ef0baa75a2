import type { MailKey } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'

/** A record for the DNS, each part of it to be copied by a press. */
export function KeyRecord({ record: { name, type, value, strings } }: Pick<MailKey, 'record'>) {
  const words = useWords()
  return (
    <dl className="key-record">
      <CopiedPart what={words.say('keys.type')} text={type} />
      <CopiedPart what={words.say('keys.name')} text={name} />
      <CopiedPart what={words.say('keys.value')} text={value} />
      {strings.length > 1 && (
        <div>
          <dt>{words.say('keys.parts')}</dt>
          <dd>
            {strings.map((part) => (
              <code key={part} className="record" dir="ltr">{`"${part}"`}</code>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

function CopiedPart({ what, text }: { readonly what: string; readonly text: string }) {
  const words = useWords()
  const announce = useAnnounce()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    announce.politely(words.say('keys.copied'))
  }
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <code className="record" dir="ltr">
          {text}
        </code>
        <button
          type="button"
          className="button small"
          aria-label={words.say('keys.copy-of', { what })}
          onClick={() => void copy()}
        >
          {words.say('keys.copy')}
        </button>
      </dd>
    </div>
  )
}
