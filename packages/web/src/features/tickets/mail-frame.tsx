import type { Entry } from '@avow/contract'
import { useMemo, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { mailDocument } from './mail-document.page.ts'

interface MailFrameProps {
  readonly entry: Entry
  readonly who: string
}

/**
 * A mail as it was sent, in a frame that belongs to nobody: no scripts, no forms, none of our origin. Pictures of other
 * servers are let through only when the reader asks.
 */
export function MailFrame({ entry, who }: MailFrameProps) {
  const words = useWords()
  const [hasImages, loadImages] = useState(false)
  const source = useMemo(
    () => mailDocument(entry.html ?? '', { hasImages, language: entry.language }),
    [entry.html, entry.language, hasImages],
  )
  return (
    <div className="mail">
      {entry.has_remote_images && !hasImages && (
        <div className="band" lang={words.language}>
          <span>{words.say('conversation.images')}</span>
          <button type="button" className="button small" onClick={() => loadImages(true)}>
            {words.say('conversation.images-load')}
          </button>
        </div>
      )}
      <iframe
        title={words.say('conversation.html-title', { who })}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={source}
      />
    </div>
  )
}
