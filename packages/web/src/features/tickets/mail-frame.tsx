import type { Entry } from '@avow/contract'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useWords } from '../../messages/words.tsx'
import { loadPictures, type RemotePictures } from './load-pictures.page.ts'
import { mailDocument } from './mail-document.page.ts'

interface MailFrameProps {
  readonly entry: Pick<Entry, 'html' | 'language' | 'text' | 'quoted'>
  /** What other servers have of it, and where it stands; undefined where it shows none. */
  readonly remote?: RemotePictures | undefined
  readonly who: string
}

const NO_PICTURES: ReadonlyMap<string, string> = new Map()

/**
 * A mail as it was sent, in a frame that belongs to nobody: no scripts, no forms, none of our origin, no network. Pictures of
 * other servers are fetched by the server, only when the reader asks, and stand in it as data.
 */
export function MailFrame({ entry, remote, who }: MailFrameProps) {
  const words = useWords()
  const loading = useMutation({
    mutationFn: (pictures: RemotePictures) => loadPictures(pictures),
  })
  const pictures = loading.data?.pictures ?? NO_PICTURES
  const failed = loading.data?.failed ?? 0
  const source = useMemo(
    () =>
      mailDocument(entry.html ?? '', {
        pictures,
        language: entry.language,
        parted: entry.quoted === null ? null : { text: entry.text ?? '', quoted: entry.quoted },
        fold: { words: words.say('conversation.quoted'), language: words.language },
      }),
    [entry.html, entry.language, entry.text, entry.quoted, pictures, words],
  )
  return (
    <div className="mail">
      {remote !== undefined && loading.data === undefined && (
        <div className="band" lang={words.language}>
          <span>{words.say('conversation.images')}</span>
          <button
            type="button"
            className="button small"
            disabled={loading.isPending}
            onClick={() => loading.mutate(remote)}
          >
            {words.say(loading.isPending ? 'conversation.images-loading' : 'conversation.images-load')}
          </button>
        </div>
      )}
      {failed > 0 && (
        <p className="band" role="status" lang={words.language}>
          {words.say('conversation.images-failed', { count: failed })}
        </p>
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
